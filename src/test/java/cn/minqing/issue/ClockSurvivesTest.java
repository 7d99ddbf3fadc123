package cn.minqing.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.organization.Person;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import cn.minqing.platform.WorkdayOverrides;
import cn.minqing.platform.Workdays;
import cn.minqing.tasklist.WorkItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever happens to an issue, what is stored, what waits and what the ledger gives are the same day. */
@ProductTest
@DisplayName("期限经得起折腾")
class ClockSurvivesTest {
    @Autowired
    IssueWorld.Tools tools;

    @Autowired
    IssueTasks tasks;

    @Autowired
    IssueRequests requests;

    @Autowired
    Issues issues;

    @Autowired
    Clocks clocks;

    @Autowired
    WorkCalendar calendar;

    @Autowired
    WorkdayOverrides overrides;

    @Autowired
    Workdays workdays;

    @Autowired
    AppClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Test
    @DisplayName("随机三十串退回、接替、延期、挂账、上报、重办：存的期限、任务、时钟与台账重算一致")
    void whatever_happens() {
        for (var seed = 0; seed < 30; seed++) {
            var world = tools.create();
            var issue = world.withinDeadline();
            var random = new Random(seed);
            var said = new ArrayList<String>();
            for (var step = 0; step < 8; step++) {
                said.add(step(world, issue, random));
                holds(issue, "seed " + seed + " " + said);
                clock.set(clock.now().plusSeconds(86_400L * random.nextInt(3)));
            }
        }
    }

    private String step(IssueWorld world, UUID issue, Random random) {
        var waiting = world.waiting(issue);
        var village = world.people.villageLeader();
        var item = world.open(issue).getFirst();
        if (waiting.contains(IssueRequests.APPROVE_EXTENSION)) {
            decide(world, issue, IssueRequests.APPROVE_EXTENSION, id -> requests.decideExtension(id, true, 1, ""));
            return "extended";
        }
        if (waiting.contains(IssueRequests.APPROVE_PARKING)) {
            try {
                decide(world, issue, IssueRequests.APPROVE_PARKING, id -> requests.decideParking(id, true, ""));
                return "parked";
            } catch (UserError e) {
                decide(world, issue, IssueRequests.APPROVE_PARKING, id -> requests.decideParking(id, false, "过了"));
                return "not parked";
            }
        }
        if (waiting.contains(IssueRequests.REVIEW_PARKING)) {
            decide(world, issue, IssueRequests.REVIEW_PARKING, id -> requests.reviewParking(id, false, "", null));
            return "resumed";
        }
        if (waiting.contains(IssueRequests.TELL_PARKING)) {
            world.fire(issue, "timer_parkingNotTold");
            return "review is due";
        }
        if (waiting.contains(IssueTasks.ACCEPT)) {
            var leader = holder(world, item);
            if (random.nextBoolean()) {
                try {
                    world.decide(leader, issue, IssueTasks.ACCEPT, id -> tasks.returnBack(id, "按分工不归我。"));
                    return "returned";
                } catch (UserError tooLate) {
                    // Nothing was changed; accept it instead.
                }
            }
            world.decide(leader, issue, IssueTasks.ACCEPT, tasks::accept);
            return "accepted";
        }
        if (waiting.contains(IssueTasks.TELL)) {
            decide(world, issue, IssueTasks.TELL, id -> tasks.tellHousehold(id, "PHONE", "说了。"));
            return "told";
        }
        if (waiting.contains(IssueTasks.ASK)) {
            world.ask(issue, false);
            return "reopened";
        }
        var element = waiting.contains(IssueTasks.HANDLE) ? IssueTasks.HANDLE : IssueTasks.HANDLE_AT_LEVEL;
        return switch (random.nextInt(5)) {
            case 0 ->
                attempt(() -> decide(world, issue, element, id -> requests.requestExtension(id, "要等料。", 1)), "asked");
            case 1 ->
                attempt(
                        () -> decide(
                                world,
                                issue,
                                element,
                                id -> requests.requestParking(
                                        id, "冻土。", clock.today().plusDays(10))),
                        "asked to park");
            case 2 -> {
                var to = world.people.cadres().get(random.nextInt(3) + 3);
                jdbc.sql("select first_visitor_id from issue where id = ?")
                        .param(issue)
                        .query(UUID.class)
                        .optional()
                        .filter(from -> !from.equals(to.id()))
                        .ifPresent(from -> issues.handOver(from, to.id(), List.of(world.household())));
                yield "handed over";
            }
            case 3 ->
                attempt(
                        () -> {
                            if (element.equals(IssueTasks.HANDLE)) {
                                decide(world, issue, element, id -> tasks.cannotHandle(id, "办不了。"));
                            } else {
                                decide(world, issue, element, id -> tasks.sendUp(id, "办不了。"));
                            }
                        },
                        "sent up");
            default -> {
                if (element.equals(IssueTasks.HANDLE)) {
                    decide(world, issue, element, id -> tasks.handle(id, IssueResult.RESOLVED, "办了。", ""));
                } else {
                    decide(world, issue, element, id -> tasks.handleAtLevel(id, IssueResult.RESOLVED, "办了。", ""));
                }
                yield "handled";
            }
        };
    }

