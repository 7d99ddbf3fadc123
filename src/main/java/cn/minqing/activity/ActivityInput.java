package cn.minqing.activity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The record of some other work. Faults name their field: {@code kind, unitId, title, from, to, areaId, words,
 * participants, enterpriseId, volunteers, amount, goods, cadres, households, households[i].amount}.
 *
 * @param clientKey made when the page is opened: the same key is taken once, however often it is sent
 * @param unitId for which unit or team
 * @param to last day; null for one day
 * @param areaId where: a village or group of the campaign, or the campaign's own area
 * @param amount yuan that went to nobody in the list of households
 * @param cadres who took part; the one who records it where nobody is named
 */
public record ActivityInput(
        UUID clientKey,
        String kind,
        @Nullable UUID unitId,
        String title,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable UUID areaId,
        String words,
        @Nullable Integer participants,
        @Nullable UUID enterpriseId,
        String volunteers,
        @Nullable BigDecimal amount,
        String goods,
        Set<UUID> cadres,
        List<Given> households) {

    /** What a household got; null and empty for nothing but being there. */
    public record Given(UUID householdId, @Nullable BigDecimal amount, String goods) {}
}
