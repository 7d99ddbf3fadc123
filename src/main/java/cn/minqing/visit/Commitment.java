package cn.minqing.visit;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promise: made to a household in a visit (口头承诺), or by a unit in public (公开承诺, S4.5).
 *
 * @param madeBy who promised, or the name of the unit
 * @param place where the household lives; empty for a public promise
 * @param open whether it still waits to be kept or confirmed
 */
public record Commitment(
        UUID id,
        boolean isPublic,
        UUID campaignId,
        @Nullable UUID householdId,
        String unit,
        String madeBy,
        String place,
        String text,
        LocalDate madeOn,
        @Nullable LocalDate due,
        @Nullable LocalDate keptOn,
        String keptWords,
        boolean open,
        int refused) {

    public boolean overdue(LocalDate today) {
        return keptOn == null && due != null && due.isBefore(today);
    }
}