    private static String attempt(Runnable command, String said) {
        try {
            command.run();
            return said;
        } catch (UserError e) {
            return "refused: " + e.code();
        }
    }

    private void decide(IssueWorld world, UUID issue, String element, java.util.function.Consumer<UUID> command) {
        var item = world.open(issue).stream()
                .filter(open -> open.element().equals(element))
                .findFirst()
                .orElseThrow();
        world.decide(holder(world, item), issue, element, command);
    }

    private Person holder(IssueWorld world, WorkItem item) {
        if (item.personId() != null) {
            return world.people.people().get(item.personId());
        }
        return switch (String.valueOf(item.role())) {
            case "village-leader" -> world.people.villageLeader();
            case "town-leader" -> world.people.townLeader();
            case "county-leader" -> world.people.countyLeader();
            case "leading-group" -> world.people.leadingGroup();
            default -> throw new AssertionError(item.role());
        };
    }

    /** The stored deadlines are the ledger's; what waits for them waits for that day. */
    private void holds(UUID issue, String story) {
        var row = jdbc.sql("select deadline, promised, state, parked from issue where id = ?")
                .param(issue)
                .query()
                .singleRow();
        var deadline = ((java.sql.Date) row.get("deadline")).toLocalDate();
        assertThat(clocks.recompute(issue, Clocks.HOLDER).deadline()).as(story).isEqualTo(deadline);
        assertThat(clocks.recompute(issue, Clocks.RESIDENT).deadline())
                .as(story)
                .isEqualTo(((java.sql.Date) row.get("promised")).toLocalDate());
        assertThat(clocks.recompute(issue, Clocks.HOLDER).parked()).as(story).isEqualTo(row.get("parked"));
        var rings = rings(issue);
        if (clock.now().isBefore(start(deadline.plusDays(1)))) {
            assertThat(rings).as(story).allMatch(start(deadline.plusDays(1))::equals);
        }
        var due = jdbc.sql("""
                select due_at from work_item where subject_id = ? and state = 'OPEN'
                and element in ('userTask_handleIssue', 'userTask_handleAtLevel', 'userTask_handleByDepartment')
                """).param(issue).query(java.sql.Timestamp.class).list();
        assertThat(due)
                .as(story)
                .allMatch(
                        at -> LocalDate.ofInstant(at.toInstant(), AppClock.ZONE).equals(deadline));
    }

