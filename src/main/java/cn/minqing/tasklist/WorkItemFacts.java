package cn.minqing.tasklist;

import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the task list shows of a task but the engine does not know; one implementation for each process. */
public interface WorkItemFacts {

    /** Id of the process it speaks for. */
    String process();

    Facts of(Task task);

    /**
     * @param role code of the role that may take the task; null when it has a person from the start
     * @param variable reads a process variable, null where there is none
     */
    record Task(
            String element, String businessKey, @Nullable String role, Function<String, @Nullable Object> variable) {

        /** The id that a variable holds. */
        public UUID id(String name) {
            return UUID.fromString(String.valueOf(variable.apply(name)));
        }
    }

    /**
     * @param scopeId area or unit within which {@link Task#role} must be held; null when a person has the task
     * @param subjectType what {@code subjectId} is: CAMPAIGN, CONTACT, ISSUE, SUMMARY, HANDOVER
     * @param colour the mark of the supervision ladder the item starts with (R6)
     */
    record Facts(
            @Nullable UUID scopeId,
            @Nullable UUID campaignId,
            @Nullable UUID householdId,
            String areaCode,
            String subjectType,
            UUID subjectId,
            String subject,
            String place,
            WorkItem.Colour colour) {

        public Facts(
                @Nullable UUID scopeId,
                @Nullable UUID campaignId,
                @Nullable UUID householdId,
                String areaCode,
                String subjectType,
                UUID subjectId,
                String subject,
                String place) {
            this(
                    scopeId,
                    campaignId,
                    householdId,
                    areaCode,
                    subjectType,
                    subjectId,
                    subject,
                    place,
                    WorkItem.Colour.NONE);
        }
    }
}
