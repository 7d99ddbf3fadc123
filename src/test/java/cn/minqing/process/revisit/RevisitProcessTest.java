package cn.minqing.process.revisit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.issue.EntryKind;
import cn.minqing.issue.IssueOversight;
import cn.minqing.issue.IssueResult;
import cn.minqing.issue.IssueState;
import cn.minqing.issue.IssueTasks;
import cn.minqing.issue.IssueWorld;
import cn.minqing.organization.Role;
import cn.minqing.platform.UserError;
import cn.minqing.supervision.Revisits;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@DisplayName("督查盲访")
class RevisitProcessTest {
    @Autowired
    IssueWorld.Tools tools;

    @Autowired
    Revisits revisits;

    @Autowired
    IssueOversight oversight;

    private IssueWorld world;

    @BeforeEach
    void world() {
        world = tools.create();
    }

    @Test
    @DisplayName("情况属实：盲访结束，事项不变；作答之前看不到办理结论")
    void confirmed() {
        var issue = closed();
        assertThat(world.view(world.people.inspector(), issue).result()).isEqualTo(IssueResult.RESOLVED);
        var revisit = draw("2013-1");
        var blind = world.view(world.people.inspector(), issue);
        assertThat(blind.result()).isNull();
        assertThat(blind.answer()).isEmpty();
        assertThat(blind.satisfaction()).isNull();
        assertThat(blind.entries()).extracting("kind").doesNotContain(EntryKind.HANDLED, EntryKind.SATISFIED);
        assertThat(world.view(world.people.clerk(), issue).result()).isEqualTo(IssueResult.RESOLVED);

        var compared = answer(revisit, IssueResult.RESOLVED, true, "");
        assertThat(compared.confirmed()).isTrue();
        assertThat(compared.claimed()).isEqualTo(IssueResult.RESOLVED);
        assertThat(world.running(revisit)).isFalse();
        assertThat(world.view(world.people.inspector(), issue).result()).isEqualTo(IssueResult.RESOLVED);
        assertThat(world.view(world.people.clerk(), issue).state()).isEqualTo(IssueState.CLOSED);
    }

    @Test
    @DisplayName("已销号的事项与结论不符：同一编号重新办理并计数，办完再销号")
    void a_closed_issue_is_reopened() {
        var issue = closed();
        var number = world.view(world.people.clerk(), issue).number();
        var revisit = draw("2013-2");
        answer(revisit, IssueResult.UNRESOLVABLE, false, "路还是原样。");

        var view = world.view(world.people.clerk(), issue);
        assertThat(view.state()).isEqualTo(IssueState.HANDLING);
        assertThat(view.number()).isEqualTo(number);
        assertThat(view.reopened()).isEqualTo(1);
        assertThat(view.closed()).isNull();
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.HANDLE);
        assertThat(world.story(issue)).containsSubsequence(EntryKind.CLOSED, EntryKind.REVISITED, EntryKind.REOPENED);
        assertThat(world.running(revisit)).isFalse();

