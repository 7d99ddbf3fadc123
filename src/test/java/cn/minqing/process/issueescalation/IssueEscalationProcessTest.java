package cn.minqing.process.issueescalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.issue.EntryKind;
import cn.minqing.issue.IssueResult;
import cn.minqing.issue.IssueTasks;
import cn.minqing.issue.IssueWorld;
import cn.minqing.issue.Route;
import cn.minqing.organization.Person;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.WorkItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@DisplayName("逐级受理办理")
class IssueEscalationProcessTest {
    @Autowired
    IssueWorld.Tools tools;

    @Autowired
    IssueTasks tasks;

    private IssueWorld world;
    private Person village;

    @BeforeEach
    void world() {
        world = tools.create();
        village = world.people.villageLeader();
    }

    private UUID atTown() {
        var issue = world.escalated();
        world.decide(village, issue, IssueTasks.ACCEPT, item -> tasks.sendUp(item, "要镇里立项。"));
        return issue;
    }

    @Test
    @DisplayName("受理后本级办结")
    void accepted_and_handled() {
        var issue = world.escalated();
        world.decide(village, issue, IssueTasks.ACCEPT, tasks::accept);
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.HANDLE_AT_LEVEL);
        world.decide(
                village,
                issue,
                IssueTasks.HANDLE_AT_LEVEL,
                item -> tasks.handleAtLevel(item, IssueResult.RESOLVED, "路已垫平。", ""));

