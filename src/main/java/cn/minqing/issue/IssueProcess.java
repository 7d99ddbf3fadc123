package cn.minqing.issue;

import cn.minqing.tasklist.OpenItem;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes an issue from step to step; the processes {@code issue-handling} and {@code issue-escalation} do it. */
public interface IssueProcess {

    /**
     * Who works on it and until when.
     *
     * @param personId null when everybody who holds {@code role} may take it
     * @param level where it is with a level above, name of {@code AreaLevel}; null elsewhere
     */
    record Charge(
            @Nullable UUID personId,
            String role,
            LocalDate due,
            LocalDate dueSoon,
            @Nullable String level) {}

    /** What the process starts with. {@code route} is null when it is to be confirmed until {@code triageDue}. */
    record Start(
            UUID issueId,
            UUID campaignId,
            @Nullable UUID householdId,
            UUID firstVisitorId,
            Triage.Facts facts,
            @Nullable Route route,
            LocalDate triageDue,
            Charge charge) {}

    void start(Start start);

    void triageConfirmed(OpenItem item, Route route, Charge charge);

    /** The handler has a result; the household is to be told until {@code feedbackDue}. */
    void handled(OpenItem item, LocalDate feedbackDue);

    /** The handler cannot do it; the given level gets it. */
    void sentUp(OpenItem item, String level);

    void levelAccepted(OpenItem item);

    void levelReturned(OpenItem item);

    void levelDelegated(OpenItem item);

    /** The level sends it further up instead of deciding or handling it. */
    void levelSentUp(OpenItem item);

    /** The level or its department has a result. */
    void levelHandled(OpenItem item, LocalDate feedbackDue);

    /** The department objects; the level decides anew until {@code acceptanceDue}. */
    void departmentObjected(OpenItem item, LocalDate acceptanceDue);

    /** The household has its answer; somebody else asks it until {@code satisfactionDue}. */
    void told(OpenItem item, LocalDate satisfactionDue);

    void satisfied(OpenItem item, String closingRole, LocalDate closingDue);

    void dissatisfied(OpenItem item);

    void closureDecided(OpenItem item, boolean granted);

    /** It has its answer from a common problem, wherever it stood; the household is to be told until then (R9). */
    void answeredTogether(UUID issueId, LocalDate feedbackDue);

    /** The issue it was merged into has been answered; its own household is to be told until then (R9). */
    void tellMerged(UUID issueId, UUID campaignId, UUID firstVisitorId, LocalDate feedbackDue);

    /** The household of a merged issue has been told. */
    void mergedTold(OpenItem item);

    /** The handler asks for more days; somebody who holds that role decides until {@code decisionDue} (R4). */
    void extensionRequested(UUID issueId, String approverRole, LocalDate decisionDue);

    void extensionDecided(OpenItem item, boolean granted);

    /** The handler asks to park it; somebody who holds that role decides until {@code decisionDue} (R5). */
    void parkingRequested(UUID issueId, String approverRole, LocalDate decisionDue);

    void parkingDecided(OpenItem item, boolean granted);

    /** The household knows that it is parked. */
    void parkingTold(OpenItem item);

    void parkingReviewed(OpenItem item, boolean continues);

    /** It goes on before the promised review. */
    void parkingLifted(UUID issueId);

    /** The issue moved on before its application was decided. */
    void requestLapsed(UUID issueId);

    /** The resident took it back: whatever runs for it ends. */
    void withdrawn(UUID issueId);

    /** It is the same matter as another one: whatever runs for it ends. */
    void merged(UUID issueId);

    /** It was red for too long: the level above takes it over from whoever works on it (R6). */
    void raised(UUID issueId);

    /** Departments that report their part to the lead unit. */
    void coHandlersNamed(UUID issueId, List<UUID> unitIds);

    void partReported(OpenItem item);

    /**
     * The deadline is another one: timers and open tasks follow.
     *
     * @param acceptanceDue until when the level that has it is to accept it; null where that is not the question
     */
    void rescheduled(UUID issueId, LocalDate due, LocalDate dueSoon, @Nullable LocalDate acceptanceDue);

    /** The first visitor of these issues is another person from now on. */
    void handOver(List<UUID> issueIds, UUID from, UUID to);
}
