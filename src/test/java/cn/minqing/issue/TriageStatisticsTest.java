package cn.minqing.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.organization.People;
import cn.minqing.organization.Role;
import cn.minqing.platform.UserError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@DisplayName("研判统计")
class TriageStatisticsTest {
    @Autowired
    IssueWorld.Tools tools;

    @Autowired
    Issues issues;

    @Autowired
    IssueTasks tasks;

    @Autowired
    TriageStatistics statistics;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private IssueWorld world;

    @BeforeEach
    void world() {
        world = tools.create();
    }

    @Test
    @DisplayName("每一行规则：建议几次、照办几次、改成什么、为什么；没用到的规则也列出")
    void each_row_is_counted() {
        world.withinDeadline();
        world.withinDeadline();
        var open = world.register(world.matter(null, "cadre", "income"));
        overridden("要村里出面协调。");
        world.people.run(world.people.clerk(), () -> {
            var row = row(statistics, "cadre");
            assertThat(row.proposed()).isEqualTo(4);
            assertThat(row.confirmed()).isEqualTo(2);
            assertThat(row.open()).isEqualTo(1);
            assertThat(row.overridden()).isEqualTo(1);
            assertThat(row.overriddenTo()).containsExactlyEntriesOf(java.util.Map.of(Route.ESCALATED, 1));
            assertThat(statistics.overrides(world.campaignId, row.reason()))
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.why()).isEqualTo("要村里出面协调。");
                        assertThat(one.chosen()).isEqualTo(Route.ESCALATED);
                    });
            assertThat(statistics.rows(world.campaignId))
                    .allSatisfy(one -> assertThat(one.ruleId()).startsWith("rule_"))
                    .anySatisfy(one -> assertThat(one.proposed()).isZero());
        });
        world.decide(
                world.cadre(),
                open,
                IssueTasks.CONFIRM_TRIAGE,
                item -> tasks.confirmTriage(item, Route.POLICY_EXPLANATION, "是政策规定。", ""));
        world.people.run(
                world.people.clerk(),
                () -> assertThat(row(statistics, "cadre").overridden()).isEqualTo(2));
    }

    private TriageStatistics.Row row(TriageStatistics all, String solvable) {
        var reason = world.people
                .as(world.cadre(), () -> issues.propose(world.campaignId, world.household(), false, solvable, "income"))
                .proposal()
                .reason();
        return all.rows(world.campaignId).stream()
                .filter(one -> one.reason().equals(reason))
                .findFirst()
                .orElseThrow();
    }

    private void overridden(String why) {
        var matter = world.matter(Route.ESCALATED, "cadre", "income");
        world.register(new NewIssue(
                matter.campaignId(),
                world.household(),
                matter.category(),
                matter.title(),
                matter.description(),
                false,
                "cadre",
                Route.ESCALATED,
                why,
                ""));
    }

    @Test
    @DisplayName("表里已经删去的规则仍列出以前的次数")
    void a_row_that_is_gone() {
        var issue = world.withinDeadline();
        jdbc.sql("update issue set proposal_reason = '旧的一行' where id = ?")
                .param(issue)
                .update();
        world.people.run(
                world.people.clerk(),
                () -> assertThat(statistics.rows(world.campaignId).getLast()).satisfies(row -> {
                    assertThat(row.ruleId()).isEmpty();
                    assertThat(row.reason()).isEqualTo("旧的一行");
                    assertThat(row.confirmed()).isEqualTo(1);
                }));
    }

    @Test
    @DisplayName("办公室只看自己的活动，流程设计师看全部，别人不能看")
    void rights() {
        world.withinDeadline();
        var other = tools.create();
        other.people.run(
                other.people.clerk(),
                () -> assertThat(statistics.rows(world.campaignId))
                        .allSatisfy(row -> assertThat(row.proposed()).isZero()));
        assertThatThrownBy(() -> world.people.as(world.cadre(), () -> statistics.rows(null)))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("forbidden"));
        var designer = other.people.cadres().get(4);
        people.grant(designer.id(), Role.PROCESS_DESIGNER, other.people.office().id());
        other.people.run(
                designer,
                () -> assertThat(statistics.rows(world.campaignId))
                        .anySatisfy(row -> assertThat(row.proposed()).isEqualTo(1)));
    }
}
