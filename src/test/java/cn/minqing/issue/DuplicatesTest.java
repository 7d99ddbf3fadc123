package cn.minqing.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.organization.Person;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@DisplayName("重复事项：提示、关联、并入")
class DuplicatesTest {
    @Autowired
    IssueWorld.Tools tools;

    @Autowired
    Issues issues;

    @Autowired
    IssueTasks tasks;

    @Autowired
    Duplicates duplicates;

    @Autowired
    MergedAnswers answers;

    private IssueWorld world;

    @BeforeEach
    void world() {
        world = tools.create();
    }

    /** The third cadre, in contact with the third household. */
    private Person neighbour() {
        return world.people.cadres().get(2);
    }

    private UUID neighbours(String title) {
        var matter = world.matter(Route.WITHIN_DEADLINE, "cadre", "income");
        return world.people.as(
                neighbour(),
                () -> issues.register(new NewIssue(
                        Ids.next(),
                        matter.campaignId(),
                        world.people.households().get(2),
                        "income",
                        title,
                        "邻居也这么说。",
                        false,
                        "cadre",
                        Route.WITHIN_DEADLINE,
                        "",
                        "")));
    }

    private List<Duplicates.Likely> likely(String title) {
        return world.people.as(
                neighbour(),
                () -> duplicates.likely(new Duplicates.Sought(
                        world.campaignId, world.people.households().get(2), "", "income", title, "", null)));
    }

    @Test
    @DisplayName("两个字的词也找得到；看不到的户只写村名，仍看得出轮到谁")
    void words_of_two_letters_are_found() {
        var issue = world.withinDeadline();
        assertThat(likely("村委会那条路又不通了，雨后难走")).first().satisfies(one -> {
            assertThat(one.row().id()).isEqualTo(issue);
            assertThat(one.row().household()).isEmpty();
            assertThat(one.row().place())
                    .contains(world.people.village().name())
                    .doesNotContain("组");
            assertThat(one.turn()).isEqualTo(world.cadre().name());
            assertThat(one.mayOpen()).isFalse();
            assertThat(one.sameCategory()).isTrue();
            assertThat(one.sameHousehold()).isFalse();
            assertThat(one.likeness()).isGreaterThan(25);
        });
        assertThat(likely("雨后")).extracting(one -> one.row().id()).containsExactly(issue);
        assertThat(likely("合作医疗报销")).isEmpty();
        assertThat(likely("")).isEmpty();
        world.people.run(world.cadre(), () -> {
            assertThat(issues.page(IssueFilter.ALL.withText("雨后"), null, 10).rows())
                    .extracting(IssueRow::id)
                    .containsExactly(issue);
            assertThat(issues.page(IssueFilter.ALL.withText("两里"), null, 10).rows())
                    .hasSize(1);
            assertThat(issues.count(IssueFilter.ALL.withText("医疗"))).isZero();
            assertThat(issues.count(IssueFilter.ALL.withText("路"))).isEqualTo(1);
        });
    }

    @Test
    @DisplayName("别处的人不能借查重看别村的事项")
    void nobody_looks_elsewhere() {
        world.withinDeadline();
        var stranger = tools.create();
        code(
                "forbidden",
                () -> stranger.people.as(
                        stranger.cadre(),
                        () -> duplicates.likely(new Duplicates.Sought(
                                world.campaignId, world.household(), "", "income", "路", "", null))));
    }

