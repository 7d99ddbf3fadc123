package cn.minqing.issue;

import cn.minqing.campaign.Campaigns;
import cn.minqing.household.Households;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Areas;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.tasklist.WorkItem.Colour;
import cn.minqing.tasklist.WorkItems;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the processes do to an issue by themselves, between the decisions of people and when a clock runs out. */
@Service
@Transactional
public class IssueSteps {
    private final IssueRepository issues;
    private final Issues service;
    private final Levels levels;
    private final Deadlines deadlines;
    private final Clocks clocks;
    private final Requests requests;
    private final IssueProcess process;
    private final Timeline timeline;
    private final Campaigns campaigns;
    private final Households households;
    private final Areas areas;
    private final MergedAnswers merged;
    private final WorkItems workItems;
    private final IssueColours ladder;
    private final AppClock clock;

    IssueSteps(
            IssueRepository issues,
            Issues service,
            Levels levels,
            Deadlines deadlines,
            Clocks clocks,
            Requests requests,
            IssueProcess process,
            Timeline timeline,
            Campaigns campaigns,
            Households households,
            Areas areas,
            MergedAnswers merged,
            WorkItems workItems,
            IssueColours ladder,
            AppClock clock) {
        this.issues = issues;
        this.service = service;
        this.levels = levels;
        this.deadlines = deadlines;
        this.clocks = clocks;
        this.requests = requests;
        this.process = process;
        this.timeline = timeline;
        this.campaigns = campaigns;
        this.households = households;
        this.areas = areas;
        this.merged = merged;
        this.workItems = workItems;
        this.ladder = ladder;
        this.clock = clock;
    }

    /** What the task list shows of an issue. {@code scopeId}: where the asked role is held; null for a person. */
    public record TaskFacts(
            @Nullable UUID scopeId,
            UUID campaignId,
            @Nullable UUID householdId,
            String areaCode,
            String subject,
            String place,
            Colour colour) {}

    @Transactional(readOnly = true)
    public TaskFacts taskFacts(UUID issueId, String element, @Nullable String role) {
        return taskFacts(issueId, element, role, null);
    }

    /** As above; {@code unitId} is the department that is asked for its part, where one is. */
    @Transactional(readOnly = true)
    public TaskFacts taskFacts(UUID issueId, String element, @Nullable String role, @Nullable UUID unitId) {
        var issue = get(issueId);
        return new TaskFacts(
                role == null ? null : unitId != null ? unitId : scope(issue, element, Role.of(role)),
                issue.campaignId,
                issue.householdId,
                issue.areaCode,
                issue.title,
                place(issue, role),
                issue.colour);
    }

    /** Whoever sees less of the household is shown the village only. */
    private String place(Issue issue, @Nullable String role) {
        var above = role != null
                && switch (Role.of(role)) {
                    case TOWN_LEADER, COUNTY_LEADER, CITY_LEADER, PROVINCE_LEADER, DEPARTMENT_HANDLER -> true;
                    default -> false;
                };
        if (issue.householdId == null) {
            return areas.place(issue.areaCode);
        }
        return above
                ? areas.place(
                        issue.areaCode.substring(0, Math.min(issue.areaCode.length(), AreaLevel.VILLAGE.codeLength())))
                : households.summary(issue.householdId).place();
    }

    /** The answer that was given on the spot stands as the answer (S7.8). Returns until when satisfaction is asked. */
    public LocalDate recordOnTheSpot(UUID issueId) {
        var issue = get(issueId);
        issue.tell(clock.now(), "IN_PERSON", IssueResult.RESOLVED, issue.answer);
        timeline.add(issueId, EntryKind.TOLD, null, issue.answer);
        merged.given(issue);
        return limit(issue, "satisfaction");
    }

    /**
     * A timer of the model rang because a deadline is near or has passed; what that means, and who is told, the decision
     * table of the ladder says (R6). Whatever was done for this deadline already is not done again.
     */
    public void askLadder(UUID issueId) {
        ladder.climb(issueId);
    }

    /** The level gave it back: the first visitor handles it, with a new clock (R1, R3). */
    public IssueProcess.Charge resumeAfterReturn(UUID issueId) {
        var issue = get(issueId);
        issue.charge(Role.CADRE.code(), issue.firstVisitorId, null);
        issue.handleAgain();
        clocks.start(issue, ClockKind.RETURNED, issue.level);
        return service.charge(issue, issue.level);
    }

