package cn.minqing.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.organization.Person;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@DisplayName("共性问题")
class CommonProblemsTest {
    private static final String ANSWER = "镇里统一修渠，三月底前通水。";

    @Autowired
    IssueWorld.Tools tools;

    @Autowired
    IssueTasks tasks;

    @Autowired
    IssueRequests requests;

    @Autowired
    CommonProblems problems;

    private IssueWorld world;
    private UUID handled;
    private UUID escalated;
    private UUID open;
    private UUID policy;

    @BeforeEach
    void issues() {
        world = tools.create();
        handled = world.withinDeadline();
        escalated = world.escalated();
        open = world.register(world.matter(null, "cadre", "income"));
        policy = world.register(world.matter(Route.POLICY_EXPLANATION, "policy", "income"));
    }

    private UUID create(Person person, List<UUID> issues) {
        return world.people.as(person, () -> problems.create(Ids.next(), "三组浇地没有水", issues));
    }

    @Test
    @DisplayName("待研判、办理中、上级办理中、待解释的几件合成一个，一次答复，各户仍由首访责任人告知、分别销号")
    void one_answer_and_every_household_told() {
        var all = List.of(handled, escalated, open, policy);
        var id = create(world.people.clerk(), all);
        assertThat(world.view(world.cadre(), handled).intake().common()).isNotNull();

        var answered =
                world.people.as(world.people.clerk(), () -> problems.answer(id, IssueResult.RESOLVED, ANSWER, "水利站通知"));
        assertThat(answered.given()).hasSize(4);
        assertThat(answered.skipped()).isEmpty();
        for (var issue : all) {
            assertThat(world.open(issue)).singleElement().satisfies(item -> {
                assertThat(item.element()).isEqualTo(IssueTasks.TELL);
                assertThat(item.personId()).isEqualTo(world.cadre().id());
            });
            var view = world.view(world.cadre(), issue);
            assertThat(view.state()).isEqualTo(IssueState.ANSWERED);
            assertThat(view.answer()).isEqualTo(ANSWER);
            assertThat(view.route()).isNotNull();
        }
        for (var issue : all) {
            world.tell(issue);
            world.decide(
                    world.people.secondClerk(),
                    issue,
                    IssueTasks.ASK,
                    item -> tasks.askSatisfaction(item, true, "", "HEAD"));
            world.close(world.people.villageLeader(), issue);
            assertThat(world.running(issue)).isFalse();
        }
        assertThat(world.people.as(world.people.clerk(), problems::list).stream()
                        .filter(line -> line.id().equals(id)))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.told()).isEqualTo(4);
                    assertThat(line.closed()).isEqualTo(4);
                });
    }

    @Test
    @DisplayName("上级和部门手里的也一并答复，他们的任务撤回，本级一栏记为已办结")
    void what_a_department_has_is_answered_as_well() {
        world.decide(world.people.villageLeader(), escalated, IssueTasks.ACCEPT, tasks::accept);
        var id = create(world.people.villageLeader(), List.of(handled, escalated));
        world.people.run(
                world.people.villageLeader(), () -> problems.answer(id, IssueResult.PARTLY_RESOLVED, ANSWER, ""));
        assertThat(world.waiting(escalated)).containsExactly(IssueTasks.TELL);
        assertThat(world.view(world.cadre(), escalated).levels())
                .singleElement()
                .satisfies(level -> assertThat(level.outcome()).isEqualTo("HANDLED"));
    }

    @Test
    @DisplayName("挂账的也一并答复：计时恢复，告知住户，挂账的任务收回")
    void what_is_parked_is_answered_as_well() {
        world.decide(
                world.cadre(),
                handled,
                IssueTasks.HANDLE,
                item -> requests.requestParking(item, "等渠修好。", IssueWorld.MONDAY.plusDays(20)));
        world.decide(
                world.people.villageLeader(),
                handled,
                IssueRequests.APPROVE_PARKING,
                item -> requests.decideParking(item, true, ""));
        var id = create(world.people.clerk(), List.of(handled, escalated));
        world.people.run(world.people.clerk(), () -> problems.answer(id, IssueResult.RESOLVED, ANSWER, ""));
        assertThat(world.waiting(handled)).containsExactly(IssueTasks.TELL);
    }

    @Test
    @DisplayName("不满意的那一户单独重新办理，别户不受影响")
    void one_household_is_not_satisfied() {
        var id = create(world.people.clerk(), List.of(handled, escalated));
        world.people.run(world.people.clerk(), () -> problems.answer(id, IssueResult.RESOLVED, ANSWER, ""));
        world.tell(handled);
        world.decide(
                world.people.secondClerk(),
                handled,
                IssueTasks.ASK,
                item -> tasks.askSatisfaction(item, false, "水还是没来。", "HEAD"));
        assertThat(world.waiting(handled)).containsExactly(IssueTasks.HANDLE);
        assertThat(world.waiting(escalated)).containsExactly(IssueTasks.TELL);
    }

    @Test
    @DisplayName("中途自己办结的保持自己的答复，并报告出来")
    void an_own_answer_stays() {
        var id = create(world.people.clerk(), List.of(handled, escalated));
        world.handle(handled);
        var answered =
                world.people.as(world.people.clerk(), () -> problems.answer(id, IssueResult.RESOLVED, ANSWER, ""));
        assertThat(answered.skipped())
                .containsExactly(world.view(world.cadre(), handled).number());
        assertThat(world.view(world.cadre(), handled).answer()).isNotEqualTo(ANSWER);
    }

    @Test
    @DisplayName("加入、移出要写理由；移出的照常办理")
    void added_and_removed() {
        var id = create(world.people.clerk(), List.of(handled, escalated));
        world.people.run(world.people.clerk(), () -> {
            problems.add(id, List.of(open, handled));
            assertThatThrownBy(() -> problems.remove(id, handled, " "))
                    .isInstanceOfSatisfying(
                            UserError.class, error -> assertThat(error.fields()).containsOnlyKeys("reason"));
            problems.remove(id, handled, "他家是另一条渠");
            problems.remove(id, handled, "他家是另一条渠");
            assertThat(problems.view(id).issues())
                    .extracting(member -> member.row().id())
                    .containsExactlyInAnyOrder(escalated, open);
        });
        assertThat(world.waiting(handled)).containsExactly(IssueTasks.HANDLE);
        assertThat(world.story(handled)).contains(EntryKind.COMMON_ADDED, EntryKind.COMMON_REMOVED);
    }

    @Test
    @DisplayName("重复提交只合成一个；答复两次、已有答复的、已列入别处的、只有一件的，都说得清楚")
    void said_twice() {
        var key = Ids.next();
        var issues = List.of(handled, escalated);
        var first = world.people.as(world.people.clerk(), () -> problems.create(key, "浇地没有水", issues));
        assertThat(world.people.as(world.people.clerk(), () -> problems.create(key, "浇地没有水", issues)))
                .isEqualTo(first);
        code("common.already", () -> create(world.people.clerk(), List.of(handled, open)));
        assertThatThrownBy(() -> create(world.people.clerk(), List.of(open)))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.fields()).containsOnlyKeys("issues"));
        world.people.run(world.people.clerk(), () -> problems.answer(first, IssueResult.RESOLVED, ANSWER, ""));
        code(
                "common.answered",
                () -> world.people.as(
                        world.people.clerk(), () -> problems.answer(first, IssueResult.RESOLVED, ANSWER, "")));
        code("common.answered", () -> world.people.run(world.people.clerk(), () -> problems.add(first, List.of(open))));
        var third = world.withinDeadline();
        world.handle(third);
        code("common.notOpen", () -> create(world.people.clerk(), List.of(open, third)));
    }

    @Test
    @DisplayName("只有办公室和管得着全部地方的领导能合成、答复；首访责任人看得到")
    void rights() {
        code("forbidden", () -> create(world.cadre(), List.of(handled, escalated)));
        var id = create(world.people.townLeader(), List.of(handled, escalated));
        code(
                "forbidden",
                () -> world.people.as(world.cadre(), () -> problems.answer(id, IssueResult.RESOLVED, ANSWER, "")));
        assertThat(world.people.as(world.cadre(), () -> problems.view(id)).manageable())
                .isFalse();
        var stranger = tools.create();
        code("forbidden", () -> stranger.people.as(stranger.people.clerk(), () -> problems.view(id)));
        code(
                "forbidden",
                () -> stranger.people.as(
                        stranger.people.townLeader(), () -> problems.create(Ids.next(), "x", List.of(open, policy))));
        assertThat(world.people.as(world.people.clerk(), problems::mayCreate)).isTrue();
        assertThat(world.people.as(world.cadre(), problems::mayCreate)).isFalse();
    }

    private static void code(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo(code));
    }
}