    @Test
    @DisplayName("登记时并入：只办一次，两户都得到答复，告知完才能销号")
    void both_residents_are_told() {
        var main = world.withinDeadline();
        var matter = world.matter(null, "cadre", "income");
        var input = new NewIssue(
                Ids.next(),
                matter.campaignId(),
                world.people.households().get(2),
                "",
                Channel.VISIT,
                "income",
                "去村委会的路难走",
                "下雨就陷车。",
                false,
                "cadre",
                null,
                "",
                "");
        var choice = List.of(new Duplicates.Choice(main, Duplicates.Relation.MERGE, "同一条路"));
        var copy = world.people.as(neighbour(), () -> duplicates.register(input, choice));
        assertThat(world.people.as(neighbour(), () -> duplicates.register(input, choice)))
                .isEqualTo(copy);
        assertThat(world.view(neighbour(), copy).state()).isEqualTo(IssueState.MERGED);
        assertThat(world.running(copy)).isFalse();
        assertThat(world.waiting(copy)).isEmpty();
        assertThat(world.story(copy)).contains(EntryKind.MERGED);
        assertThat(world.story(main)).containsOnlyOnce(EntryKind.MERGED_HERE);

        world.handle(main);
        world.tell(main);
        assertThat(world.waiting(copy)).containsExactly(MergedAnswers.TELL);
        assertThat(world.view(neighbour(), copy).answer()).isEqualTo("联系了农机站，路已垫平。");
        world.ask(main, true);
        code("issue.mergedUntold", () -> world.close(world.people.villageLeader(), main));
        world.decide(neighbour(), copy, MergedAnswers.TELL, item -> answers.tell(item, "PHONE", "打电话说了，路好了。"));
        assertThat(world.view(neighbour(), copy).told()).isNotNull();
        world.close(world.people.villageLeader(), main);
        assertThat(world.running(main)).isFalse();
        assertThat(world.running(copy)).isFalse();
    }

    @Test
    @DisplayName("不满意重新办理后，新的答复再告知并入的那一户")
    void a_new_answer_is_told_again() {
        var main = world.withinDeadline();
        var other = neighbours("三组的路");
        merge(neighbour(), other, main);
        world.handle(main);
        world.tell(main);
        world.decide(neighbour(), other, MergedAnswers.TELL, item -> answers.tell(item, "PHONE", "说了。"));
        world.ask(main, false);
        world.handle(main);
        world.today(IssueWorld.MONDAY.plusDays(1));
        world.tell(main);
        assertThat(world.waiting(other)).containsExactly(MergedAnswers.TELL);
    }

    @Test
    @DisplayName("同一户说了两次的，答复一次就都告知了")
    void the_same_household_hears_it_once() {
        var main = world.withinDeadline();
        var again = world.withinDeadline();
        merge(world.cadre(), again, main);
        world.handle(main);
        world.tell(main);
        assertThat(world.waiting(again)).isEmpty();
        assertThat(world.view(world.cadre(), again).told()).isNotNull();
    }

    @Test
    @DisplayName("并入已经答复过的事项，马上去告知这一户")
    void merged_into_one_that_was_told() {
        var main = world.withinDeadline();
        world.handle(main);
        world.tell(main);
        var other = neighbours("三组的路");
        merge(world.people.clerk(), other, main);
        assertThat(world.waiting(other)).containsExactly(MergedAnswers.TELL);
    }

    @Test
    @DisplayName("上级正在办的也能并入，上级的任务随之撤回")
    void a_level_has_it() {
        var main = world.withinDeadline();
        var up = world.escalated();
        merge(world.people.clerk(), up, main);
        assertThat(world.running(up)).isFalse();
        assertThat(world.waiting(up)).isEmpty();
        assertThat(world.view(world.people.clerk(), up).levels())
                .singleElement()
                .satisfies(level -> assertThat(level.outcome()).isEqualTo("MERGED"));
    }

