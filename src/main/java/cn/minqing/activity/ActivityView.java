package cn.minqing.activity;

import cn.minqing.household.HouseholdSummary;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An activity as its page shows it.
 *
 * @param editable whether the current person may correct or withdraw it
 * @param reason why it was refused or withdrawn; empty otherwise
 * @param versions newest first; the first is what counts
 */
public record ActivityView(
        UUID id,
        UUID campaignId,
        String campaignName,
        String kind,
        String kindName,
        UUID unitId,
        String unitName,
        ActivityState state,
        boolean editable,
        String reason,
        List<Version> versions) {

    public Version current() {
        return versions.getFirst();
    }

    /** Whether somebody got money or goods, so that there is something to sign for (S8.3). */
    public boolean hasReceipts() {
        return current().households().stream()
                .anyMatch(one -> one.amount() != null || !one.goods().isEmpty());
    }

    /**
     * @param number 1 for what was written first
     * @param reason why it was corrected; empty for the first
     */
    public record Version(
            UUID id,
            int number,
            String title,
            LocalDate from,
            LocalDate to,
            boolean late,
            UUID areaId,
            String place,
            String words,
            @Nullable Integer participants,
            @Nullable UUID enterpriseId,
            String enterprise,
            String volunteers,
            @Nullable BigDecimal amount,
            String goods,
            String enteredBy,
            Instant enteredAt,
            String reason,
            List<Cadre> cadres,
            List<Household> households) {}

    public record Cadre(UUID id, String name) {}

    public record Household(HouseholdSummary home, @Nullable BigDecimal amount, String goods) {}
}
