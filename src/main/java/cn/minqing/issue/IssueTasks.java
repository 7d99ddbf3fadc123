package cn.minqing.issue;

import cn.minqing.campaign.Campaigns;
import cn.minqing.organization.Actors;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.People;
import cn.minqing.organization.Person;
import cn.minqing.organization.Role;
import cn.minqing.organization.Unit;
import cn.minqing.organization.Units;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.OpenItem;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.tasklist.WorkItems;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people decide about issues, each in the task that asks for it. Every command takes the id of the work item,
 * checks that the current person may do it, and tells who was faster.
 */
@Service
@Transactional
public class IssueTasks {
    public static final String CONFIRM_TRIAGE = "userTask_confirmTriage";
    public static final String HANDLE = "userTask_handleIssue";
    public static final String EXPLAIN = "userTask_explainPolicy";
    public static final String TELL = "userTask_tellHousehold";
    public static final String ASK = "userTask_askSatisfaction";
    public static final String CLOSE = "userTask_closeIssue";
    public static final String ACCEPT = "userTask_acceptIssue";
    public static final String HANDLE_AT_LEVEL = "userTask_handleAtLevel";
    public static final String HANDLE_BY_DEPARTMENT = "userTask_handleByDepartment";
    public static final String REPORT_PART = "userTask_reportPart";

    /** How a household can be told. */
    public static final List<String> WAYS = List.of("IN_PERSON", "PHONE", "MESSAGE", "LETTER");

    /** Who of the household answered whether they are satisfied. */
    public static final List<String> ANSWERERS = List.of("HEAD", "MEMBER", "PROXY");

    /** What stands there when the resident answered with the card code, alone or helped by somebody (R8). */
    static final String RESIDENT = "RESIDENT";

    static final String RESIDENT_PROXY = "RESIDENT_PROXY";

    /** Entries that make somebody a party to the work: they do not judge it (R7). */
    private static final Set<EntryKind> WORK =
            Set.of(EntryKind.REGISTERED, EntryKind.HANDLED, EntryKind.EXPLAINED, EntryKind.TOLD);

    private final IssueRepository issues;
    private final Issues service;
    private final IssueSteps steps;
    private final IssueProcess process;
    private final Levels levels;
    private final Deadlines deadlines;
    private final Timeline timeline;
    private final MergedAnswers merged;
    private final Requests requests;
    private final CoHandlers coHandlers;
    private final CoHandling coHandling;
    private final WorkItems workItems;
    private final Campaigns campaigns;
    private final People people;
    private final Units units;
    private final AppClock clock;

    IssueTasks(
            IssueRepository issues,
            Issues service,
            IssueSteps steps,
            IssueProcess process,
            Levels levels,
            Deadlines deadlines,
            Timeline timeline,
            MergedAnswers merged,
            Requests requests,
            CoHandlers coHandlers,
            CoHandling coHandling,
            WorkItems workItems,
            Campaigns campaigns,
            People people,
            Units units,
            AppClock clock) {
        this.issues = issues;
        this.service = service;
        this.steps = steps;
        this.process = process;
        this.levels = levels;
        this.deadlines = deadlines;
        this.timeline = timeline;
        this.merged = merged;
        this.requests = requests;
        this.coHandlers = coHandlers;
        this.coHandling = coHandling;
        this.workItems = workItems;
        this.campaigns = campaigns;
        this.people = people;
        this.units = units;
        this.clock = clock;
    }

    /**
     * What may be decided in a task now, and what follows from it.
     *
     * @param returnUntil last day on which the level may give it back; null when that is over or not the question
     * @param next the level it would be sent up to; null when there is none above
     * @param departments whom the level may charge
     * @param handleDue until when it is to be handled if it is returned, reopened or sent up today
     * @param feedbackDue until when the household is to be told if it is handled today
     * @param reopened how often the household was not satisfied already
     * @param barred the current person took part in the work and may not judge it
     */
    public record Choices(
            @Nullable LocalDate returnUntil,
            @Nullable AreaLevel next,
            List<Unit> departments,
            LocalDate handleDue,
            LocalDate feedbackDue,
            int reopened,
            boolean barred) {}