    @Test
    @DisplayName("并入两次、互相并入、并入自己、并入已并入的，都说得清楚")
    void merging_twice_or_into_each_other() {
        var one = world.withinDeadline();
        var two = world.withinDeadline();
        var three = world.withinDeadline();
        merge(world.cadre(), two, one);
        merge(world.cadre(), two, one);
        assertThat(world.story(one).stream().filter(kind -> kind == EntryKind.MERGED_HERE))
                .hasSize(1);
        code("issue.mergedAlready", () -> merge(world.cadre(), two, three));
        code("issue.mergeIntoMerged", () -> merge(world.cadre(), one, two));
        code("issue.mergeIntoMerged", () -> merge(world.cadre(), three, two));
        code("issue.sameIssue", () -> merge(world.cadre(), one, one));
        merge(world.cadre(), one, three);
        assertThat(world.view(world.cadre(), two).intake().related())
                .extracting(IssueView.Related::number, IssueView.Related::kind)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        world.view(world.cadre(), three).number(), "MERGED_INTO"));
    }

    @Test
    @DisplayName("两人同时把两件互相并入：只成一个")
    void two_people_merge_them_into_each_other() throws Exception {
        var one = world.withinDeadline();
        var two = world.withinDeadline();
        var jobs = new ArrayList<Callable<Boolean>>();
        jobs.add(() -> tried(() -> merge(world.cadre(), one, two)));
        jobs.add(() -> tried(() -> merge(world.people.clerk(), two, one)));
        try (var pool = Executors.newFixedThreadPool(2)) {
            var won = 0;
            for (var job : pool.invokeAll(jobs)) {
                won += job.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
        assertThat(List.of(world.running(one), world.running(two))).containsExactlyInAnyOrder(true, false);
    }

    private static boolean tried(Runnable job) {
        try {
            job.run();
            return true;
        } catch (UserError | org.springframework.dao.ConcurrencyFailureException e) {
            return false;
        }
    }

    @Test
    @DisplayName("有了自己答复的不能再并入；别村的不能关联；无关的人不能动")
    void what_cannot_be_merged() {
        var main = world.withinDeadline();
        var answered = world.withinDeadline();
        world.handle(answered);
        code("issue.mergeTooLate", () -> merge(world.cadre(), answered, main));
        var elsewhere = tools.create();
        var far = elsewhere.withinDeadline();
        code("issue.notNear", () -> merge(world.cadre(), main, far));
        code("forbidden", () -> merge(neighbour(), main, answered));
    }

    @Test
    @DisplayName("已销号的不能并进去；再次反映接着办，不满意直接提级")
    void a_closed_matter_comes_again() {
        var closed = world.withinDeadline();
        world.handle(closed);
        world.tell(closed);
        world.ask(closed, true);
        world.close(world.people.villageLeader(), closed);
        var fresh = world.withinDeadline();
        code("issue.mergeIntoClosed", () -> merge(world.cadre(), fresh, closed));
        code("issue.notClosed", () -> world.people.run(world.cadre(), () -> duplicates.again(closed, fresh, "")));
        world.people.run(world.cadre(), () -> {
            duplicates.again(fresh, closed, "路又坏了");
            duplicates.again(fresh, closed, "路又坏了");
        });
        assertThat(world.view(world.cadre(), closed).state()).isEqualTo(IssueState.CLOSED);
        assertThat(world.view(world.cadre(), fresh).reopened()).isEqualTo(1);
        assertThat(world.story(fresh)).containsOnlyOnce(EntryKind.AGAIN);
        world.handle(fresh);
        world.tell(fresh);
        world.ask(fresh, false);
        assertThat(world.waiting(fresh)).containsExactly(IssueTasks.ACCEPT);
        assertThat(world.story(fresh)).contains(EntryKind.ACCOUNTABILITY);
    }

    @Test
    @DisplayName("关联两次只记一次，两边都看得到，都照常办理")
    void linked_both_go_on() {
        var one = world.withinDeadline();
        var two = neighbours("二组的桥");
        world.people.run(world.people.clerk(), () -> {
            duplicates.link(one, two, "同一段路");
            duplicates.link(two, one, "");
        });
        assertThat(world.story(one)).containsOnlyOnce(EntryKind.LINKED);
        assertThat(world.view(world.people.clerk(), one).intake().related())
                .extracting(IssueView.Related::kind)
                .containsExactly("RELATED");
        assertThat(world.view(world.cadre(), one).intake().related())
                .extracting(IssueView.Related::id)
                .containsOnlyNulls();
        assertThat(world.running(one)).isTrue();
        assertThat(world.running(two)).isTrue();
    }

    @Test
    @DisplayName("首访责任人换人，未告知的并入事项由接替人告知")
    void a_successor_tells_the_household() {
        var main = world.withinDeadline();
        var other = neighbours("三组的路");
        merge(world.people.clerk(), other, main);
        var successor = world.people.cadres().get(3);
        issues.handOver(
                neighbour().id(),
                successor.id(),
                List.of(world.people.households().get(2)));
        world.handle(main);
        world.tell(main);
        world.decide(successor, other, MergedAnswers.TELL, item -> answers.tell(item, "IN_PERSON", "当面说了。"));
        assertThat(world.running(other)).isFalse();
    }

    private void merge(Person person, UUID issue, UUID into) {
        world.people.run(person, () -> duplicates.merge(issue, into, "同一件事"));
    }

    private static void code(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo(code));
    }
}