        assertThat(world.waiting(issue)).containsExactly(IssueTasks.TELL);
        assertThat(world.view(village, issue).levels().getFirst().outcome()).isEqualTo("HANDLED");
    }

    @Test
    @DisplayName("看一眼就知道办不了的，直接继续上报到镇，再到县")
    void sent_up_at_once_as_far_as_the_county() {
        var issue = atTown();
        assertThat(world.view(world.people.townLeader(), issue).level()).isEqualTo("TOWN");
        world.decide(world.people.townLeader(), issue, IssueTasks.ACCEPT, item -> tasks.sendUp(item, "要县里的项目。"));
        assertThat(world.view(world.people.countyLeader(), issue).level()).isEqualTo("COUNTY");

        assertThatThrownBy(() -> world.decide(
                        world.people.countyLeader(), issue, IssueTasks.ACCEPT, item -> tasks.sendUp(item, "再往上。")))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("issue.noLevelAbove"));
        world.decide(world.people.countyLeader(), issue, IssueTasks.ACCEPT, tasks::accept);
        world.decide(
                world.people.countyLeader(),
                issue,
                IssueTasks.HANDLE_AT_LEVEL,
                item -> tasks.handleAtLevel(item, IssueResult.RESOLVED, "列入通村路计划，已开工。", "县计字 7 号"));
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.TELL);
    }

    @Test
    @DisplayName("本级受理后办不了，上报上一级")
    void the_level_sends_up() {
        var issue = world.escalated();
        world.decide(village, issue, IssueTasks.ACCEPT, tasks::accept);
        world.decide(village, issue, IssueTasks.HANDLE_AT_LEVEL, item -> tasks.sendUp(item, "机械不够。"));
        assertThat(world.view(world.people.townLeader(), issue).level()).isEqualTo("TOWN");
    }

    @Test
    @DisplayName("交办部门，部门办结")
    void a_department_handles_it() {
        var issue = atTown();
        var station = world.people.townStation();
        assertThatThrownBy(() -> world.decide(
                        world.people.townLeader(),
                        issue,
                        IssueTasks.ACCEPT,
                        item -> tasks.delegate(item, world.people.bureau().id(), "")))
                .as("a county bureau is not the town's")
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.fields()).containsOnlyKeys("unit"));
        world.decide(
                world.people.townLeader(),
                issue,
                IssueTasks.ACCEPT,
                item -> tasks.delegate(item, station.id(), "三天内到现场。"));
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.HANDLE_BY_DEPARTMENT);
        assertThat(world.view(world.people.townHandler(), issue).charged().name())
                .isEqualTo(station.name());

        world.decide(
                world.people.townHandler(),
                issue,
                IssueTasks.HANDLE_BY_DEPARTMENT,
                item -> tasks.handleAtLevel(item, IssueResult.RESOLVED, "涵管已换。", "工单 3 号"));
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.TELL);
    }

    @Test
    @DisplayName("部门提出异议，退回本级重新研判，受理时限重新起算")
    void a_department_objects() {
        var issue = atTown();
        world.decide(
                world.people.townLeader(),
                issue,
                IssueTasks.ACCEPT,
                item -> tasks.delegate(item, world.people.townStation().id(), ""));
        world.today(LocalDate.of(2013, 1, 23));
        world.decide(
                world.people.townHandler(),
                issue,
                IssueTasks.HANDLE_BY_DEPARTMENT,
                item -> tasks.object(item, "不属水利，属交通。"));

        assertThat(world.waiting(issue)).containsExactly(IssueTasks.ACCEPT);
        assertThat(world.view(world.people.townLeader(), issue)
                        .levels()
                        .getLast()
                        .acceptanceDue())
                .isEqualTo(LocalDate.of(2013, 1, 24));
        world.decide(world.people.townLeader(), issue, IssueTasks.ACCEPT, tasks::accept);
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.HANDLE_AT_LEVEL);
    }

    @Test
    @DisplayName("部门请求上报，到县一级")
    void a_department_sends_up() {
        var issue = atTown();
        world.decide(
                world.people.townLeader(),
                issue,
                IssueTasks.ACCEPT,
                item -> tasks.delegate(item, world.people.townStation().id(), ""));
        world.decide(
                world.people.townHandler(),
                issue,
                IssueTasks.HANDLE_BY_DEPARTMENT,
                item -> tasks.sendUp(item, "要县水务局的设备。"));
        assertThat(world.view(world.people.countyLeader(), issue).level()).isEqualTo("COUNTY");
    }

    @Test
    @DisplayName("退回须写明依据，且只能在收到后 1 个工作日内")
    void returned_with_a_basis_and_in_time() {
        var issue = world.escalated();
        assertThatThrownBy(() -> world.decide(village, issue, IssueTasks.ACCEPT, item -> tasks.returnBack(item, " ")))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.fields()).containsOnlyKeys("basis"));
        world.today(LocalDate.of(2013, 1, 23));
        assertThatThrownBy(() ->
                        world.decide(village, issue, IssueTasks.ACCEPT, item -> tasks.returnBack(item, "按分工属包抓单位。")))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("issue.returnTooLate"));
        world.today(LocalDate.of(2013, 1, 22));
        world.decide(village, issue, IssueTasks.ACCEPT, item -> tasks.returnBack(item, "按分工属包抓单位。"));

        assertThat(world.waiting(issue)).containsExactly(IssueTasks.HANDLE);
        assertThat(world.story(issue)).contains(EntryKind.RETURNED);
    }

    @Test
    @DisplayName("逾期不表态视为受理，标蓝，并报镇领导")
    void silence_counts_as_acceptance() {
        var issue = world.escalated();
        assertThatThrownBy(() -> world.view(world.people.townLeader(), issue)).isInstanceOf(UserError.class);
        world.fire(issue, "timer_acceptanceOverdue");

        assertThat(world.waiting(issue)).containsExactly(IssueTasks.HANDLE_AT_LEVEL);
        assertThat(world.open(issue).getFirst().colour()).isEqualTo(WorkItem.Colour.BLUE);
        assertThat(world.story(issue)).contains(EntryKind.SILENCE);
        assertThat(world.view(world.people.townLeader(), issue)
                        .levels()
                        .getFirst()
                        .silent())
                .isTrue();
    }

    @Test
    @DisplayName("本级办理超期，标红并报上一级")
    void the_level_is_late() {
        var issue = world.escalated();
        world.decide(village, issue, IssueTasks.ACCEPT, tasks::accept);
        world.fire(issue, "timer_levelOverdue");

        assertThat(world.waiting(issue)).containsExactly(IssueTasks.HANDLE_AT_LEVEL);
        assertThat(world.open(issue).getFirst().colour()).isEqualTo(WorkItem.Colour.RED);
        assertThat(world.view(world.people.townLeader(), issue).clock().left()).isNegative();
    }

    @Test
    @DisplayName("部门办理超期，标红并提醒")
    void the_department_is_late() {
        var issue = atTown();
        world.decide(
                world.people.townLeader(),
                issue,
                IssueTasks.ACCEPT,
                item -> tasks.delegate(item, world.people.townStation().id(), ""));
        world.fire(issue, "timer_departmentOverdue");

        assertThat(world.waiting(issue)).containsExactly(IssueTasks.HANDLE_BY_DEPARTMENT);
        assertThat(world.open(issue).getFirst().colour()).isEqualTo(WorkItem.Colour.RED);
        assertThat(world.story(issue)).contains(EntryKind.REMINDED);
    }

    @Test
    @DisplayName("没有负责人的一级越过，并记一笔")
    void a_level_without_a_leader_is_skipped() {
        world.nobodyLeads(world.people.village());
        var issue = world.escalated();
        assertThat(world.view(world.people.townLeader(), issue).level()).isEqualTo("TOWN");
        assertThat(world.story(issue)).contains(EntryKind.SKIPPED_LEVEL);
    }

    @Test
    @DisplayName("各级都没有负责人的，不能选逐级上报")
    void nobody_to_escalate_to() {
        world.nobodyLeads(world.people.village());
        world.nobodyLeads(world.people.town());
        world.nobodyLeads(world.people.county());
        assertThatThrownBy(world::escalated)
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.fields()).containsOnlyKeys("route"));
        var issue = world.withinDeadline();
        assertThatThrownBy(() ->
                        world.decide(world.cadre(), issue, IssueTasks.HANDLE, item -> tasks.cannotHandle(item, "办不了。")))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("issue.noLevelAbove"));
    }

    @Test
    @DisplayName("两位镇领导同时处理：一人办成，另一人得知由谁、何时办了")
    void two_leaders_decide_at_once() throws Exception {
        var issue = atTown();
        var item = world.people.as(
                world.people.townLeader(),
                () -> world.item(issue, IssueTasks.ACCEPT).id());
        var start = new CyclicBarrier(2);
        var errors = new ArrayList<UserError>();
        try (var pool = Executors.newFixedThreadPool(2)) {
            var runs = List.of(world.people.townLeader(), world.people.secondTownLeader()).stream()
                    .map(leader -> pool.submit(() -> {
                        world.people.run(leader, () -> {
                            await(start);
                            try {
                                tasks.accept(item);
                            } catch (UserError e) {
                                synchronized (errors) {
                                    errors.add(e);
                                }
                            }
                        });
                    }))
                    .toList();
            for (var run : runs) {
                run.get();
            }
        }
        assertThat(errors).hasSize(1);
        assertThat(errors.getFirst().code()).isEqualTo("task.done");
        assertThat(errors.getFirst().message().args().getFirst()).isIn("镇长", "副镇长");
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.HANDLE_AT_LEVEL);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("别处的领导、别的角色办不了这一级的任务")
    void only_the_leaders_of_the_level_decide() {
        var issue = world.escalated();
        var item = world.people.as(
                village, () -> world.item(issue, IssueTasks.ACCEPT).id());
        var neighbour = tools.create();
        for (var other : List.of(
                neighbour.people.villageLeader(),
                world.people.townLeader(),
                world.people.clerk(),
                world.cadre(),
                world.people.handler())) {
            assertThatThrownBy(() -> world.people.run(other, () -> tasks.accept(item)))
                    .as(other.name())
                    .isInstanceOfSatisfying(
                            UserError.class, error -> assertThat(error.code()).isEqualTo("forbidden"));
        }
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.ACCEPT);
    }

    @Test
    @DisplayName("险情按自然日受理和办理，节假日不停")
    void danger_does_not_wait_for_holidays() {
        world.today(LocalDate.of(2013, 2, 8));
        var matter = world.matter(Route.ESCALATED, "above", "housing");
        var issue = world.register(new cn.minqing.issue.NewIssue(
                matter.campaignId(),
                matter.householdId(),
                matter.category(),
                matter.title(),
                matter.description(),
                true,
                matter.solvable(),
                matter.route(),
                "",
                ""));
        var level = world.view(village, issue).levels().getFirst();
        assertThat(level.due()).isEqualTo(LocalDate.of(2013, 2, 9));
        assertThat(level.acceptanceDue()).isEqualTo(LocalDate.of(2013, 2, 9));
    }
}
