package cn.minqing.process.issuehandling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.issue.EntryKind;
import cn.minqing.issue.IssueResult;
import cn.minqing.issue.IssueState;
import cn.minqing.issue.IssueTasks;
import cn.minqing.issue.IssueWorld;
import cn.minqing.issue.Issues;
import cn.minqing.issue.NewIssue;
import cn.minqing.issue.Route;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.WorkItem;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@DisplayName("民情事项办理")
class IssueHandlingProcessTest {
    @Autowired
    IssueWorld.Tools tools;

    @Autowired
    IssueTasks tasks;

    @Autowired
    Issues issues;

    private IssueWorld world;

    @BeforeEach
    void world() {
        world = tools.create();
    }

    @Test
    @DisplayName("限期解决的事项：办结、告知、满意、销号")
    void resolved_within_the_deadline() {
        var issue = world.withinDeadline();
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.HANDLE);

        world.handle(issue);
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.TELL);
        world.tell(issue);
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.ASK);
        world.ask(issue, true);
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.CLOSE);
        world.close(world.people.villageLeader(), issue);

        var view = world.view(world.cadre(), issue);
        assertThat(view.state()).isEqualTo(IssueState.CLOSED);
        assertThat(view.result()).isEqualTo(IssueResult.RESOLVED);
        assertThat(view.closed()).isNotNull();
        assertThat(world.running(issue)).isFalse();
        assertThat(world.story(issue))
                .containsExactly(
                        EntryKind.REGISTERED,
                        EntryKind.TRIAGED,
                        EntryKind.HANDLED,
                        EntryKind.TOLD,
                        EntryKind.SATISFIED,
                        EntryKind.CLOSED);
    }

    @Test
    @DisplayName("当场解决的只记录答复，不用再告知，直接征询满意度")
    void resolved_on_the_spot() {
        var issue = world.register(world.matter(Route.ON_THE_SPOT, "now", "service"));

        assertThat(world.waiting(issue)).containsExactly(IssueTasks.ASK);
        var view = world.view(world.cadre(), issue);
        assertThat(view.answer()).isEqualTo("当场帮他填好了表。");
        assertThat(view.told()).isNotNull();
        world.ask(issue, true);
        world.close(world.people.villageLeader(), issue);
        assertThat(world.running(issue)).isFalse();
    }

    @Test
    @DisplayName("政策解释：解释就是答复，结果为已解释")
    void explained_by_policy() {
        var issue = world.register(world.matter(Route.POLICY_EXPLANATION, "policy", "policy"));
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.EXPLAIN);

        world.decide(
                world.cadre(),
                issue,
                IssueTasks.EXPLAIN,
                item -> tasks.explainPolicy(item, "PHONE", "退耕还林的面积以卫星图为准，讲清了。"));

        assertThat(world.waiting(issue)).containsExactly(IssueTasks.ASK);
        assertThat(world.view(world.cadre(), issue).result()).isEqualTo(IssueResult.EXPLAINED);
    }

    @Test
    @DisplayName("登记时没有确认的，由首访责任人确认研判")
    void triage_is_confirmed_later() {
        var issue = world.register(world.matter(null, "cadre", "income"));
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.CONFIRM_TRIAGE);
        assertThat(world.view(world.cadre(), issue).state()).isEqualTo(IssueState.REGISTERED);

        assertThatThrownBy(() -> world.decide(
                        world.cadre(),
                        issue,
                        IssueTasks.CONFIRM_TRIAGE,
                        item -> tasks.confirmTriage(item, Route.POLICY_EXPLANATION, "", "")))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.fields()).containsKey("overrideReason"));
        world.decide(
                world.cadre(),
                issue,
                IssueTasks.CONFIRM_TRIAGE,
                item -> tasks.confirmTriage(item, Route.POLICY_EXPLANATION, "文件不允许，只能讲清道理。", ""));

        assertThat(world.waiting(issue)).containsExactly(IssueTasks.EXPLAIN);
        assertThat(world.story(issue)).contains(EntryKind.OVERRIDDEN);
    }

    @Test
    @DisplayName("确认研判时改为逐级上报，到村一级")
    void triage_is_confirmed_as_escalated() {
        var issue = world.register(world.matter(null, "above", "income"));
        world.decide(
                world.cadre(),
                issue,
                IssueTasks.CONFIRM_TRIAGE,
                item -> tasks.confirmTriage(item, Route.ESCALATED, "", ""));
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.ACCEPT);
    }

    @Test
    @DisplayName("首访责任人办不了，写明原因上报村里")
    void the_first_visitor_sends_it_up() {
        var issue = world.withinDeadline();
        world.decide(world.cadre(), issue, IssueTasks.HANDLE, item -> tasks.cannotHandle(item, "要动用村里的机械。"));

        assertThat(world.waiting(issue)).containsExactly(IssueTasks.ACCEPT);
        assertThat(world.view(world.people.villageLeader(), issue).level()).isEqualTo("VILLAGE");
    }

    @Test
    @DisplayName("上级办结的，由首访责任人告知住户（首访负责）")
    void handled_above_and_told_by_the_first_visitor() {
        var issue = world.escalated();
        world.decide(world.people.villageLeader(), issue, IssueTasks.ACCEPT, tasks::accept);
        world.decide(
                world.people.villageLeader(),
                issue,
                IssueTasks.HANDLE_AT_LEVEL,
                item -> tasks.handleAtLevel(item, IssueResult.PARTLY_RESOLVED, "先垫了石子，开春硬化。", ""));

        assertThat(world.waiting(issue)).containsExactly(IssueTasks.TELL);
        assertThat(world.open(issue).getFirst().personId())
                .isEqualTo(world.cadre().id());
        world.tell(issue);
        world.ask(issue, true);
        // The village leader handled it, so the town closes it.
        assertThat(world.open(issue).getFirst().role()).isEqualTo("town-leader");
        world.close(world.people.townLeader(), issue);
        assertThat(world.running(issue)).isFalse();
    }

    @Test
    @DisplayName("村里退回的，首访责任人重新限期办理")
    void returned_from_above() {
        var issue = world.escalated();
        world.decide(
                world.people.villageLeader(), issue, IssueTasks.ACCEPT, item -> tasks.returnBack(item, "按分工属包抓单位。"));

        assertThat(world.waiting(issue)).containsExactly(IssueTasks.HANDLE);
        assertThat(world.open(issue).getFirst().personId())
                .isEqualTo(world.cadre().id());
        assertThat(world.view(world.cadre(), issue).state()).isEqualTo(IssueState.HANDLING);
        world.handle(issue);
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.TELL);
    }

    @Test
    @DisplayName("村里继续上报，到镇一级，镇里重新计时")
    void sent_further_up() {
        var issue = world.escalated();
        world.decide(world.people.villageLeader(), issue, IssueTasks.ACCEPT, tasks::accept);
        world.today(LocalDate.of(2013, 1, 23));
        world.decide(
                world.people.villageLeader(), issue, IssueTasks.HANDLE_AT_LEVEL, item -> tasks.sendUp(item, "要镇里立项。"));

        assertThat(world.waiting(issue)).containsExactly(IssueTasks.ACCEPT);
        var view = world.view(world.people.townLeader(), issue);
        assertThat(view.level()).isEqualTo("TOWN");
        assertThat(view.levels()).hasSize(2);
        assertThat(view.clock().from()).isEqualTo(LocalDate.of(2013, 1, 23));
        assertThat(view.clock().deadline()).isEqualTo(LocalDate.of(2013, 1, 30));
    }

    @Test
    @DisplayName("群众不满意：退回重新办理并计数")
    void not_satisfied_once() {
        var issue = world.withinDeadline();
        world.handle(issue);
        world.tell(issue);
        world.ask(issue, false);

        assertThat(world.waiting(issue)).containsExactly(IssueTasks.HANDLE);
        assertThat(world.view(world.cadre(), issue).reopened()).isEqualTo(1);
    }

    @Test
    @DisplayName("第二次不满意：提高一级办理，记问责提示")
    void not_satisfied_twice() {
        var issue = world.withinDeadline();
        for (var round = 0; round < 2; round++) {
            world.handle(issue);
            world.tell(issue);
            world.ask(issue, false);
        }

        assertThat(world.waiting(issue)).containsExactly(IssueTasks.ACCEPT);
        assertThat(world.view(world.people.villageLeader(), issue).level()).isEqualTo("VILLAGE");
        assertThat(world.story(issue)).contains(EntryKind.ACCOUNTABILITY);
    }

    @Test
    @DisplayName("村里办的事第二次不满意，由镇里办")
    void not_satisfied_twice_with_a_level() {
        var issue = world.escalated();
        world.decide(world.people.villageLeader(), issue, IssueTasks.ACCEPT, tasks::accept);
        world.decide(
                world.people.villageLeader(),
                issue,
                IssueTasks.HANDLE_AT_LEVEL,
                item -> tasks.handleAtLevel(item, IssueResult.RESOLVED, "垫了。", ""));
        world.tell(issue);
        world.ask(issue, false);
        world.decide(
                world.people.villageLeader(),
                issue,
                IssueTasks.HANDLE,
                item -> tasks.handle(item, IssueResult.RESOLVED, "又垫了一层。", ""));
        world.tell(issue);
        world.ask(issue, false);

        assertThat(world.view(world.people.townLeader(), issue).level()).isEqualTo("TOWN");
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.ACCEPT);
    }

    @Test
    @DisplayName("领导不同意销号：退回重新办理，不算住户不满意")
    void closure_refused() {
        var issue = world.withinDeadline();
        world.handle(issue);
        world.tell(issue);
        world.ask(issue, true);
        world.decide(world.people.villageLeader(), issue, IssueTasks.CLOSE, item -> tasks.refuseClosure(item, "凭据不全。"));

        assertThat(world.waiting(issue)).containsExactly(IssueTasks.HANDLE);
        assertThat(world.story(issue)).contains(EntryKind.CLOSURE_REFUSED, EntryKind.REOPENED);
    }

    @Test
    @DisplayName("到期前两个工作日提醒承办人，标黄")
    void reminded_before_it_is_due() {
        var issue = world.withinDeadline();
        world.fire(issue, "timer_dueSoon");

        assertThat(world.waiting(issue)).containsExactly(IssueTasks.HANDLE);
        assertThat(world.open(issue).getFirst().colour()).isEqualTo(WorkItem.Colour.YELLOW);
        assertThat(world.story(issue)).contains(EntryKind.REMINDED);
    }

    @Test
    @DisplayName("超期的标红，催承办人和单位负责人，任务照办，办结告知后不再标红")
    void overdue_is_reported() {
        var issue = world.withinDeadline();
        world.fire(issue, "timer_overdue");

        assertThat(world.waiting(issue)).containsExactly(IssueTasks.HANDLE);
        assertThat(world.open(issue).getFirst().colour()).isEqualTo(WorkItem.Colour.RED);
        assertThat(world.story(issue)).contains(EntryKind.REMINDED);
        world.handle(issue);
        assertThat(world.open(issue).getFirst().colour()).isEqualTo(WorkItem.Colour.RED);
        world.tell(issue);
        assertThat(world.open(issue).getFirst().colour()).isEqualTo(WorkItem.Colour.NONE);
    }

    @Test
    @DisplayName("登记人、办理人不能征询自己的满意度，也不能给自己销号")
    void nobody_judges_their_own_work() {
        var own = new NewIssue(
                world.campaignId,
                world.household(),
                "service",
                "电话反映：停水",
                "水管冻裂。",
                false,
                "cadre",
                Route.WITHIN_DEADLINE,
                "",
                "");
        var issue = world.people.as(world.people.clerk(), () -> issues.register(own));
        world.decide(
                world.people.clerk(),
                issue,
                IssueTasks.HANDLE,
                item -> tasks.handle(item, IssueResult.RESOLVED, "水管已修。", ""));
        world.decide(world.people.clerk(), issue, IssueTasks.TELL, item -> tasks.tellHousehold(item, "PHONE", "已告知。"));

        assertThatThrownBy(() -> world.ask(issue, true))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("issue.ownWork"));
        world.decide(
                world.people.secondClerk(),
                issue,
                IssueTasks.ASK,
                item -> tasks.askSatisfaction(item, true, "", "MEMBER"));
        world.close(world.people.villageLeader(), issue);
        assertThat(world.running(issue)).isFalse();
    }

    @Test
    @DisplayName("住户不满意要记原话，没有谁回答的不收")
    void dissatisfaction_needs_words() {
        var issue = world.register(world.matter(Route.ON_THE_SPOT, "now", "service"));
        assertThatThrownBy(() -> world.decide(
                        world.people.clerk(),
                        issue,
                        IssueTasks.ASK,
                        item -> tasks.askSatisfaction(item, false, " ", "")))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.fields()).containsOnlyKeys("answeredBy", "words"));
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.ASK);
    }

    @Test
    @DisplayName("接替人接手后，未办和以后的任务都归接替人")
    void handed_over() {
        var issue = world.withinDeadline();
        var successor = world.people.cadres().get(2);
        issues.handOver(world.cadre().id(), successor.id(), java.util.List.of(world.household()));
        assertThat(world.view(successor, issue).firstVisitor()).isEqualTo(successor.name());
        assertThat(world.story(issue)).contains(EntryKind.HANDED_OVER);

        world.handle(issue);
        assertThat(world.open(issue).getFirst().personId()).isEqualTo(successor.id());
    }
}
