package cn.minqing.process.issuehandling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.issue.CoHandling;
import cn.minqing.issue.Duplicates;
import cn.minqing.issue.EntryKind;
import cn.minqing.issue.IssueClocks;
import cn.minqing.issue.IssueRequests;
import cn.minqing.issue.IssueResult;
import cn.minqing.issue.IssueState;
import cn.minqing.issue.IssueTasks;
import cn.minqing.issue.IssueWorld;
import cn.minqing.issue.RequestLimits;
import cn.minqing.issue.Route;
import cn.minqing.organization.People;
import cn.minqing.organization.Person;
import cn.minqing.organization.Role;
import cn.minqing.organization.Units;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.WorkItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@DisplayName("民情事项的延期、挂账、撤回和合并")
class IssueRequestsProcessTest {
    private static final LocalDate DUE = LocalDate.of(2013, 1, 28);

    @Autowired
    IssueWorld.Tools tools;

    @Autowired
    IssueTasks tasks;

    @Autowired
    IssueRequests requests;

    @Autowired
    RequestLimits limits;

    @Autowired
    CoHandling coHandling;

    @Autowired
    Duplicates duplicates;

    @Autowired
    IssueClocks clocks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    RepositoryService repository;

    @Autowired
    AppClock clock;

    @Autowired
    Units units;

    @Autowired
    People people;

    private IssueWorld world;

    @BeforeEach
    void world() {
        world = tools.create();
    }

