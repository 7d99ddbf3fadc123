package cn.minqing.issue;

import cn.minqing.campaign.Campaigns;
import cn.minqing.issue.SupervisionLadder.Action;
import cn.minqing.issue.SupervisionLadder.Situation;
import cn.minqing.issue.SupervisionLadder.Step;
import cn.minqing.issue.Supervisor.Late;
import cn.minqing.issue.Supervisor.Recipient;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.People;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.tasklist.WorkItem.Colour;
import cn.minqing.tasklist.WorkItems;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The supervision ladder (R6). One query over the clocks that run out soon, one question to the decision table for each
 * different situation, and a transaction of its own for each issue of which something changes. A step that was taken for
 * a deadline is not taken again, however often and by however many the ladder is climbed.
 */
@Component
class IssueColours {
    private static final Logger LOG = LoggerFactory.getLogger(IssueColours.class);

    /** Days ahead within which the decision table may say something. */
    private static final int HORIZON = 15;

    private static final String ACCEPTANCE = "acceptance";

    private final JdbcClient jdbc;
    private final IssueRepository issues;
    private final SupervisionLadder ladder;
    private final Supervisor supervisor;
    private final Deadlines deadlines;
    private final Levels levels;
    private final Timeline timeline;
    private final Requests requests;
    private final IssueProcess process;
    private final Campaigns campaigns;
    private final People people;
    private final WorkItems workItems;
    private final AppClock clock;
    private final TransactionTemplate transaction;