    @Transactional(readOnly = true)
    public Choices choices(WorkItem item) {
        var issue = get(item.subjectId());
        var campaign = campaigns.get(issue.campaignId);
        var received = levels.current(issue.getId());
        var judging = item.element().equals(ASK) || item.element().equals(CLOSE);
        return new Choices(
                received.map(Levels.Received::returnUntil)
                        .filter(until -> item.element().equals(ACCEPT)
                                && !deadlines.today().isAfter(until))
                        .orElse(null),
                levels.next(campaign, issue).map(Levels.Step::level).orElse(null),
                item.element().equals(ACCEPT) && received.isPresent()
                        ? coHandling.departments(received.get().areaId())
                        : List.of(),
                deadlines.after(deadlines.today(), issue.days, issue.calendarDays),
                steps.limit(issue, "feedback"),
                issue.dissatisfied,
                judging && worked(issue, Actors.current().id()));
    }

    /** Settles the way the issue goes; another one than proposed needs a reason. */
    public void confirmTriage(UUID workItemId, Route route, String overrideReason, String answer) {
        var item = workItems.take(workItemId, CONFIRM_TRIAGE);
        var issue = open(item);
        Issues.checkRoute(route, issue.proposedRoute, overrideReason, answer);
        var step = route == Route.ESCALATED ? service.start(campaigns.get(issue.campaignId), issue) : null;
        issue.answer = answer.strip();
        issue.takeRoute(route, overrideReason);
        service.recordRoute(issue);
        service.recordSkipped(issue, step);
        process.triageConfirmed(item, route, service.charge(issue, step == null ? null : step.level()));
    }

    /** The one charged with it has a result. {@code evidence} tells what shows it: a paper, a place, a sum. */
    public void handle(UUID workItemId, IssueResult result, String words, String evidence) {
        var item = workItems.take(workItemId, HANDLE);
        var issue = answerable(item);
        answer(issue, result, words, evidence);
        process.handled(item, steps.limit(issue, "feedback"));
    }

    /**
     * The one charged with it cannot do it: a level above gets it.
     *
     * @throws UserError {@code issue.noLevelAbove} when there is none
     */
    public void cannotHandle(UUID workItemId, String reason) {
        var item = workItems.take(workItemId, HANDLE);
        var issue = open(item);
        new Form().required("reason", reason, Issues.REASON).check();
        var step = levels.next(campaigns.get(issue.campaignId), issue)
                .orElseThrow(() -> new UserError("issue.noLevelAbove"));
        requests.lapse(issue.getId());
        timeline.add(issue.getId(), EntryKind.SENT_UP, step.level(), reason);
        service.recordSkipped(issue, step);
        process.sentUp(item, step.level().name());
    }

    /** The level takes it on (R3). */
    public void accept(UUID workItemId) {
        var item = workItems.take(workItemId, ACCEPT);
        var issue = open(item);
        decide(issue, "ACCEPT", "", null);
        timeline.add(issue.getId(), EntryKind.ACCEPTED, issue.level, "");
        process.levelAccepted(item);
    }

    /**
     * The level gives it back to the first visitor, with the basis on which it does (R3).
     *
     * @throws UserError {@code issue.returnTooLate} after the workday that follows the receipt
     */
    public void returnBack(UUID workItemId, String basis) {
        var item = workItems.take(workItemId, ACCEPT);
        var issue = open(item);
        new Form().required("basis", basis, Issues.REASON).check();
        var received = received(issue);
        if (deadlines.today().isAfter(received.returnUntil())) {
            throw new UserError("issue.returnTooLate", received.returnUntil());
        }
        decide(issue, "RETURN", basis, null);
        levels.end(received.id(), "RETURNED");
        timeline.add(issue.getId(), EntryKind.RETURNED, issue.level, basis);
        process.levelReturned(item);
    }

    /** The level charges a department of its area. */
    public void delegate(UUID workItemId, @Nullable UUID unitId, String note) {
        delegate(workItemId, unitId, List.of(), note);
    }

    /**
     * The level charges a department of its area with the lead, and others to help it (主办、协办).
     *
     * @param coUnitIds departments that report their part; the lead unit among them is left out
     */
    public void delegate(UUID workItemId, @Nullable UUID unitId, List<UUID> coUnitIds, String note) {
        var item = workItems.take(workItemId, ACCEPT);
        var issue = open(item);
        var received = received(issue);
        var chosen = coHandling.departments(received.areaId()).stream()
                .filter(unit -> unit.id().equals(unitId))
                .findFirst();
        new Form()
                .require(chosen.isPresent(), "unit", "issue.missing.unit")
                .optional("note", note, Issues.REASON)
                .check();
        var unit = chosen.orElseThrow();
        decide(issue, "DELEGATE", note, unit.id());
        issue.charge(Role.DEPARTMENT_HANDLER.code(), null, unit.id());
        timeline.add(issue.getId(), EntryKind.DELEGATED, issue.level, note, unit.name());
        process.levelDelegated(item);
        coHandling.name(issue, received, coUnitIds);
    }