    @Test
    @DisplayName("延期：村领导批准三天，期限、任务和时钟一起顺延")
    void extended() {
        var issue = world.withinDeadline();
        askExtension(issue, 5);
        assertThat(world.waiting(issue)).containsExactlyInAnyOrder(IssueTasks.HANDLE, IssueRequests.APPROVE_EXTENSION);

        decideExtension(issue, true, 3);

        assertThat(world.waiting(issue)).containsExactly(IssueTasks.HANDLE);
        var due = LocalDate.of(2013, 1, 31);
        assertThat(world.view(world.cadre(), issue).clock().deadline()).isEqualTo(due);
        assertThat(day(world.open(issue).getFirst().due())).isEqualTo(due);
        assertThat(ring(issue, "timer_overdue")).isEqualTo(start(due.plusDays(1)));
        assertThat(ring(issue, "timer_dueSoon")).isEqualTo(start(LocalDate.of(2013, 1, 29)));
        assertThat(world.story(issue)).contains(EntryKind.EXTENSION_REQUESTED, EntryKind.EXTENDED);
        var explained = explain(issue);
        assertThat(explained.parts().stream().map(IssueClocks.Part::key))
                .containsExactly("clock.workdays", "clock.started", "clock.extended", "clock.until");
        assertThat(explained.promised()).isEqualTo(due);
        assertThat(explained.extensionsLeft()).isEqualTo(2);
        world.handle(issue);
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.TELL);
    }

    @Test
    @DisplayName("延期不批要写理由，期限不变")
    void extension_refused() {
        var issue = world.withinDeadline();
        askExtension(issue, 5);
        refused(
                "words",
                () -> decide(
                        world.people.villageLeader(),
                        issue,
                        IssueRequests.APPROVE_EXTENSION,
                        item -> requests.decideExtension(item, false, 0, " ")));
        decide(
                world.people.villageLeader(),
                issue,
                IssueRequests.APPROVE_EXTENSION,
                item -> requests.decideExtension(item, false, 0, "抓紧就办得完。"));

        assertThat(world.waiting(issue)).containsExactly(IssueTasks.HANDLE);
        assertThat(world.view(world.cadre(), issue).clock().deadline()).isEqualTo(DUE);
        assertThat(world.story(issue)).contains(EntryKind.EXTENSION_REFUSED);
    }

    @Test
    @DisplayName("延期还没批事情就办完了：申请作废，审批任务收回")
    void extension_lapses() {
        var issue = world.withinDeadline();
        askExtension(issue, 5);
        world.handle(issue);

        assertThat(world.waiting(issue)).containsExactly(IssueTasks.TELL);
        assertThat(world.story(issue)).contains(EntryKind.REQUEST_LAPSED);
    }

    @Test
    @DisplayName("延期最多三次，天数要在一到三十之间，一次只能有一份申请")
    void extended_three_times_at_most() {
        var issue = world.withinDeadline();
        refused("days", () -> askExtension(issue, 0));
        refused("days", () -> askExtension(issue, 31));
        for (var round = 0; round < 3; round++) {
            askExtension(issue, 1);
            fails("issue.requestPending", () -> askExtension(issue, 1));
            decideExtension(issue, true, 1);
        }
        fails("issue.extensionsUsedUp", () -> askExtension(issue, 1));
        assertThat(world.view(world.cadre(), issue).clock().deadline()).isEqualTo("2013-01-31");
    }

    @Test
    @DisplayName("期限最后一天的深夜还能申请延期，过了零点就不能")
    void asked_on_the_last_day() {
        var issue = world.withinDeadline();
        clock.set(DUE.atTime(18, 0).atZone(AppClock.ZONE).toInstant());
        assertThat(world.view(world.cadre(), issue).clock().left()).isZero();
        clock.set(DUE.atTime(23, 59).atZone(AppClock.ZONE).toInstant());
        askExtension(issue, 2);
        clock.set(start(DUE.plusDays(1)));
        decideExtension(issue, true, 2);
        assertThat(world.view(world.cadre(), issue).clock().deadline()).isEqualTo("2013-01-30");

        var late = world.withinDeadline();
        clock.set(start(world.view(world.cadre(), late).clock().deadline().plusDays(1)));
        fails("issue.extensionTooLate", () -> askExtension(late, 2));
    }

    @Test
    @DisplayName("村里办的由镇领导批延期，自己不能批自己的")
    void one_level_above_the_handler() {
        var issue = world.escalated();
        var village = world.people.villageLeader();
        decide(village, issue, IssueTasks.ACCEPT, tasks::accept);
        decide(village, issue, IssueTasks.HANDLE_AT_LEVEL, item -> requests.requestExtension(item, "等石料。", 2));
        assertThat(open(issue, IssueRequests.APPROVE_EXTENSION).role()).isEqualTo("town-leader");
        decide(
                world.people.townLeader(),
                issue,
                IssueRequests.APPROVE_EXTENSION,
                item -> requests.decideExtension(item, true, 2, "同意"));
        assertThat(world.view(village, issue).levels().getFirst().due()).isEqualTo("2013-01-30");
        assertThat(ring(issue, "timer_levelOverdue")).isEqualTo(start(LocalDate.of(2013, 1, 31)));
        assertThat(day(open(issue, IssueTasks.HANDLE_AT_LEVEL).due())).isEqualTo("2013-01-30");
    }

    @Test
    @DisplayName("部门办的由交办的领导批延期")
    void the_level_decides_for_its_department() {
        var issue = delegated(List.of());
        decide(
                world.people.townHandler(),
                issue,
                IssueTasks.HANDLE_BY_DEPARTMENT,
                item -> requests.requestExtension(item, "等专家来看。", 4));
        assertThat(open(issue, IssueRequests.APPROVE_EXTENSION).role()).isEqualTo("town-leader");
        decide(
                world.people.townLeader(),
                issue,
                IssueRequests.APPROVE_EXTENSION,
                item -> requests.decideExtension(item, true, 4, ""));
        assertThat(ring(issue, "timer_departmentOverdue"))
                .isEqualTo(start(
                        world.view(world.cadre(), issue).clock().deadline().plusDays(1)));
    }

    @Test
    @DisplayName("挂账：停止计时，告知住户，到日复查，继续挂账一次，再复查后恢复")
    void parked_reviewed_and_resumed() {
        var issue = world.withinDeadline();
        park(issue, LocalDate.of(2013, 2, 20));
        assertThat(world.waiting(issue)).containsExactlyInAnyOrder(IssueTasks.HANDLE, IssueRequests.TELL_PARKING);
        fails(
                "issue.parked",
                () -> decide(world.cadre(), issue, IssueTasks.HANDLE, item -> tasks.cannotHandle(item, "办不了。")));
        decide(
                world.cadre(),
                issue,
                IssueRequests.TELL_PARKING,
                item -> requests.tellParking(item, "IN_PERSON", "开春化冻才能动工，二月二十日再看。"));
        assertThat(explain(issue).parked()).isTrue();

        world.fire(issue, "timer_reviewDue");
        assertThat(open(issue, IssueRequests.REVIEW_PARKING).role()).isEqualTo("village-leader");
        var next = LocalDate.of(2013, 3, 20);
        decide(
                world.people.villageLeader(),
                issue,
                IssueRequests.REVIEW_PARKING,
                item -> requests.reviewParking(item, true, "还没化透。", next));
        assertThat(world.waiting(issue)).containsExactlyInAnyOrder(IssueTasks.HANDLE, IssueRequests.TELL_PARKING);
        assertThat(explain(issue).reviewOn()).isEqualTo(next);

        world.fire(issue, "timer_parkingNotTold");
        decide(
                world.people.villageLeader(),
                issue,
                IssueRequests.REVIEW_PARKING,
                item -> requests.reviewParking(item, false, "化冻了，动工。", null));

        // Five workdays were left, counted from the day it was resumed on.
        assertThat(world.view(world.cadre(), issue).clock().deadline()).isEqualTo("2013-03-27");
        assertThat(explain(issue).parts().stream().map(IssueClocks.Part::key)).contains("clock.wasParked");
        assertThat(world.story(issue))
                .contains(
                        EntryKind.PARKED,
                        EntryKind.PARKING_TOLD,
                        EntryKind.PARKING_PROLONGED,
                        EntryKind.NOTE,
                        EntryKind.RESUMED);
        world.handle(issue);
        world.tell(issue);
        world.ask(issue, true);
        world.close(world.people.villageLeader(), issue);
        assertThat(world.running(issue)).isFalse();
    }

    @Test
    @DisplayName("挂账提前恢复：从恢复那天接着算剩下的天数")
    void parking_is_lifted() {
        var issue = world.withinDeadline();
        world.today(LocalDate.of(2013, 1, 23));
        park(issue, LocalDate.of(2013, 2, 20));
        fails("issue.parked", () -> askExtension(issue, 1));
        // The Spring Festival lies in between; three workdays are left.
        world.today(LocalDate.of(2013, 2, 8));
        decide(world.cadre(), issue, IssueTasks.HANDLE, item -> requests.liftParking(item, "农机站有空了。"));

        assertThat(world.waiting(issue)).containsExactly(IssueTasks.HANDLE);
        assertThat(world.view(world.cadre(), issue).clock().deadline()).isEqualTo("2013-02-18");
        var parts = explain(issue).parts();
        assertThat(parts.getLast().key()).isEqualTo("clock.untilAfter");
        assertThat(parts.getLast().args().getFirst()).asString().contains("春节");
        fails(
                "issue.notParked",
                () -> decide(world.cadre(), issue, IssueTasks.HANDLE, item -> requests.liftParking(item, "再说一遍。")));
    }

    @Test
    @DisplayName("领导正在复查时条件具备了：提前恢复，复查任务收回")
    void lifted_while_under_review() {
        var issue = world.withinDeadline();
        park(issue, LocalDate.of(2013, 2, 1));
        world.fire(issue, "timer_parkingNotTold");
        assertThat(world.waiting(issue)).contains(IssueRequests.REVIEW_PARKING);
        decide(world.cadre(), issue, IssueTasks.HANDLE, item -> requests.liftParking(item, "有空了。"));
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.HANDLE);
        assertThat(explain(issue).parked()).isFalse();
    }

    @Test
    @DisplayName("挂账期间有了结果：直接办结，计时恢复，告知和复查的任务收回")
    void answered_while_parked() {
        var issue = world.withinDeadline();
        park(issue, LocalDate.of(2013, 2, 20));
        world.handle(issue);
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.TELL);
        assertThat(world.story(issue)).containsSubsequence(EntryKind.PARKED, EntryKind.RESUMED, EntryKind.HANDLED);
        assertThat(explain(issue).parked()).isFalse();
    }

    @Test
    @DisplayName("上级还没表态也可以申请挂账：受理时限停下，恢复后重新起算")
    void parked_while_a_level_decides() {
        var issue = world.escalated();
        var village = world.people.villageLeader();
        var reviewOn = LocalDate.of(2013, 2, 1);
        decide(village, issue, IssueTasks.ACCEPT, item -> requests.requestParking(item, "等县里的计划。", reviewOn));
        decide(
                world.people.townLeader(),
                issue,
                IssueRequests.APPROVE_PARKING,
                item -> requests.decideParking(item, true, "同意。"));
        assertThat(world.view(village, issue).levels().getFirst().acceptanceDue())
                .as("a workday after the promised review, the next Monday")
                .isEqualTo("2013-02-04");
        fails("issue.parked", () -> decide(village, issue, IssueTasks.ACCEPT, tasks::accept));

        world.today(LocalDate.of(2013, 1, 23));
        decide(village, issue, IssueTasks.ACCEPT, item -> requests.liftParking(item, "计划下来了。"));
        assertThat(world.view(village, issue).levels().getFirst().acceptanceDue())
                .isEqualTo("2013-01-24");
        decide(village, issue, IssueTasks.ACCEPT, tasks::accept);
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.HANDLE_AT_LEVEL);
    }

    @Test
    @DisplayName("延期、挂账的限度由决策表定，每行写明依据")
    void limits_come_from_the_table() {
        assertThat(limits.extension("s1-shangluo")).isEqualTo(new RequestLimits.Limit(3, 30, 0, 1));
        assertThat(limits.parking("s1-shangluo")).isEqualTo(new RequestLimits.Limit(0, 0, 1, 1));
    }

    @Test
    @DisplayName("挂账的复查每月至少一次：最远到下月同一天，没有这一天的到月底，不是 31 天")
    void a_month_is_a_calendar_month() {
        var parking = limits.parking("s1-shangluo");
        assertThat(parking.farthest(LocalDate.of(2013, 1, 31))).isEqualTo("2013-02-28");
        assertThat(parking.farthest(LocalDate.of(2013, 2, 15))).isEqualTo("2013-03-15");
        assertThat(parking.farthest(LocalDate.of(2012, 12, 31))).isEqualTo("2013-01-31");
        var issue = world.withinDeadline();
        world.today(LocalDate.of(2013, 1, 28));
        refused("reviewOn", () -> askParking(issue, LocalDate.of(2013, 2, 28).plusDays(1)));
        askParking(issue, LocalDate.of(2013, 2, 28));
        assertThat(world.waiting(issue)).contains(IssueRequests.APPROVE_PARKING);
    }

    @Test
    @DisplayName("挂账不批；复查日期必须在一个月以内")
    void parking_refused() {
        var issue = world.withinDeadline();
        refused("reviewOn", () -> askParking(issue, IssueWorld.MONDAY));
        refused("reviewOn", () -> askParking(issue, LocalDate.of(2013, 2, 22)));
        askParking(issue, LocalDate.of(2013, 2, 21));
        decide(
                world.people.villageLeader(),
                issue,
                IssueRequests.APPROVE_PARKING,
                item -> requests.decideParking(item, false, "冬天也能垫。"));
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.HANDLE);
        assertThat(world.story(issue)).contains(EntryKind.PARKING_REFUSED);
        assertThat(world.view(world.cadre(), issue).clock().deadline()).isEqualTo(DUE);
    }

    @Test
    @DisplayName("承诺的复查日期已到，挂账不能再批")
    void parking_decided_too_late() {
        var issue = world.withinDeadline();
        askParking(issue, LocalDate.of(2013, 1, 24));
        world.today(LocalDate.of(2013, 1, 24));
        fails(
                "issue.reviewPassed",
                () -> decide(
                        world.people.villageLeader(),
                        issue,
                        IssueRequests.APPROVE_PARKING,
                        item -> requests.decideParking(item, true, "")));
    }

    @Test
    @DisplayName("挂账还没批就上报了：申请作废")
    void parking_lapses() {
        var issue = world.withinDeadline();
        askParking(issue, LocalDate.of(2013, 2, 1));
        decide(world.cadre(), issue, IssueTasks.HANDLE, item -> tasks.cannotHandle(item, "要村里的机械。"));
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.ACCEPT);
    }

    @Test
    @DisplayName("挂账期间到了原来的期限：不标红，不报超期")
    void no_stale_ringing_while_parked() {
        var issue = world.withinDeadline();
        park(issue, LocalDate.of(2013, 2, 20));
        assertThat(ring(issue, "timer_overdue")).isAfter(start(LocalDate.of(2013, 2, 20)));
        world.fire(issue, "timer_overdue");

        assertThat(world.story(issue)).doesNotContain(EntryKind.REMINDED);
        assertThat(open(issue, IssueTasks.HANDLE).colour()).isEqualTo(WorkItem.Colour.NONE);
        // It rings again: for the deadline that holds after the parking.
        decide(world.cadre(), issue, IssueTasks.HANDLE, item -> requests.liftParking(item, "可以办了。"));
        world.fire(issue, "timer_overdue");
        assertThat(world.story(issue)).contains(EntryKind.REMINDED);
        assertThat(open(issue, IssueTasks.HANDLE).colour()).isEqualTo(WorkItem.Colour.RED);
    }

    @Test
    @DisplayName("超期已报，延期后重新计时，再超期再报一次，同一期限不报第二次")
    void reported_once_for_each_deadline() {
        var issue = world.withinDeadline();
        askExtension(issue, 20);
        world.fire(issue, "timer_overdue");
        world.fire(issue, "timer_overdue");
        assertThat(world.story(issue).stream().filter(EntryKind.REMINDED::equals))
                .as("the handler and the unit leader")
                .hasSize(2);

        decideExtension(issue, true, 20);
        assertThat(open(issue, IssueTasks.HANDLE).colour()).isEqualTo(WorkItem.Colour.NONE);
        assertThat(world.open(issue)).hasSize(1);
        world.fire(issue, "timer_overdue");
        assertThat(world.story(issue).stream().filter(EntryKind.REMINDED::equals))
                .hasSize(4);
    }

    @Test
    @DisplayName("住户撤回：记下原话，上级正在办的一并收回")
    void withdrawn() {
        var issue = world.escalated();
        decide(world.people.villageLeader(), issue, IssueTasks.ACCEPT, tasks::accept);
        assertThatThrownBy(
                        () -> world.people.run(world.people.villageLeader(), () -> requests.withdraw(issue, "不用修了。")))
                .isInstanceOf(UserError.class);
        world.people.run(world.cadre(), () -> requests.withdraw(issue, "儿子自己把路垫好了，不用修了。"));

        assertThat(world.running(issue)).isFalse();
        assertThat(world.open(issue)).isEmpty();
        var view = world.view(world.cadre(), issue);
        assertThat(view.state()).isEqualTo(IssueState.WITHDRAWN);
        assertThat(view.clock()).isNull();
        assertThat(view.levels().getLast().outcome()).isEqualTo("WITHDRAWN");
        fails("issue.moved", () -> world.people.run(world.cadre(), () -> requests.withdraw(issue, "再撤。")));
    }

    @Test
    @DisplayName("有申请待批时撤回，申请一并了结")
    void withdrawn_while_an_application_waits() {
        var issue = world.withinDeadline();
        askExtension(issue, 2);
        world.people.run(world.people.clerk(), () -> requests.withdraw(issue, "电话里说不用了。"));
        assertThat(world.open(issue)).isEmpty();
        assertThat(explain(issue).pending()).isNull();
    }

    @Test
    @DisplayName("同一件事并入另一件，本件了结，另一件照办")
    void merged() {
        var first = world.withinDeadline();
        var second = world.escalated();
        world.people.run(world.cadre(), () -> duplicates.merge(second, first, "同一段路。"));

        assertThat(world.running(second)).isFalse();
        assertThat(world.view(world.cadre(), second).state()).isEqualTo(IssueState.MERGED);
        assertThat(world.waiting(first)).containsExactly(IssueTasks.HANDLE);
        assertThat(world.story(first)).contains(EntryKind.MERGED_HERE);
        fails(
                "issue.mergeIntoMerged",
                () -> world.people.run(world.cadre(), () -> duplicates.merge(first, second, "反过来")));
    }

    @Test
    @DisplayName("主办、协办：协办单位各报各的，看得到事项，主办办结")
    void co_handled() {
        var road = helper("交通所");
        var land = helper("国土所");
        var station = world.people.townStation().id();
        // The lead unit named among the helpers, and a bureau that is not the town's, are left out.
        var issue =
                delegated(List.of(station, world.people.bureau().id(), road.unitId(), land.unitId(), road.unitId()));
        assertThat(world.waiting(issue))
                .containsExactlyInAnyOrder(
                        IssueTasks.HANDLE_BY_DEPARTMENT, IssueTasks.REPORT_PART, IssueTasks.REPORT_PART);
        assertThat(world.story(issue)).contains(EntryKind.CO_HANDLING_ASKED);
        assertThat(world.view(road, issue).number()).isNotBlank();

        refused("report", () -> decide(road, issue, IssueTasks.REPORT_PART, item -> tasks.reportPart(item, " ")));
        decide(road, issue, IssueTasks.REPORT_PART, item -> tasks.reportPart(item, "路面已勘测。"));
        decide(land, issue, IssueTasks.REPORT_PART, item -> tasks.reportPart(item, "不占耕地。"));
        assertThat(explain(issue).coHandlers())
                .allSatisfy(one -> assertThat(one.reportedAt()).isNotNull());

        assertThat(world.waiting(issue)).containsExactly(IssueTasks.HANDLE_BY_DEPARTMENT);
        decide(
                world.people.townHandler(),
                issue,
                IssueTasks.HANDLE_BY_DEPARTMENT,
                item -> tasks.handleAtLevel(item, IssueResult.RESOLVED, "路已修好。", ""));
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.TELL);
    }

    @Test
    @DisplayName("交办以后还可以再请协办：本级领导和主办部门都能请，同一家不请两遍，别人不能请")
    void co_handlers_named_later() {
        var road = helper("交通所");
        var land = helper("国土所");
        var issue = delegated(List.of(road.unitId()));
        assertThat(world.people.as(world.cadre(), () -> coHandling.choices(issue)))
                .isEmpty();
        assertThat(world.people.as(world.people.townLeader(), () -> coHandling.choices(issue)))
                .extracting(unit -> unit.id())
                .containsExactly(land.unitId());
        world.people.run(
                world.people.townHandler(), () -> coHandling.name(issue, List.of(land.unitId(), road.unitId())));
        world.people.run(world.people.townLeader(), () -> coHandling.name(issue, List.of(land.unitId())));
        assertThat(world.waiting(issue))
                .containsExactlyInAnyOrder(
                        IssueTasks.HANDLE_BY_DEPARTMENT, IssueTasks.REPORT_PART, IssueTasks.REPORT_PART);
        fails("forbidden", () -> world.people.run(world.cadre(), () -> coHandling.name(issue, List.of(land.unitId()))));
        decide(land, issue, IssueTasks.REPORT_PART, item -> tasks.reportPart(item, "不占耕地。"));
        assertThat(world.story(issue)).contains(EntryKind.CO_HANDLED);
    }

    @Test
    @DisplayName("主办先办结：没报送的协办任务收回，不耽误告知住户")
    void the_lead_does_not_wait_for_helpers() {
        var road = helper("交通所");
        var issue = delegated(List.of(road.unitId()));
        decide(
                world.people.townHandler(),
                issue,
                IssueTasks.HANDLE_BY_DEPARTMENT,
                item -> tasks.handleAtLevel(item, IssueResult.RESOLVED, "路已修好。", ""));
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.TELL);
    }

    private Person helper(String name) {
        var unit = units.add(name, null, world.people.town().id(), 1);
        var person = people.addHashed(
                "co-" + UUID.randomUUID().toString().substring(0, 8), "x", name + "承办人", unit.id(), "leader", "");
        people.grant(person.id(), Role.DEPARTMENT_HANDLER, unit.id());
        return person;
    }

    @Test
    @DisplayName("流程换了新版本，在办的事项迁过去，期限和时钟不变，还能延期")
    void survives_a_new_version_of_the_process() {
        var issue = world.withinDeadline();
        var before = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(issue.toString(), "issue-handling")
                .singleResult();
        var model = repository.getBpmnModelInstance(before.getProcessDefinitionId());
        var deployment = repository
                .createDeployment()
                .name("clock-test")
                .addModelInstance("issue-handling-next.bpmn", model)
                .deployWithResult();
        try {
            var target = deployment.getDeployedProcessDefinitions().getFirst().getId();
            var plan = runtime.createMigrationPlan(before.getProcessDefinitionId(), target)
                    .mapEqualActivities()
                    .build();
            runtime.newMigration(plan).processInstanceIds(before.getId()).execute();

            assertThat(world.view(world.cadre(), issue).clock().deadline()).isEqualTo(DUE);
            assertThat(ring(issue, "timer_overdue")).isEqualTo(start(DUE.plusDays(1)));
            askExtension(issue, 2);
            decideExtension(issue, true, 2);
            assertThat(ring(issue, "timer_overdue")).isEqualTo(start(LocalDate.of(2013, 1, 31)));
            world.handle(issue);
            assertThat(world.waiting(issue)).containsExactly(IssueTasks.TELL);
        } finally {
            repository.deleteDeployment(deployment.getId(), true);
        }
    }

    private UUID delegated(List<UUID> coUnits) {
        var issue = world.register(world.matter(Route.ESCALATED, "above", "infrastructure"));
        if (!world.waiting(issue).equals(List.of(IssueTasks.ACCEPT))) {
            throw new AssertionError(world.waiting(issue));
        }
        var level = world.view(world.cadre(), issue).level();
        if (level.equals("VILLAGE")) {
            decide(world.people.villageLeader(), issue, IssueTasks.ACCEPT, item -> tasks.sendUp(item, "要镇里办。"));
        }
        decide(
                world.people.townLeader(),
                issue,
                IssueTasks.ACCEPT,
                item -> tasks.delegate(item, world.people.townStation().id(), coUnits, "请尽快。"));
        return issue;
    }

    private void askExtension(UUID issue, int days) {
        decide(world.cadre(), issue, IssueTasks.HANDLE, item -> requests.requestExtension(item, "石料没到。", days));
    }

    private void decideExtension(UUID issue, boolean granted, int days) {
        decide(
                world.people.villageLeader(),
                issue,
                IssueRequests.APPROVE_EXTENSION,
                item -> requests.decideExtension(item, granted, days, "同意"));
    }

    private void askParking(UUID issue, LocalDate reviewOn) {
        decide(world.cadre(), issue, IssueTasks.HANDLE, item -> requests.requestParking(item, "地冻着，动不了工。", reviewOn));
    }

    private void park(UUID issue, LocalDate reviewOn) {
        askParking(issue, reviewOn);
        decide(
                world.people.villageLeader(),
                issue,
                IssueRequests.APPROVE_PARKING,
                item -> requests.decideParking(item, true, "同意"));
    }

    private void decide(Person person, UUID issue, String element, java.util.function.Consumer<UUID> command) {
        world.decide(person, issue, element, command);
    }

    private WorkItem open(UUID issue, String element) {
        return world.open(issue).stream()
                .filter(item -> item.element().equals(element))
                .findFirst()
                .orElseThrow();
    }

    private IssueClocks.Explained explain(UUID issue) {
        return world.people.as(world.cadre(), () -> clocks.explain(issue));
    }

    private Instant ring(UUID issue, String timer) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(issue.toString()).list().stream()
                .flatMap(instance ->
                        management
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .activityId(timer)
                                .list()
                                .stream())
                .findFirst()
                .orElseThrow()
                .getDuedate()
                .toInstant();
    }

    private static Instant start(LocalDate date) {
        return date.atStartOfDay(AppClock.ZONE).toInstant();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, AppClock.ZONE);
    }

    private static void fails(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo(code));
    }

    private static void refused(String field, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.fields()).containsKey(field));
    }
}
