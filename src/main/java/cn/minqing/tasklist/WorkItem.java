package cn.minqing.tasklist;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task that waits for somebody, as a list shows it.
 *
 * @param process id of the process, e.g. {@code household-visit}
 * @param element id of the user task, e.g. {@code userTask_visitHousehold}
 * @param title name of the user task in the model, Chinese
 * @param role who may take it while nobody has; null when it belongs to a person from the start
 * @param scopeId area or unit within which the role is held
 * @param personId whose task it is; null while it is everybody's who holds the role there
 * @param subject what it is about: a household's head, the title of an issue, the name of a unit
 * @param place where, in words
 * @param due end of the day it is due; {@link #NEVER} for none
 */
public record WorkItem(
        UUID id,
        String process,
        String element,
        String title,
        @Nullable String role,
        @Nullable UUID scopeId,
        @Nullable UUID personId,
        @Nullable UUID campaignId,
        @Nullable UUID householdId,
        String areaCode,
        String subjectType,
        UUID subjectId,
        String subject,
        String place,
        Instant due,
        Colour colour,
        Instant createdAt) {

    /** Stands for "no date" so that the order by date needs no nulls. */
    public static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    /** The supervision ladder (R6). */
    public enum Colour {
        NONE,
        BLUE,
        YELLOW,
        RED
    }

    public boolean hasDue() {
        return due.isBefore(NEVER);
    }
}
