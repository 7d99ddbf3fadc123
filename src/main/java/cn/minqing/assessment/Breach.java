package cn.minqing.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A breach of the campaign's discipline by a unit (S3.8, S8.8); it names a unit, never a person.
 *
 * @param line which line of the discipline
 * @param basis how it is known
 * @param objection what the unit said; empty when it did not object
 * @param answeredAt null while the unit is heard, and when it stayed silent
 * @param decision the words of the decision; empty before
 */
public record Breach(
        UUID id,
        UUID campaignId,
        UUID unitId,
        String unitName,
        String line,
        LocalDate happenedOn,
        String basis,
        State state,
        UUID recordedBy,
        String recorder,
        Instant recordedAt,
        LocalDate answerDue,
        String objection,
        @Nullable Instant answeredAt,
        String decision,
        @Nullable Instant decidedAt) {

    public enum State {
        /** The unit may object. */
        HEARD,
        /** The leading group decides. */
        DECIDING,
        CONFIRMED,
        DISMISSED
    }
}
