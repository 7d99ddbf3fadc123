package cn.minqing.issue;

import cn.minqing.organization.AreaLevel;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.WorkItem.Colour;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/**
 * A matter a resident raised; it guards the order of its steps. Only columns that changed are written, so that the mark
 * of the ladder may be set beside a command without either losing the other.
 */
@Entity
@DynamicUpdate
class Issue implements Persistable<UUID> {
    @Id
    private UUID id;

    @Version
    private int version;

    @Transient
    private boolean stored;

    String number;
    UUID clientKey;
    UUID campaignId;
    UUID hostUnitId;

    @Nullable
    UUID householdId;

    @Enumerated(EnumType.STRING)
    Channel channel = Channel.VISIT;

    UUID unitId;
    String areaCode;
    UUID firstVisitorId;
    UUID registeredBy;
    Instant registeredAt;
    String category;
    String title;
    String description;
    boolean urgent;
    String solvable;
    boolean vulnerable;

    @Enumerated(EnumType.STRING)
    IssueState state = IssueState.REGISTERED;

    @Enumerated(EnumType.STRING)
    @Nullable
    Route route;

    @Enumerated(EnumType.STRING)
    Route proposedRoute;

    String proposedLevel;
    String proposalReason;
    String proposalSource;
    String overrideReason = "";
    int days;
    boolean calendarDays;
    LocalDate clockFrom;
    LocalDate deadline;

    /** Until when the household was promised an answer; neither a return nor a level changes it. */
    LocalDate promised;

    /** The clock stands still (R5). */
    boolean parked;

    int extensions;

    @Enumerated(EnumType.STRING)
    @Nullable
    AreaLevel level;

    int reach = AreaLevel.VILLAGE.codeLength();
    String handlerRole = "cadre";

    @Nullable
    UUID handlerId;

    @Nullable
    UUID handlerScopeId;

    @Enumerated(EnumType.STRING)
    Colour colour = Colour.NONE;

    @Enumerated(EnumType.STRING)
    @Nullable
    IssueResult result;

    String answer = "";
    String evidence = "";

    @Nullable
    Instant toldAt;

    @Nullable
    String toldHow;

    @Nullable
    Boolean satisfied;

    String satisfactionWords = "";

    @Nullable
    String satisfactionFrom;

    @Nullable
    Instant satisfactionAt;

    @Nullable
    UUID satisfactionBy;

    int reopened;
    int dissatisfied;

    @Nullable
    Instant closedAt;

    @Nullable
    UUID closedBy;

    @Nullable
    UUID mergedInto;

    @Nullable
    Instant mergedAt;

    @Nullable
    UUID commonProblemId;

    protected Issue() {}

    Issue(UUID id, String number, NewIssue input, Triage.Proposal proposal) {
        this.id = id;
        this.number = number;
        clientKey = input.clientKey();
        campaignId = input.campaignId();
        householdId = input.householdId();
        channel = input.channel();
        category = input.category();
        title = input.title().strip();
        description = input.description().strip();
        urgent = input.urgent();
        solvable = input.solvable();
        proposedRoute = proposal.route();
        proposedLevel = proposal.level();
        proposalReason = proposal.reason();
        proposalSource = proposal.source();
        days = proposal.days();
        calendarDays = proposal.calendarDays();
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return !stored;
    }

    @PostLoad
    @PostPersist
    void stored() {
        stored = true;
    }

    /** The way it goes is settled, as proposed or for a reason of its own. */
    void takeRoute(Route chosen, String reason) {
        require(IssueState.REGISTERED);
        route = chosen;
        overrideReason = chosen == proposedRoute ? "" : reason.strip();
        state = switch (chosen) {
            case ON_THE_SPOT -> IssueState.SATISFACTION;
            case WITHIN_DEADLINE -> IssueState.HANDLING;
            case ESCALATED -> IssueState.ESCALATED;
            case POLICY_EXPLANATION -> IssueState.EXPLAINING;
        };
    }

    void startClock(LocalDate from, LocalDate due) {
        clockFrom = from;
        deadline = due;
        colour = Colour.NONE;
    }

    void charge(String role, @Nullable UUID personId, @Nullable UUID scopeId) {
        handlerRole = role;
        handlerId = personId;
        handlerScopeId = scopeId;
    }

    /** Goes back to the one who is charged with it. */
    void handleAgain() {
        require(IssueState.ESCALATED, IssueState.SATISFACTION, IssueState.CLOSING);
        state = IssueState.HANDLING;
    }

    void escalateTo(AreaLevel wanted) {
        level = wanted;
        state = IssueState.ESCALATED;
        reportTo(wanted);
    }