    /** A department that helps reports its part to the lead unit. */
    public void reportPart(UUID workItemId, String report) {
        var item = workItems.take(workItemId, REPORT_PART);
        new Form().required("report", report, Issues.TEXT).check();
        var unitId = java.util.Objects.requireNonNull(item.scopeId());
        coHandlers.report(item.subjectId(), unitId, report);
        timeline.add(
                item.subjectId(),
                EntryKind.CO_HANDLED,
                null,
                report,
                units.get(unitId).name());
        process.partReported(item);
    }

    /**
     * The level sends it further up, at once or after it had tried; a department may too.
     *
     * @throws UserError {@code issue.noLevelAbove} at the highest level of the campaign
     */
    public void sendUp(UUID workItemId, String reason) {
        var item = workItems.take(workItemId, ACCEPT, HANDLE_AT_LEVEL, HANDLE_BY_DEPARTMENT);
        var issue = open(item);
        new Form().required("reason", reason, Issues.REASON).check();
        var received = received(issue);
        var step = levels.above(campaigns.get(issue.campaignId), issue.areaCode, received.level())
                .orElseThrow(() -> new UserError("issue.noLevelAbove"));
        if (item.element().equals(ACCEPT)) {
            decide(issue, "SEND_UP", reason, null);
        }
        levels.end(received.id(), "SENT_UP");
        requests.lapse(issue.getId());
        timeline.add(issue.getId(), EntryKind.SENT_UP, step.level(), reason);
        process.levelSentUp(item);
    }

    /** The level, or the department it charged, has a result. */
    public void handleAtLevel(UUID workItemId, IssueResult result, String words, String evidence) {
        var item = workItems.take(workItemId, HANDLE_AT_LEVEL, HANDLE_BY_DEPARTMENT);
        var issue = answerable(item);
        var received = received(issue);
        answer(issue, result, words, evidence);
        levels.end(received.id(), "HANDLED");
        process.levelHandled(item, steps.limit(issue, "feedback"));
    }

    /** The department says it is not its business: the level decides anew, never the household. */
    public void object(UUID workItemId, String reason) {
        var item = workItems.take(workItemId, HANDLE_BY_DEPARTMENT);
        var issue = open(item);
        new Form().required("reason", reason, Issues.REASON).check();
        var received = received(issue);
        var acceptanceDue = steps.acceptanceDue(issue);
        levels.decideAgain(received.id(), acceptanceDue);
        issue.charge(Role.leading(received.level()).code(), null, received.areaId());
        requests.lapse(issue.getId());
        timeline.add(issue.getId(), EntryKind.OBJECTED, issue.level, reason);
        process.departmentObjected(item, acceptanceDue);
    }

    /** The first visitor explained the policy; that itself is the answer (S5.3). */
    public void explainPolicy(UUID workItemId, String how, String words) {
        var item = workItems.take(workItemId, EXPLAIN);
        var issue = answerable(item);
        told(how, words);
        requests.lapse(issue.getId());
        issue.tell(clock.now(), how, IssueResult.EXPLAINED, words);
        timeline.add(issue.getId(), EntryKind.EXPLAINED, null, words);
        merged.given(issue);
        process.told(item, steps.limit(issue, "satisfaction"));
    }

    /** The first visitor told the household what came of it (R1, R7). */
    public void tellHousehold(UUID workItemId, String how, String words) {
        var item = workItems.take(workItemId, TELL);
        var issue = open(item);
        told(how, words);
        issue.tell(clock.now(), how, java.util.Objects.requireNonNull(issue.result), issue.answer);
        timeline.add(issue.getId(), EntryKind.TOLD, null, words);
        merged.given(issue);
        process.told(item, steps.limit(issue, "satisfaction"));
    }