    /** The level the issue is sent up to next. */
    public AreaLevel raiseLevel(UUID issueId) {
        var issue = get(issueId);
        var step = levels.next(campaigns.get(issue.campaignId), issue)
                .orElseThrow(() -> new IllegalStateException(issue.number + " is at the highest level already"));
        service.recordSkipped(issue, step);
        issue.raiseTo(step.level());
        return step.level();
    }

    /** {@code twice}: the household was not satisfied for the second time, and the issue goes to a level (R8). */
    public record Reopened(boolean twice, IssueProcess.Charge charge) {}

    /** The household is not satisfied, or the leader refused to close: it is worked on once more (R8, S2.7). */
    public Reopened reopen(UUID issueId) {
        var issue = get(issueId);
        var campaign = campaigns.get(issue.campaignId);
        var again = issue.reopen();
        timeline.add(issueId, EntryKind.REOPENED, issue.level, "");
        clocks.start(issue, ClockKind.REOPENED, issue.level);
        if (again) {
            var from = issue.level == null ? AreaLevel.GROUP : issue.level;
            var step = levels.above(campaign, issue.areaCode, from)
                    .or(() -> levels.from(campaign, issue.areaCode, from))
                    .orElse(null);
            timeline.add(issueId, EntryKind.ACCOUNTABILITY, step == null ? null : step.level(), "");
            if (step != null) {
                service.recordSkipped(issue, step);
                issue.escalateTo(step.level());
                return new Reopened(true, service.charge(issue, step.level()));
            }
        }
        issue.handleAgain();
        return new Reopened(false, service.charge(issue, issue.level));
    }

    /** What a level gets with the issue. */
    public record LevelOpened(String role, LocalDate acceptanceDue, LocalDate levelDue) {}

    /** A level receives the issue: it has its own clock, and a day to say what it does with it (R3). */
    public LevelOpened openLevel(UUID issueId, AreaLevel level) {
        var issue = get(issueId);
        var area = levels.area(level, issue.areaCode);
        var role = Role.leading(level).code();
        issue.escalateTo(level);
        issue.charge(role, null, area.id());
        clocks.start(issue, ClockKind.RECEIVED, level);
        var acceptanceDue = acceptanceDue(issue);
        levels.receive(
                issueId,
                level,
                area.id(),
                acceptanceDue,
                issue.deadline,
                deadlines.after(deadlines.today(), Levels.RETURN_DAYS, false));
        timeline.add(issueId, EntryKind.RECEIVED, level, "");
        return new LevelOpened(role, acceptanceDue, issue.deadline);
    }

    /** Silence past the limit counts as acceptance; the ladder marks it and tells the level above (R3, R6). */
    public void recordSilence(UUID issueId) {
        var issue = get(issueId);
        issue.colour = ladder.silent(issueId);
        levels.current(issueId).ifPresent(received -> levels.decide(received.id(), "ACCEPT", true, "", null, null));
        timeline.add(issueId, EntryKind.SILENCE, issue.level, "");
    }

    /** The days that were granted count from now on (R4). */
    public void extendDeadline(UUID issueId) {
        var issue = get(issueId);
        var granted = requests.granted(issueId, Requests.EXTENSION);
        clocks.extend(issue, granted.grantedDays());
        timeline.add(issueId, EntryKind.EXTENDED, issue.level, granted.words(), issue.deadline.toString());
        reschedule(issue);
    }

    /** When the household is to be told of a parking, and when it is looked at again. */
    public record Parked(LocalDate tellDue, LocalDate reviewOn, String approverRole) {}

    /** The clock stops (R5). */
    public Parked parkIssue(UUID issueId) {
        var issue = get(issueId);
        var granted = requests.granted(issueId, Requests.PARKING);
        return park(issue, ClockKind.PARKED, EntryKind.PARKED, granted);
    }

    /** The clock stays stopped until another review (R5). */
    public Parked prolongParking(UUID issueId) {
        var issue = get(issueId);
        return park(
                issue, ClockKind.PROLONGED, EntryKind.PARKING_PROLONGED, requests.granted(issueId, Requests.PARKING));
    }

