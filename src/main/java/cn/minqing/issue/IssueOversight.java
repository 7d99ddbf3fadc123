package cn.minqing.issue;

import cn.minqing.household.Households;
import cn.minqing.organization.Actors;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.WorkItems;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What others than those who work on an issue do about it: the resident answers, inspectors ask and have it reopened. */
@Service
@Transactional
public class IssueOversight {
    /** Who made such an entry had a part in it and does not judge it. */
    private static final Set<EntryKind> PARTS = EnumSet.of(
            EntryKind.REGISTERED,
            EntryKind.HANDLED,
            EntryKind.EXPLAINED,
            EntryKind.TOLD,
            EntryKind.SATISFIED,
            EntryKind.DISSATISFIED,
            EntryKind.CLOSED);

    private final IssueRepository issues;
    private final IssueSteps steps;
    private final IssueTasks tasks;
    private final IssueProcess process;
    private final Deadlines deadlines;
    private final Timeline timeline;
    private final WorkItems workItems;
    private final Households households;
    private final JdbcClient jdbc;
    private final AppClock clock;

    IssueOversight(
            IssueRepository issues,
            IssueSteps steps,
            IssueTasks tasks,
            IssueProcess process,
            Deadlines deadlines,
            Timeline timeline,
            WorkItems workItems,
            Households households,
            JdbcClient jdbc,
            AppClock clock) {
        this.issues = issues;
        this.steps = steps;
        this.tasks = tasks;
        this.process = process;
        this.deadlines = deadlines;
        this.timeline = timeline;
        this.workItems = workItems;
        this.households = households;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An issue whose household has its answer. */
    public record Answered(UUID id, String number) {}

    /** What an inspector may know before asking. {@code matter}: what was raised, in the resident's words. */
    public record Matter(
            UUID id,
            String number,
            UUID campaignId,
            UUID hostUnitId,
            UUID unitId,
            UUID householdId,
            String areaCode,
            String title,
            String matter,
            String handlerRole,
            @Nullable UUID handlerScopeId) {}

    /** What was claimed. {@code satisfied} is null when nobody has asked yet. */
    public record Claim(
            @Nullable IssueResult result, @Nullable Boolean satisfied) {}

    /**
     * The resident's own answer, given with the card code (R8). Whoever calls has checked the code.
     *
     * @param words required when not satisfied
     * @param proxy whether somebody answered in the resident's place, as for the elderly
     * @throws UserError {@code issue.notAsked} unless the answer is awaited just now; {@code form.invalid} at {@code
     *     words}
     */
    public void recordByResident(UUID issueId, boolean satisfied, String words, boolean proxy) {
        var item = workItems.takeForSystem(issueId, IssueTasks.ASK).orElseThrow(() -> new UserError("issue.notAsked"));
        new Form()
                .require(satisfied || !words.isBlank(), "words", "issue.missing.dissatisfaction")
                .optional("words", words, 1000)
                .check();
        var issue = get(issueId);
        issue.recordSatisfaction(
                satisfied, words, proxy ? IssueTasks.RESIDENT_PROXY : IssueTasks.RESIDENT, null, clock.now());
        timeline.add(
                issueId,
                satisfied ? EntryKind.SATISFIED : EntryKind.DISSATISFIED,
                null,
                words,
                proxy ? IssueTasks.RESIDENT_PROXY : IssueTasks.RESIDENT);
        if (satisfied) {
            process.satisfied(item, tasks.closingRole(issue).code(), steps.limit(issue, "closing"));
        } else {
            process.dissatisfied(item);
        }
    }

    /** The issues of a campaign that a sample may be drawn from, by number. The caller checks rights. */
    @Transactional(readOnly = true)
    public List<Answered> answered(UUID campaignId) {
        return jdbc.sql("""
                select id, number from issue where campaign_id = ? and told_at is not null
                  and state in ('SATISFACTION', 'CLOSING', 'CLOSED') order by number
                """)
                .param(campaignId)
                .query((row, number) -> new Answered(row.getObject("id", UUID.class), row.getString("number")))
                .list();
    }

    /** The caller checks rights. */
    @Transactional(readOnly = true)
    public Matter matter(UUID issueId) {
        var issue = get(issueId);
        return new Matter(
                issueId,
                issue.number,
                issue.campaignId,
                issue.hostUnitId,
                issue.unitId,
                issue.householdId,
                issue.areaCode,
                issue.title,
                issue.description,
                issue.handlerRole,
                issue.handlerScopeId);
    }

    @Transactional(readOnly = true)
    public String place(UUID issueId) {
        return households.summary(get(issueId).householdId).place();
    }

    /** The caller checks rights. */
    @Transactional(readOnly = true)
    public Claim claim(UUID issueId) {
        var issue = get(issueId);
        return new Claim(issue.result, issue.satisfied);
    }

    /** Whether the person registered, handled, told, asked or closed it. */
    @Transactional(readOnly = true)
    public boolean tookPart(UUID issueId, UUID personId) {
        return timeline.took(issueId, personId, PARTS);
    }

    /** Tells in the timeline what supervision did; {@code source} names the rule. */
    public void record(UUID issueId, EntryKind kind, String text, String source) {
        timeline.add(issueId, kind, get(issueId).level, text, source);
    }

    /**
     * The household said something else than what was claimed: it is worked on once more and counted, and by a level
     * above when the household was not satisfied for the second time (R8). A closed issue gets a new process.
     *
     * @param unhappy whether the household is not satisfied
     */
    public void reopenAfterRevisit(UUID issueId, boolean unhappy, String words) {
        var issue = get(issueId);
        timeline.add(issueId, EntryKind.REVISITED, issue.level, words, "R8");
        switch (issue.state) {
            case SATISFACTION -> {
                var item = workItems.takeForSystem(issueId, IssueTasks.ASK).orElseThrow();
                issue.recordSatisfaction(false, words, "INSPECTOR", Actors.currentId(), clock.now());
                process.dissatisfied(item);
            }
            case CLOSING -> {
                var item = workItems.takeForSystem(issueId, IssueTasks.CLOSE).orElseThrow();
                if (unhappy) {
                    issue.dissatisfied++;
                }
                process.closureDecided(item, false);
            }
            case CLOSED -> {
                issue.reopenClosed(unhappy);
                var again = steps.reopen(issueId);
                process.start(new IssueProcess.Start(
                        issueId,
                        issue.campaignId,
                        issue.householdId,
                        issue.firstVisitorId,
                        new Triage.Facts(issue.urgent, issue.solvable, issue.category, issue.vulnerable),
                        again.twice() ? Route.ESCALATED : Route.WITHIN_DEADLINE,
                        deadlines.today(),
                        again.charge()));
            }
            default -> {
                // It is being worked on again already.
            }
        }
    }

    private Issue get(UUID issueId) {
        return issues.findById(issueId).orElseThrow(() -> new UserError("issue.unknown"));
    }
}
