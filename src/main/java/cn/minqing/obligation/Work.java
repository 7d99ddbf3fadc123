package cn.minqing.obligation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done on one day, as an obligation may count it. A record in which several people took part or that
 * reached several households is several of these, one for each person and one for each household.
 *
 * @param kind code of the template's activity kind or document, or {@code visit} followed by the kind of visit in small
 *     letters: {@code visit.home}; {@code duty}; {@code meeting}
 * @param sourceId the record it comes from
 * @param late whether it was entered later than the day it was done
 * @param amount yuan given or raised; null for none
 */
public record Work(
        UUID campaignId,
        String kind,
        UUID sourceId,
        LocalDate day,
        boolean late,
        @Nullable UUID personId,
        @Nullable UUID unitId,
        @Nullable String areaCode,
        @Nullable UUID householdId,
        @Nullable UUID enterpriseId,
        @Nullable BigDecimal amount) {}