    private Parked park(Issue issue, ClockKind kind, EntryKind entry, Requests.Request granted) {
        var reviewOn = java.util.Objects.requireNonNull(granted.reviewOn());
        clocks.park(issue, kind, reviewOn);
        timeline.add(issue.getId(), entry, issue.level, granted.words(), reviewOn.toString());
        reschedule(issue);
        return new Parked(limit(issue, "feedback"), reviewOn, granted.approverRole());
    }

    /** The clock counts again what was left (R5). */
    public void resumeIssue(UUID issueId) {
        var issue = get(issueId);
        clocks.resume(issue);
        levels.current(issueId).ifPresent(received -> levels.acceptFrom(received.id(), deadlines.today()));
        timeline.add(issueId, EntryKind.RESUMED, issue.level, "", issue.deadline.toString());
        reschedule(issue);
    }

    /** Somebody has an answer for what is parked: it is no longer. */
    void goOn(Issue issue) {
        if (issue.parked) {
            process.parkingLifted(issue.getId());
        }
    }

    /** What is left to do when the resident took it back. */
    public void recordWithdrawal(UUID issueId) {
        endWork(issueId, "WITHDRAWN");
    }

    /** What is left to do when it was merged into another one. */
    public void recordMerge(UUID issueId) {
        endWork(issueId, "MERGED");
    }

    private void endWork(UUID issueId, String outcome) {
        requests.end(issueId);
        levels.current(issueId).ifPresent(received -> levels.end(received.id(), outcome));
    }

    /** A changed calendar moved the deadline: the ledger, the timers and the open tasks follow. */
    boolean calendarChanged(UUID issueId, String change) {
        var issue = get(issueId);
        if (!issue.state.onTheClock() || !clocks.calendarChanged(issue)) {
            return false;
        }
        timeline.add(issueId, EntryKind.CALENDAR_CHANGED, issue.level, change, issue.deadline.toString());
        reschedule(issue);
        return true;
    }

    /** Everything that waits for the deadline waits for the new one. */
    private void reschedule(Issue issue) {
        issues.saveAndFlush(issue);
        var received = levels.current(issue.getId());
        received.ifPresent(level -> levels.move(
                level.id(),
                issue.deadline,
                acceptance(issue, level),
                deadlines.after(level.receivedOn(), Levels.RETURN_DAYS, false)));
        workItems.colour(issue.getId(), Colour.NONE);
        process.rescheduled(
                issue.getId(),
                issue.deadline,
                deadlines.soon(issue.deadline),
                received.map(level -> acceptance(issue, level)).orElse(null));
    }

    /** Counted again from the day it was received, objected to or resumed; from the promised review while it is parked. */
    private LocalDate acceptance(Issue issue, Levels.Received received) {
        var days = issue.calendarDays
                ? 1
                : campaigns.get(issue.campaignId).template().limits().of("acceptance");
        var from =
                issue.parked ? requests.granted(issue.getId(), Requests.PARKING).reviewOn() : received.acceptanceFrom();
        return deadlines.after(java.util.Objects.requireNonNull(from), days, issue.calendarDays);
    }

    LocalDate acceptanceDue(Issue issue) {
        return issue.calendarDays ? deadlines.after(deadlines.today(), 1, true) : limit(issue, "acceptance");
    }

    LocalDate limit(Issue issue, String step) {
        var days = campaigns.get(issue.campaignId).template().limits().of(step);
        return deadlines.after(deadlines.today(), days, false);
    }

    private UUID scope(Issue issue, String element, Role role) {
        return switch (role) {
            case VILLAGE_LEADER, TOWN_LEADER, COUNTY_LEADER, CITY_LEADER, PROVINCE_LEADER ->
                levels.area(levelOf(role), issue.areaCode).id();
            case DEPARTMENT_HANDLER -> java.util.Objects.requireNonNull(issue.handlerScopeId, element);
            case CADRE -> issue.unitId;
            default -> issue.hostUnitId;
        };
    }

    private static AreaLevel levelOf(Role role) {
        return java.util.Arrays.stream(AreaLevel.values())
                .filter(level -> Role.leading(level) == role)
                .findFirst()
                .orElseThrow();
    }

    private Issue get(UUID issueId) {
        return issues.findById(issueId).orElseThrow();
    }
}
