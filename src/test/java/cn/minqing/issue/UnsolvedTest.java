package cn.minqing.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.organization.Person;
import cn.minqing.platform.UserError;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@DisplayName("未解决事项：由领导小组办公室逐件跟进（S9.8）")
class UnsolvedTest {
    @Autowired
    IssueWorld.Tools tools;

    @Autowired
    IssueTasks tasks;

    @Autowired
    IssueRequests requests;

    @Autowired
    Unsolved unsolved;

    private IssueWorld world;

    @BeforeEach
    void world() {
        world = tools.create();
    }

    @Test
    @DisplayName("办不成的、部分解决的、挂账的列入；解决了的不列；销号以后照样跟进，直到完毕")
    void listed_and_followed_up() {
        var solved = world.withinDeadline();
        world.handle(solved);
        var not = world.withinDeadline();
        handle(not, IssueResult.UNRESOLVABLE);
        var partly = world.withinDeadline();
        handle(partly, IssueResult.PARTLY_RESOLVED);
        var parked = world.withinDeadline();
        world.decide(
                world.cadre(),
                parked,
                IssueTasks.HANDLE,
                item -> requests.requestParking(item, "等县里的计划。", IssueWorld.MONDAY.plusDays(20)));
        world.decide(
                world.people.villageLeader(),
                parked,
                IssueRequests.APPROVE_PARKING,
                item -> requests.decideParking(item, true, ""));
        var clerk = world.people.clerk();
        assertThat(lines(clerk, true)).extracting(Unsolved.Line::id).containsExactly(parked, partly, not);
        assertThat(lines(clerk, true))
                .extracting(Unsolved.Line::why)
                .containsExactly(Unsolved.Why.PARKED, Unsolved.Why.PARTLY_RESOLVED, Unsolved.Why.UNRESOLVABLE);

        world.tell(not);
        world.ask(not, true);
        world.close(world.people.villageLeader(), not);
        world.people.run(clerk, () -> unsolved.followUp(not, "已列入明年的项目计划。", LocalDate.of(2013, 3, 1)));
        assertThat(lines(clerk, true))
                .filteredOn(line -> line.id().equals(not))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.state()).isEqualTo(IssueState.CLOSED);
                    assertThat(line.followedUp()).isEqualTo("已列入明年的项目计划。");
                    assertThat(line.nextOn()).isEqualTo("2013-03-01");
                });
        assertThat(world.story(not)).contains(EntryKind.FOLLOWED_UP);
        world.people.run(world.people.leadingGroup(), () -> unsolved.followUp(not, "项目已开工。", null));
        assertThat(lines(clerk, true)).extracting(Unsolved.Line::id).containsExactly(parked, partly);
        assertThat(lines(clerk, false))
                .filteredOn(Unsolved.Line::settled)
                .extracting(Unsolved.Line::id)
                .containsExactly(not);
    }

    @Test
    @DisplayName("只有办公室和领导小组能跟进；督查组看得到；日期在今天以后；不在单子上的不能跟进")
    void rights_and_faults() {
        var issue = world.withinDeadline();
        handle(issue, IssueResult.UNRESOLVABLE);
        assertThat(lines(world.people.inspector(), true)).hasSize(1);
        code("forbidden", world.cadre(), () -> unsolved.page(true, null, 10));
        code("forbidden", world.people.inspector(), () -> unsolved.followUp(issue, "看过了。", null));
        code("form.invalid", world.people.clerk(), () -> unsolved.followUp(issue, " ", IssueWorld.MONDAY));
        var solved = world.withinDeadline();
        code("issue.unknown", world.people.clerk(), () -> unsolved.followUp(solved, "看过了。", null));
        var stranger = tools.create();
        assertThat(stranger.people.as(
                        stranger.people.clerk(),
                        () -> unsolved.page(true, null, 10).lines()))
                .isEmpty();
        code("forbidden", stranger.people.clerk(), () -> unsolved.followUp(issue, "看过了。", null));
    }

    private void code(String code, Person person, Runnable command) {
        assertThatThrownBy(() -> world.people.run(person, command))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo(code));
    }

    private void handle(UUID issue, IssueResult result) {
        world.decide(world.cadre(), issue, IssueTasks.HANDLE, item -> tasks.handle(item, result, "政策不允许。", ""));
    }

    private List<Unsolved.Line> lines(Person person, boolean openOnly) {
        return world.people.as(person, () -> unsolved.page(openOnly, null, 50).lines());
    }
}
