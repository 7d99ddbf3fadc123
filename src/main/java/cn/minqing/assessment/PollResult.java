package cn.minqing.assessment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a poll came to.
 *
 * @param unitId null for the whole campaign
 * @param sampled households that were drawn; {@code answered + notReached} are done with
 */
public record PollResult(
        @Nullable UUID unitId,
        String unitName,
        int sampled,
        int answered,
        int notReached,
        int satisfied,
        int basically,
        int unsatisfied) {
    /** With fewer answers than these a share says little, and is shown as the count it is. */
    public static final int FEW = 5;

    public boolean few() {
        return answered < FEW;
    }

    PollResult plus(PollResult other) {
        return new PollResult(
                null,
                "",
                sampled + other.sampled,
                answered + other.answered,
                notReached + other.notReached,
                satisfied + other.satisfied,
                basically + other.basically,
                unsatisfied + other.unsatisfied);
    }
}
