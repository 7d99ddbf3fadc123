package cn.minqing.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One document in a list.
 *
 * @param owner name of the cadre, or of the unit or team, that owes it
 */
public record DocumentLine(
        UUID id,
        UUID campaignId,
        String name,
        String unit,
        String owner,
        String title,
        DocumentState state,
        LocalDate due,
        @Nullable Instant handedInAt,
        boolean late) {

    public boolean overdue(LocalDate today) {
        return (state.isBeingWritten() || state == DocumentState.WAITING) && today.isAfter(due);
    }
}