        world.handle(issue);
        world.tell(issue);
        world.ask(issue, true);
        world.close(world.people.villageLeader(), issue);
        assertThat(world.view(world.people.clerk(), issue).state()).isEqualTo(IssueState.CLOSED);
    }

    @Test
    @DisplayName("征询满意度时被盲访推翻：退回重新办理")
    void an_answered_issue_is_reopened() {
        var issue = world.withinDeadline();
        world.handle(issue);
        world.tell(issue);
        answer(draw("2013-3"), IssueResult.PARTLY_RESOLVED, false, "只垫了一半。");
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.HANDLE);
        assertThat(world.view(world.people.clerk(), issue).reopened()).isEqualTo(1);
    }

    @Test
    @DisplayName("待销号时被盲访推翻：不予销号，重新办理")
    void an_issue_to_be_closed_is_reopened() {
        var issue = world.withinDeadline();
        world.handle(issue);
        world.tell(issue);
        world.ask(issue, true);
        answer(draw("2013-4"), IssueResult.PARTLY_RESOLVED, true, "只垫了一半，但还算满意。");
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.HANDLE);
    }

    @Test
    @DisplayName("销号后第二次查实不满意：提高一级办理，记问责提示")
    void the_second_time_it_goes_up() {
        var issue = world.withinDeadline();
        world.handle(issue);
        world.tell(issue);
        world.ask(issue, false);
        world.handle(issue);
        world.tell(issue);
        world.ask(issue, true);
        world.close(world.people.villageLeader(), issue);
        answer(draw("2013-5"), IssueResult.UNRESOLVABLE, false, "路还是原样。");
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.ACCEPT);
        assertThat(world.view(world.people.villageLeader(), issue).level()).isEqualTo("VILLAGE");
        assertThat(world.story(issue)).contains(EntryKind.ACCOUNTABILITY);
    }

    @Test
    @DisplayName("同一种子抽出同样的事项，可以复核；种子不能重复使用，人数不能超过总数")
    void the_sample_is_reproducible() {
        for (var index = 0; index < 4; index++) {
            var issue = world.withinDeadline();
            world.handle(issue);
            world.tell(issue);
        }
        var inspector = world.people.inspector();
        var draw = world.people.as(inspector, () -> revisits.draw(world.campaignId, "一号", 2));
        var first = world.people.as(inspector, () -> revisits.drawn(draw));
        assertThat(first).hasSize(2);
        assertThat(world.people.as(inspector, () -> revisits.population(world.campaignId)))
                .isEqualTo(2);
        assertThatThrownBy(() -> world.people.as(inspector, () -> revisits.draw(world.campaignId, "一号", 1)))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("revisit.seedUsed"));
        assertThatThrownBy(() -> world.people.as(inspector, () -> revisits.draw(world.campaignId, "二号", 3)))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.fields()).containsKey("size"));
        assertThatThrownBy(() -> world.people.as(world.people.clerk(), () -> revisits.draw(world.campaignId, "三号", 1)))
                .isInstanceOf(UserError.class);
        var shown = world.people.as(inspector, revisits::draws).getFirst();
        assertThat(shown.population()).isEqualTo(4);
        assertThat(shown.populationHash()).hasSize(64);
    }

    @Test
    @DisplayName("征询过该事项的人不得盲访")
    void who_took_part_does_not_revisit() {
        var issue = closed();
        world.people
                .people()
                .grant(
                        world.people.clerk().id(),
                        Role.INSPECTOR,
                        world.people.office().id());
        var revisit = draw("2013-6");
        assertThat(issue).isNotNull();
        assertThatThrownBy(() -> world.decide(
                        world.people.clerk(),
                        revisit,
                        Revisits.REVISIT,
                        item -> revisits.answer(item, true, IssueResult.RESOLVED, true, "")))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("issue.ownWork"));
    }

    @Test
    @DisplayName("群众凭联系卡自己评价：满意的待销号，不满意的写明哪里不满意后重新办理")
    void the_resident_answers() {
        var issue = world.withinDeadline();
        world.handle(issue);
        world.tell(issue);
        assertThatThrownBy(() -> oversight.recordByResident(issue, false, "", false))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.fields()).containsKey("words"));
        oversight.recordByResident(issue, false, "石子没铺到我家门口。", false);
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.HANDLE);

        world.handle(issue);
        world.tell(issue);
        oversight.recordByResident(issue, true, "", true);
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.CLOSE);
        var said = world.view(world.people.clerk(), issue).satisfaction();
        assertThat(said.from()).isEqualTo("RESIDENT_PROXY");
        assertThat(said.askedBy()).isEmpty();
        assertThatThrownBy(() -> oversight.recordByResident(issue, true, "", false))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("issue.notAsked"));
    }

    @Test
    @DisplayName("没有答完的盲访不算数：每一问都要答，不满意的写明原话")
    void every_question_is_answered() {
        closed();
        var revisit = draw("2013-7");
        assertThatThrownBy(() -> world.decide(
                        world.people.inspector(),
                        revisit,
                        Revisits.REVISIT,
                        item -> revisits.answer(item, null, null, null, "")))
                .isInstanceOfSatisfying(
                        UserError.class,
                        error -> assertThat(error.fields()).containsOnlyKeys("told", "found", "satisfied", "words"));
        assertThat(world.waiting(revisit)).containsExactly(Revisits.REVISIT);
    }

    private UUID closed() {
        var issue = world.withinDeadline();
        world.handle(issue);
        world.tell(issue);
        world.ask(issue, true);
        world.close(world.people.villageLeader(), issue);
        return issue;
    }

    private UUID draw(String seed) {
        var draw = world.people.as(world.people.inspector(), () -> revisits.draw(world.campaignId, seed, 1));
        return world.people.as(
                world.people.inspector(), () -> revisits.drawn(draw).getFirst().id());
    }

    private Revisits.Compared answer(UUID revisit, IssueResult found, boolean satisfied, String words) {
        return world.people.as(
                world.people.inspector(),
                () -> revisits.answer(world.item(revisit, Revisits.REVISIT).id(), true, found, satisfied, words));
    }
}