    /** Whoever had it was late for too long: the level above has it, whatever way it went before (R6). */
    void raiseTo(AreaLevel wanted) {
        require(IssueState.REGISTERED, IssueState.HANDLING, IssueState.ESCALATED, IssueState.EXPLAINING);
        settleRoute();
        escalateTo(wanted);
    }

    /** From now on the leaders of that level may read it. */
    void reportTo(AreaLevel wanted) {
        reach = Math.min(reach, wanted.codeLength());
    }

    void answer(IssueResult outcome, String words, String shown) {
        require(IssueState.HANDLING, IssueState.ESCALATED);
        result = outcome;
        answer = words.strip();
        evidence = shown.strip();
        state = IssueState.ANSWERED;
    }

    /** The household heard the result, or had it explained, or was helped on the spot. */
    void tell(Instant at, String how, IssueResult outcome, String words) {
        require(IssueState.ANSWERED, IssueState.EXPLAINING, IssueState.SATISFACTION);
        toldAt = at;
        toldHow = how;
        result = outcome;
        answer = words.strip();
        colour = Colour.NONE;
        state = IssueState.SATISFACTION;
    }

    void recordSatisfaction(boolean yes, String words, String from, @Nullable UUID by, Instant at) {
        require(IssueState.SATISFACTION);
        satisfied = yes;
        satisfactionWords = words.strip();
        satisfactionFrom = from;
        satisfactionBy = by;
        satisfactionAt = at;
        if (yes) {
            state = IssueState.CLOSING;
        } else {
            dissatisfied++;
        }
    }

    void close(UUID by, Instant at) {
        require(IssueState.CLOSING);
        closedBy = by;
        closedAt = at;
        state = IssueState.CLOSED;
    }

    /** It is worked on once more; the second time the household was not satisfied it goes one level up (R8). */
    boolean reopen() {
        require(IssueState.SATISFACTION, IssueState.CLOSING);
        reopened++;
        toldAt = null;
        return state == IssueState.SATISFACTION && dissatisfied >= 2;
    }

    /** It is the same matter as another one: that one is worked on from now on (R9). */
    void merge(UUID into, Instant at) {
        require(IssueState.REGISTERED, IssueState.HANDLING, IssueState.ESCALATED, IssueState.EXPLAINING);
        mergedInto = into;
        mergedAt = at;
        parked = false;
        colour = Colour.NONE;
        commonProblemId = null;
        state = IssueState.MERGED;
    }

    /** The issue it was merged into has an answer, which its own household has not heard yet. */
    void takeAnswerOf(Issue into) {
        require(IssueState.MERGED);
        result = into.result;
        answer = into.answer;
        toldAt = null;
        toldHow = null;
    }

    /** Its household heard what came of the issue it was merged into. */
    void tellMerged(Instant at, String how) {
        require(IssueState.MERGED);
        toldAt = at;
        toldHow = how;
    }

    /** The one answer of its common problem is its own. */
    void answerTogether(IssueResult outcome, String words, String shown) {
        require(IssueState.REGISTERED, IssueState.HANDLING, IssueState.ESCALATED, IssueState.EXPLAINING);
        settleRoute();
        result = outcome;
        answer = words.strip();
        evidence = shown.strip();
        parked = false;
        colour = Colour.NONE;
        state = IssueState.ANSWERED;
    }

    /** A closed matter came up again: this is one more time that the household is not satisfied (S2.7). */
    void comesAgain(Issue before) {
        reopened = Math.max(reopened, before.reopened + 1);
        dissatisfied = Math.max(dissatisfied, before.dissatisfied + 1);
    }

    /** Nobody confirmed the way it goes, and now it is out of their hands: nobody overrode the proposal either. */
    private void settleRoute() {
        if (route == null) {
            route = proposedRoute == Route.ON_THE_SPOT ? Route.WITHIN_DEADLINE : proposedRoute;
        }
    }

    /** It was closed on a claim that proved wrong: it stands again where it can be reopened. */
    void reopenClosed(boolean unhappy) {
        require(IssueState.CLOSED);
        closedAt = null;
        closedBy = null;
        if (unhappy) {
            satisfied = false;
            dissatisfied++;
        }
        state = unhappy ? IssueState.SATISFACTION : IssueState.CLOSING;
    }

    /** The resident takes it back, or it is the same matter as another one: nobody works on it any more. */
    void end(IssueState how) {
        if (state.ended()) {
            throw new UserError("issue.moved", number);
        }
        state = how;
        parked = false;
        colour = Colour.NONE;
    }

    boolean overdue(LocalDate today) {
        return state.onTheClock() && !parked && deadline.isBefore(today);
    }

    private void require(IssueState... allowed) {
        if (!Arrays.asList(allowed).contains(state)) {
            throw new UserError("issue.moved", number);
        }
    }
}