    /**
     * Somebody who had no part in the work asked the household (R7).
     *
     * @param words required when it is not satisfied
     * @param answeredBy one of {@link #ANSWERERS}
     * @throws UserError {@code issue.ownWork} for whoever registered, handled or told it
     */
    public void askSatisfaction(UUID workItemId, boolean satisfied, String words, String answeredBy) {
        var item = workItems.take(workItemId, ASK);
        var issue = open(item);
        var actor = Actors.current();
        if (worked(issue, actor.id())) {
            throw new UserError("issue.ownWork");
        }
        new Form()
                .require(ANSWERERS.contains(answeredBy), "answeredBy", "issue.missing.answeredBy")
                .require(satisfied || !words.isBlank(), "words", "issue.missing.dissatisfaction")
                .optional("words", words, 1000)
                .check();
        issue.recordSatisfaction(satisfied, words, answeredBy, actor.id(), clock.now());
        timeline.add(issue.getId(), satisfied ? EntryKind.SATISFIED : EntryKind.DISSATISFIED, null, words);
        if (satisfied) {
            process.satisfied(item, closingRole(issue).code(), steps.limit(issue, "closing"));
        } else {
            process.dissatisfied(item);
        }
    }

    /**
     * A leader closes the number (R7).
     *
     * @throws UserError {@code issue.ownWork} for whoever took part in the work, {@code issue.mergedUntold} while the
     *     household of a merged issue waits for the answer (R9)
     */
    public void close(UUID workItemId, String words) {
        var item = workItems.take(workItemId, CLOSE);
        var issue = closing(item);
        new Form().optional("words", words, Issues.REASON).check();
        var untold = merged.untold(issue.getId());
        if (!untold.isEmpty()) {
            throw new UserError("issue.mergedUntold", untold.size(), String.join("、", untold));
        }
        issue.close(Actors.current().id(), clock.now());
        timeline.add(issue.getId(), EntryKind.CLOSED, null, words);
        process.closureDecided(item, true);
    }

    /** The leader does not close it: it is worked on once more. */
    public void refuseClosure(UUID workItemId, String reason) {
        var item = workItems.take(workItemId, CLOSE);
        var issue = closing(item);
        new Form().required("reason", reason, Issues.REASON).check();
        timeline.add(issue.getId(), EntryKind.CLOSURE_REFUSED, null, reason);
        process.closureDecided(item, false);
    }

    private Issue closing(OpenItem item) {
        var issue = open(item);
        if (worked(issue, Actors.current().id())) {
            throw new UserError("issue.ownWork");
        }
        return issue;
    }

    private void answer(Issue issue, IssueResult result, String words, String evidence) {
        new Form()
                .required("words", words, Issues.TEXT)
                .optional("evidence", evidence, Issues.TEXT)
                .check();
        issue.answer(result, words, evidence);
        requests.lapse(issue.getId());
        timeline.add(issue.getId(), EntryKind.HANDLED, issue.level, words, evidence);
    }

    static void told(String how, String words) {
        new Form()
                .require(WAYS.contains(how), "how", "issue.missing.how")
                .required("words", words, Issues.TEXT)
                .check();
    }

    private boolean worked(Issue issue, UUID personId) {
        return timeline.took(issue.getId(), personId, WORK);
    }

    /** The lowest leaders at or above where it was handled of whom one had no part in it; else the leading group. */
    Role closingRole(Issue issue) {
        var campaign = campaigns.get(issue.campaignId);
        var lowest = issue.level == null ? AreaLevel.VILLAGE : issue.level;
        for (var level : Levels.of(campaign)) {
            if (level.ordinal() > lowest.ordinal()) {
                continue;
            }
            var area = levels.area(level, issue.areaCode);
            if (anybodyFree(issue, people.holding(Role.leading(level), area.id()))) {
                issue.reportTo(level);
                return Role.leading(level);
            }
        }
        return Role.LEADING_GROUP;
    }

    private boolean anybodyFree(Issue issue, List<Person> holders) {
        return holders.stream().anyMatch(person -> !worked(issue, person.id()));
    }

    private void decide(Issue issue, String decision, String basis, @Nullable UUID unitId) {
        levels.decide(
                received(issue).id(), decision, false, basis, Actors.current().id(), unitId);
    }

    private Levels.Received received(Issue issue) {
        return levels.current(issue.getId()).orElseThrow(() -> new UserError("issue.moved", issue.number));
    }

    /** What is open is answered to the end, also when its campaign has been archived meanwhile (R1). */
    private Issue open(OpenItem item) {
        var issue = get(item.subjectId());
        if (issue.parked && List.of(IssueRequests.PARKABLE).contains(item.element())) {
            throw new UserError("issue.parked");
        }
        return issue;
    }

    /** As {@link #open}, for whoever has an answer: what was parked goes on by that (R5). */
    private Issue answerable(OpenItem item) {
        steps.goOn(get(item.subjectId()));
        return open(item);
    }

    private Issue get(UUID id) {
        return issues.findById(id).orElseThrow(() -> new UserError("issue.unknown"));
    }
}
