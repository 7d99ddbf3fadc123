package cn.minqing.issue;

import cn.minqing.tasklist.WorkItem.Colour;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Does what the ladder says about a late issue; each call is repeatable by its key. The context supervision does it. */
public interface Supervisor {

    /** Whom a step is addressed to: a person, or whoever holds the role there. */
    record Recipient(
            @Nullable UUID personId,
            @Nullable String role,
            @Nullable UUID scopeId) {}

    /**
     * A late issue and the step taken.
     *
     * @param key the same whenever the same step is taken for the same deadline
     * @param unitId the unit answerable for it
     * @param handler who has it now
     */
    record Late(
            String key,
            UUID issueId,
            UUID campaignId,
            UUID hostUnitId,
            UUID unitId,
            String areaCode,
            String number,
            String title,
            Recipient handler,
            Colour colour,
            String reason,
            String source) {}

    void remind(Late late, Recipient recipient);

    /** A supervision notice goes to whoever has it. */
    void supervise(Late late);

    /** The unit is criticised in a circular (S1.10). */
    void circulate(Late late);
}