    private List<Instant> rings(UUID issue) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(issue.toString()).list().stream()
                .flatMap(
                        instance -> List.of("timer_overdue", "timer_levelOverdue").stream()
                                .flatMap(timer -> management
                                        .createJobQuery()
                                        .processInstanceId(instance.getId())
                                        .activityId(timer)
                                        .list()
                                        .stream()))
                .map(job -> job.getDuedate().toInstant())
                .toList();
    }

    @Test
    @DisplayName("对住户承诺的期限，退回和上报都不改")
    void the_promise_stands() {
        var world = tools.create();
        var issue = world.escalated();
        var promised = promised(issue);
        world.today(LocalDate.of(2013, 1, 22));
        world.decide(world.people.villageLeader(), issue, IssueTasks.ACCEPT, id -> tasks.returnBack(id, "按分工不归村里。"));
        assertThat(promised(issue)).isEqualTo(promised);
        assertThat(world.view(world.cadre(), issue).clock().deadline()).isAfter(promised);
        world.decide(world.cadre(), issue, IssueTasks.HANDLE, id -> tasks.cannotHandle(id, "真办不了。"));
        assertThat(promised(issue)).isEqualTo(promised);
    }

    @Test
    @DisplayName("日历变了：在办事项的期限、时钟、任务和受理时限随之移动，经过里写明；撤销后移回")
    void a_changed_calendar_moves_open_deadlines() {
        var world = tools.create();
        var issue = world.withinDeadline();
        var escalated = world.escalated();
        var urgent = world.register(new NewIssue(
                world.campaignId, world.household(), "housing", "房要塌", "墙裂了。", true, "cadre", null, "", ""));
        var urgentDue = jdbc.sql("select deadline from issue where id = ?")
                .param(urgent)
                .query(java.sql.Date.class)
                .single();
        var day = LocalDate.of(2013, 1, 22);
        try {
            var moved = world.people.as(
                    world.people.administrator(), () -> calendar.set(day, false, "暴雪停工", "县政府办〔2013〕1号"));
            assertThat(moved).isGreaterThanOrEqualTo(2);
            holds(issue, "holiday added");
            holds(escalated, "holiday added");
            assertThat(world.view(world.cadre(), issue).clock().deadline()).isEqualTo("2013-01-29");
            assertThat(world.view(world.cadre(), escalated).levels().getFirst().acceptanceDue())
                    .isEqualTo("2013-01-23");
            assertThat(jdbc.sql("select return_until from issue_level where issue_id = ?")
                            .param(escalated)
                            .query(java.sql.Date.class)
                            .single())
                    .as("the day to give it back moves as well")
                    .isEqualTo("2013-01-23");
            assertThat(world.story(issue)).contains(EntryKind.CALENDAR_CHANGED);
            assertThat(jdbc.sql("select deadline from issue where id = ?")
                            .param(urgent)
                            .query(java.sql.Date.class)
                            .single())
                    .isEqualTo(urgentDue);
            var year = world.people.as(world.people.administrator(), () -> calendar.year(2013));
            assertThat(year.changes()).extracting(WorkdayOverrides.Day::name).contains("暴雪停工");
            assertThat(year.days()).hasSize(365);
        } finally {
            world.people.as(world.people.administrator(), () -> calendar.clear(day));
        }
        holds(issue, "holiday taken back");
        assertThat(world.view(world.cadre(), issue).clock().deadline()).isEqualTo("2013-01-28");
    }

    @Test
    @DisplayName("挂着账的事项遇日历变动，恢复后照新日历算")
    void a_changed_calendar_while_parked() {
        var world = tools.create();
        var issue = world.withinDeadline();
        world.decide(
                world.cadre(),
                issue,
                IssueTasks.HANDLE,
                id -> requests.requestParking(id, "冻土。", LocalDate.of(2013, 2, 4)));
        world.decide(
                world.people.villageLeader(),
                issue,
                IssueRequests.APPROVE_PARKING,
                id -> requests.decideParking(id, true, ""));
        var day = LocalDate.of(2013, 2, 5);
        try {
            world.people.as(world.people.administrator(), () -> calendar.set(day, false, "停工", "通知"));
            holds(issue, "while parked");
            world.decide(world.cadre(), issue, IssueTasks.HANDLE, id -> requests.liftParking(id, "好了。"));
            holds(issue, "lifted");
        } finally {
            world.people.as(world.people.administrator(), () -> calendar.clear(day));
        }
        holds(issue, "taken back");
    }

    @Test
    @DisplayName("日历只有管理员能改，要写名称和依据；没有公布的年份提醒补")
    void only_the_administrator_changes_the_calendar() {
        var world = tools.create();
        var day = LocalDate.of(2031, 1, 1);
        assertThatThrownBy(() -> world.people.as(world.people.clerk(), () -> calendar.set(day, false, "元旦", "通知")))
                .isInstanceOf(UserError.class);
        assertThatThrownBy(() -> world.people.as(world.people.administrator(), () -> calendar.set(day, false, "", "")))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.fields()).containsOnlyKeys("name", "source"));
        clock.set(IssueWorld.morning(LocalDate.of(2031, 3, 3)));
        assertThat(calendar.missingYears()).contains(2031);
        try {
            world.people.as(world.people.administrator(), () -> calendar.set(day, false, "元旦", "国办发明电〔2030〕1号"));
            assertThat(calendar.missingYears()).doesNotContain(2031);
            assertThat(workdays.isWorkday(day)).isFalse();
            assertThat(overrides.ofYear(2031)).hasSize(1);
        } finally {
            world.people.as(world.people.administrator(), () -> calendar.clear(day));
        }
        assertThat(workdays.isWorkday(day)).isTrue();
    }

    private LocalDate promised(UUID issue) {
        return jdbc.sql("select promised from issue where id = ?")
                .param(issue)
                .query(java.sql.Date.class)
                .single()
                .toLocalDate();
    }

    private static Instant start(LocalDate date) {
        return date.atStartOfDay(AppClock.ZONE).toInstant();
    }
}