    IssueColours(
            JdbcClient jdbc,
            IssueRepository issues,
            SupervisionLadder ladder,
            Supervisor supervisor,
            Deadlines deadlines,
            Levels levels,
            Timeline timeline,
            Requests requests,
            IssueProcess process,
            Campaigns campaigns,
            People people,
            WorkItems workItems,
            AppClock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.issues = issues;
        this.ladder = ladder;
        this.supervisor = supervisor;
        this.deadlines = deadlines;
        this.levels = levels;
        this.timeline = timeline;
        this.requests = requests;
        this.process = process;
        this.campaigns = campaigns;
        this.people = people;
        this.workItems = workItems;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Running(
            UUID id,
            String waiting,
            LocalDate due,
            boolean calendarDays,
            String level,
            Colour colour,
            int steps,
            boolean over) {
        Running late() {
            return new Running(id, waiting, due, calendarDays, level, colour, steps, true);
        }
    }

    @Scheduled(
            fixedDelayString = "${minqing.issue.colour-sweep:PT1M}",
            initialDelayString = "${minqing.issue.colour-sweep-first:PT30S}")
    public void sweep() {
        sweep(null);
    }

    /** As {@link #sweep()}, for one campaign; null for all. */
    void sweep(@Nullable UUID campaignId) {
        var answers = new HashMap<Situation, Step>();
        for (var issue : running(campaignId)) {
            var step = answers.computeIfAbsent(situation(issue, issue.steps()), ladder::step);
            if (step.action() != Action.NONE
                    || step.colour().ordinal() > issue.colour().ordinal()) {
                try {
                    transaction.executeWithoutResult(status -> climb(issue, answers, true));
                } catch (RuntimeException e) {
                    LOG.error("The ladder stopped at issue {}", issue.id(), e);
                }
            }
        }
    }

    /** A timer of the issue rang: what the table says now is done now. What takes it away is left to the sweep. */
    void climb(UUID issueId) {
        running("i.id = :id", Map.of("id", issueId)).forEach(running -> climb(running, new HashMap<>(), false));
    }

    /**
     * The level let the time to accept it pass. As {@link #climb(UUID)}, with the day over for certain.
     *
     * @return the colour it has now
     */
    Colour silent(UUID issueId) {
        return running("i.id = :id", Map.of("id", issueId)).stream()
                .map(running -> climb(running.late(), new HashMap<>(), false))
                .findFirst()
                .orElse(Colour.NONE);
    }

    private List<Running> running(@Nullable UUID campaignId) {
        return campaignId == null
                ? running("true", Map.of())
                : running("i.campaign_id = :campaign", Map.of("campaign", campaignId));
    }

    private List<Running> running(String which, Map<String, ?> params) {
        return jdbc.sql("""
                with open as (
                  select i.id, i.calendar_days, i.colour,
                    case when i.state = 'ESCALATED' or i.handler_role <> 'cadre' then i.level end as level,
                    case when l.id is null then 'handling' else 'acceptance' end as waiting,
                    coalesce(l.acceptance_due, i.deadline) as due_on
                  from issue i
                  left join issue_level l on l.issue_id = i.id and l.ended_at is null and l.decision is null
                    and i.state = 'ESCALATED'
                  where i.state in ('REGISTERED', 'HANDLING', 'ESCALATED', 'EXPLAINING') and not i.parked and %s)
                select o.*, (select count(*) from issue_ladder_step s
                    where s.issue_id = o.id and s.waiting = o.waiting and s.due_on = o.due_on) as steps
                from open o where o.due_on <= :horizon order by o.id
                """.formatted(which))
                .params(params)
                .param("horizon", Date.valueOf(deadlines.today().plusDays(HORIZON)))
                .query((row, number) -> new Running(
                        row.getObject("id", UUID.class),
                        row.getString("waiting"),
                        row.getDate("due_on").toLocalDate(),
                        row.getBoolean("calendar_days"),
                        row.getString("level") == null ? "" : row.getString("level"),
                        Colour.valueOf(row.getString("colour")),
                        row.getInt("steps"),
                        false))
                .list();
    }

    private Situation situation(Running issue, int steps) {
        var left = deadlines.left(issue.due(), issue.calendarDays());
        return new Situation(issue.waiting(), issue.over() ? Math.min(left, -1) : left, steps, issue.level());
    }

    /**
     * The work items first, as every command does, so that nobody waits for the other in a circle. What is written to
     * the issue leaves its version alone: a mark must not turn away who decides at the same moment.
     */
    private Colour climb(Running running, Map<Situation, Step> answers, boolean raises) {
        workItems.colour(running.id(), running.colour());
        var colour = running.colour();
        var steps = running.steps();
        while (true) {
            var step = answers.computeIfAbsent(situation(running, steps), ladder::step);
            var issue = issues.findById(running.id()).orElseThrow();
            if (!issue.state.onTheClock() || issue.parked || !unchanged(issue, running)) {
                return colour;
            }
            colour = mark(issue.getId(), colour, step.colour());
            if (step.action() == Action.NONE
                    || (step.action() == Action.RAISE && !raises)
                    || !first(running, step.action())) {
                return colour;
            }
            act(issue, running, step);
            steps++;
        }
    }

    /** Whether it still waits for the same, until the same day: somebody may have decided meanwhile. */
    private boolean unchanged(Issue issue, Running running) {
        var due = running.waiting().equals(ACCEPTANCE)
                ? levels.current(issue.getId())
                        .map(Levels.Received::acceptanceDue)
                        .orElse(issue.deadline)
                : issue.deadline;
        return due.equals(running.due());
    }

    private Colour mark(UUID issueId, Colour before, Colour now) {
        if (now.ordinal() <= before.ordinal()) {
            return before;
        }
        workItems.colour(issueId, now);
        jdbc.sql("update issue set colour = ?, nobody_above = false where id = ?")
                .params(now.name(), issueId)
                .update();
        return now;
    }

    private boolean first(Running issue, Action action) {
        return jdbc.sql("""
                insert into issue_ladder_step (issue_id, waiting, due_on, action, at) values (?, ?, ?, ?, ?)
                on conflict do nothing
                """)
                        .params(
                                issue.id(),
                                issue.waiting(),
                                Date.valueOf(issue.due()),
                                action.name(),
                                Timestamp.from(clock.now()))
                        .update()
                == 1;
    }

    private void act(Issue issue, Running running, Step step) {
        var handler = handler(issue);
        var late = new Late(
                issue.getId() + "/" + running.waiting() + "/" + running.due() + "/" + step.action(),
                issue.getId(),
                issue.campaignId,
                issue.hostUnitId,
                answerable(issue),
                issue.areaCode,
                issue.number,
                issue.title,
                handler,
                step.colour(),
                step.reason(),
                step.source());
        var superior = superior(issue);
        switch (step.action()) {
            case REMIND_HANDLER -> {
                supervisor.remind(late, handler);
                timeline.add(issue.getId(), EntryKind.REMINDED, issue.level, step.reason(), step.source());
            }
            case REMIND_LEADER -> {
                supervisor.remind(
                        late, step.recipient().equals("unit-leader") ? leader(issue) : report(issue, superior));
                timeline.add(issue.getId(), EntryKind.REMINDED, issue.level, step.reason(), step.source());
            }
            case SUPERVISE -> {
                supervisor.supervise(late);
                timeline.add(issue.getId(), EntryKind.SUPERVISED, issue.level, step.reason(), step.source());
            }
            case CIRCULAR -> {
                supervisor.circulate(late);
                supervisor.remind(late, report(issue, superior));
                timeline.add(issue.getId(), EntryKind.CIRCULATED, superior.orElse(null), step.reason(), step.source());
            }
            case RAISE -> {
                supervisor.remind(late, report(issue, superior));
                superior.ifPresentOrElse(
                        level -> raise(issue, level, step),
                        () -> jdbc.sql("update issue set nobody_above = true where id = ?")
                                .param(issue.getId())
                                .update());
            }
            case NONE -> throw new IllegalStateException();
        }
    }

    /**
     * The level above works on it from now on; who had it stays informed and the first visitor still answers (R1, S7.10).
     * It starts there without a colour, with the clock of that level.
     */
    private void raise(Issue issue, AreaLevel level, Step step) {
        requests.lapse(issue.getId());
        levels.current(issue.getId()).ifPresent(received -> levels.end(received.id(), "RAISED"));
        timeline.add(issue.getId(), EntryKind.RAISED, level, step.reason(), step.source());
        process.raised(issue.getId());
        issues.flush();
        jdbc.sql("update issue set colour = 'NONE' where id = ?")
                .param(issue.getId())
                .update();
    }

    private static Recipient handler(Issue issue) {
        if (issue.handlerId != null) {
            return new Recipient(issue.handlerId, null, null);
        }
        return issue.handlerScopeId == null
                ? new Recipient(issue.firstVisitorId, null, null)
                : new Recipient(null, issue.handlerRole, issue.handlerScopeId);
    }

    private static Recipient leader(Issue issue) {
        return new Recipient(null, Role.UNIT_LEADER.code(), issue.unitId);
    }

    /** From now on the level above reads it; where nobody leads above, the leading group is told. */
    private Recipient report(Issue issue, Optional<AreaLevel> superior) {
        superior.ifPresent(level -> jdbc.sql("update issue set reach = least(reach, ?) where id = ?")
                .params(level.codeLength(), issue.getId())
                .update());
        return superior.map(level -> new Recipient(
                        null,
                        Role.leading(level).code(),
                        levels.area(level, issue.areaCode).id()))
                .orElseGet(() -> new Recipient(null, Role.LEADING_GROUP.code(), issue.hostUnitId));
    }

    private Optional<AreaLevel> superior(Issue issue) {
        return levels.next(campaigns.get(issue.campaignId), issue).map(Levels.Step::level);
    }

    /** A department answers for what it was charged with, a level by the unit of who leads it, else the cadre's unit. */
    private UUID answerable(Issue issue) {
        if (issue.handlerScopeId == null || issue.handlerRole.equals(Role.CADRE.code())) {
            return issue.unitId;
        }
        if (issue.handlerRole.equals(Role.DEPARTMENT_HANDLER.code())) {
            return issue.handlerScopeId;
        }
        return people.holding(Role.of(issue.handlerRole), issue.handlerScopeId).stream()
                .findFirst()
                .map(person -> person.unitId())
                .orElse(issue.unitId);
    }
}
