package cn.minqing.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * People who pass from one unit to another because units are merged or split (S9.6).
 *
 * @param changeId of the change; one merge of several units is several moves
 * @param personIds who moves; none where nobody was left in a unit that is merged
 * @param whole whether the unit is closed with it, so that what is addressed to the unit passes on too
 */
public record UnitMove(
        UUID changeId, UUID from, UUID to, List<UUID> personIds, boolean whole, LocalDate on, String reason) {
    /** For queries. */
    public UUID[] people() {
        return personIds.toArray(UUID[]::new);
    }
}
