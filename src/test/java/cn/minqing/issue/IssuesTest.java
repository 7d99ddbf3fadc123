package cn.minqing.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.organization.Person;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@DisplayName("民情事项")
class IssuesTest {
    @Autowired
    IssueWorld.Tools tools;

    @Autowired
    Issues issues;

    @Autowired
    IssueTasks tasks;

    @Autowired
    IssueColours colours;

    @Autowired
    JdbcClient jdbc;

    private IssueWorld world;

    @BeforeEach
    void world() {
        world = tools.create();
    }

    @Test
    @DisplayName("时限按法定工作日：跨 2013 年春节，调休的周末算工作日")
    void deadlines_know_the_spring_festival() {
        world.today(LocalDate.of(2013, 2, 6));
        var issue = world.withinDeadline();
        // 7, 8, then the holidays of 9–15; Saturday 16 and Sunday 17 are made up; 18.
        assertThat(world.view(world.cadre(), issue).clock().deadline()).isEqualTo(LocalDate.of(2013, 2, 18));
        assertThat(world.view(world.cadre(), issue).clock().left()).isEqualTo(5);
        world.today(LocalDate.of(2013, 2, 17));
        assertThat(world.view(world.cadre(), issue).clock().left()).isEqualTo(1);
        world.today(LocalDate.of(2013, 2, 19));
        assertThat(world.view(world.cadre(), issue).clock().left()).isEqualTo(-1);
    }

    @Test
    @DisplayName("险情 1 个自然日，除夕登记初一到期")
    void danger_counts_calendar_days() {
        world.today(LocalDate.of(2013, 2, 9));
        var issue = world.register(urgent());
        var clock = world.view(world.cadre(), issue).clock();
        assertThat(clock.calendarDays()).isTrue();
        assertThat(clock.deadline()).isEqualTo(LocalDate.of(2013, 2, 10));
    }

    private NewIssue urgent() {
        var matter = world.matter(Route.WITHIN_DEADLINE, "cadre", "housing");
        return new NewIssue(
                matter.campaignId(),
                matter.householdId(),
                matter.category(),
                "山墙开裂",
                "山墙裂了一指宽，怕塌。",
                true,
                "cadre",
                Route.WITHIN_DEADLINE,
                "",
                "");
    }

    @Test
    @DisplayName("建议带理由和依据；不按建议办的须写理由")
    void another_way_needs_a_reason() {
        var proposed = world.people.as(
                world.cadre(), () -> issues.propose(world.campaignId, world.household(), false, "cadre", "income"));
        assertThat(proposed.proposal().route()).isEqualTo(Route.WITHIN_DEADLINE);
        assertThat(proposed.proposal().reason()).isNotBlank();
        assertThat(proposed.proposal().source()).contains("R2");
        assertThat(proposed.due()).isEqualTo(LocalDate.of(2013, 1, 28));

        var other = world.matter(Route.ESCALATED, "cadre", "income");
        assertThatThrownBy(() -> world.register(other))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.fields()).containsOnlyKeys("overrideReason"));
        var issue = world.register(new NewIssue(
                other.campaignId(),
                other.householdId(),
                other.category(),
                other.title(),
                other.description(),
                false,
                "cadre",
                Route.ESCALATED,
                "要村里出面协调两家。",
                ""));
        assertThat(world.view(world.cadre(), issue).proposal().overrideReason()).isEqualTo("要村里出面协调两家。");
    }

    @Test
    @DisplayName("登记的差错一次指全，什么都不写入")
    void all_faults_at_once() {
        var before = world.people.as(world.people.clerk(), () -> issues.count(IssueFilter.ALL));
        assertThatThrownBy(() -> world.register(
                        new NewIssue(world.campaignId, world.household(), "", " ", "", false, "", null, "", "")))
                .isInstanceOfSatisfying(
                        UserError.class,
                        error -> assertThat(error.fields())
                                .containsOnlyKeys("category", "title", "description", "solvable"));
        assertThatThrownBy(() -> world.register(new NewIssue(
                        world.campaignId,
                        world.household(),
                        "income",
                        "事",
                        "长".repeat(2001),
                        false,
                        "now",
                        Route.ON_THE_SPOT,
                        "",
                        "")))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.fields()).containsKey("description"));
        assertThat(world.people.<Integer>as(world.people.clerk(), () -> issues.count(IssueFilter.ALL)))
                .isEqualTo(before);
    }

    @Test
    @DisplayName("同一张表重复提交只登记一次")
    void registering_twice_is_once() {
        var matter = world.matter(Route.WITHIN_DEADLINE, "cadre", "income");
        var first = world.register(matter);
        assertThat(world.register(matter)).isEqualTo(first);
        assertThat(world.waiting(first)).hasSize(1);
    }

    @Test
    @DisplayName("同时登记，编号不重")
    void numbers_are_unique_under_concurrency() throws Exception {
        var ids = new ArrayList<UUID>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            var runs = new ArrayList<Callable<UUID>>();
            for (var index = 0; index < 24; index++) {
                runs.add(() -> world.withinDeadline());
            }
            for (var run : pool.invokeAll(runs)) {
                ids.add(run.get());
            }
        }
        var numbers = jdbc.sql("select number from issue where id in (:ids)")
                .param("ids", ids)
                .query(String.class)
                .list();
        assertThat(numbers).hasSize(24).doesNotHaveDuplicates().allMatch(number -> number.matches("MQ-2013-\\d{6}"));
    }

    @Test
    @DisplayName("只有联系人、活动办公室和村负责人能登记")
    void who_may_register() {
        var stranger = world.people.cadres().get(3);
        assertThatThrownBy(() -> world.people.as(
                        stranger, () -> issues.register(world.matter(Route.WITHIN_DEADLINE, "cadre", "income"))))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("forbidden"));
        for (var person : List.of(world.people.clerk(), world.people.villageLeader())) {
            assertThat(world.people.as(
                            person, () -> issues.register(world.matter(Route.WITHIN_DEADLINE, "cadre", "income"))))
                    .isNotNull();
        }
    }

    @Test
    @DisplayName("谁能看哪件事项：没报到这一级的看不到，邻村的看不到")
    void who_may_read() {
        var issue = world.withinDeadline();
        var neighbour = tools.create();
        for (var reader : List.of(
                world.cadre(),
                world.people.villageLeader(),
                world.people.clerk(),
                world.people.inspector(),
                world.people.leadingGroup())) {
            assertThat(world.view(reader, issue).id()).isEqualTo(issue);
            assertThat(listed(reader)).contains(issue);
        }
        for (var other : List.of(
                world.people.cadres().get(3),
                world.people.townLeader(),
                world.people.countyLeader(),
                world.people.handler(),
                neighbour.people.villageLeader(),
                neighbour.people.clerk())) {
            assertThatThrownBy(() -> world.view(other, issue))
                    .as(other.name())
                    .isInstanceOfSatisfying(
                            UserError.class, error -> assertThat(error.code()).isEqualTo("forbidden"));
            assertThat(listed(other)).as(other.name()).doesNotContain(issue);
        }
    }

    @Test
    @DisplayName("级别越高，住户信息遮得越多")
    void the_household_is_masked_the_more_the_higher() {
        var issue = world.escalated();
        world.decide(world.people.villageLeader(), issue, IssueTasks.ACCEPT, item -> tasks.sendUp(item, "要镇里立项。"));
        world.decide(world.people.townLeader(), issue, IssueTasks.ACCEPT, item -> tasks.sendUp(item, "要县里立项。"));

        assertThat(world.view(world.people.villageLeader(), issue).household().name())
                .isEqualTo("户主1");
        var town = world.view(world.people.townLeader(), issue).household();
        assertThat(town.name()).isEqualTo("户××");
        assertThat(town.id()).isNull();
        var county = world.view(world.people.countyLeader(), issue).household();
        assertThat(county.name()).isEmpty();
        assertThat(county.place()).doesNotContain("组");
        var row = world.people.as(
                world.people.countyLeader(),
                () -> issues.page(IssueFilter.ALL, null, 10).rows().getFirst());
        assertThat(row.household()).isEmpty();
    }

    private List<UUID> listed(Person person) {
        return world.people.as(
                person,
                () -> issues.page(IssueFilter.ALL, null, 100).rows().stream()
                        .map(IssueRow::id)
                        .toList());
    }

    @Test
    @DisplayName("列表翻页不重不漏，筛选按状态、类别、编号")
    void paging_and_filters() {
        var ids = new ArrayList<UUID>();
        for (var index = 0; index < 7; index++) {
            ids.add(world.withinDeadline());
        }
        var spot = world.register(world.matter(Route.ON_THE_SPOT, "now", "service"));
        world.people.run(world.people.clerk(), () -> {
            var seen = new ArrayList<UUID>();
            UUID after = null;
            do {
                var page = issues.page(IssueFilter.ALL, after, 3);
                page.rows().forEach(row -> seen.add(row.id()));
                after = page.next();
            } while (after != null);
            assertThat(seen).hasSize(8).doesNotHaveDuplicates().containsAll(ids).contains(spot);
            assertThat(issues.count(IssueFilter.ALL)).isEqualTo(8);

            var asking = new IssueFilter(null, Set.of(IssueState.SATISFACTION), null, "", false, false, null, "", "");
            assertThat(issues.page(asking, null, 10).rows())
                    .extracting(IssueRow::id)
                    .containsExactly(spot);
            var service = new IssueFilter(
                    world.campaignId, Set.of(), Route.ON_THE_SPOT, "service", false, false, null, "", "");
            assertThat(issues.count(service)).isEqualTo(1);
            var number = issues.view(spot).number();
            assertThat(issues.page(IssueFilter.ALL.withText(number), null, 10).rows())
                    .extracting(IssueRow::id)
                    .containsExactly(spot);
            assertThat(issues.count(IssueFilter.ALL.withText("100%_"))).isZero();
        });
    }

    @Test
    @DisplayName("数字与事项一致，按单位也一致")
    void figures() {
        var closed = world.withinDeadline();
        world.handle(closed);
        world.tell(closed);
        world.ask(closed, true);
        world.close(world.people.villageLeader(), closed);
        var unhappy = world.register(world.matter(Route.ON_THE_SPOT, "now", "service"));
        world.ask(unhappy, false);
        world.escalated();
        world.today(LocalDate.of(2013, 2, 4));

        var all = issues.figures(world.campaignId, null);
        assertThat(all.registered()).isEqualTo(3);
        assertThat(all.closed()).isEqualTo(1);
        assertThat(all.open()).isEqualTo(2);
        assertThat(all.answered()).isEqualTo(1);
        assertThat(all.asked()).isEqualTo(2);
        assertThat(all.satisfied()).isEqualTo(1);
        assertThat(all.overdue()).isEqualTo(2);
        assertThat(all.byRoute()).containsEntry(Route.ON_THE_SPOT, 1).containsEntry(Route.ESCALATED, 1);
        assertThat(all.byCategory()).containsEntry("income", 2).containsEntry("service", 1);
        assertThat(issues.unanswered(world.campaignId, null)).hasSize(2);
        assertThat(issues.unsatisfied(world.campaignId, null))
                .extracting(IssueSummary::id)
                .containsExactly(unhappy);
        assertThat(issues.figures(
                                world.campaignId,
                                world.people.departments().getLast().id())
                        .registered())
                .isZero();
        assertThat(issues.ofHousehold(world.household())).hasSize(3);
    }

    @Test
    @DisplayName("每晚标色：临近到期标黄，超期标红")
    void the_sweep_marks_what_is_due() {
        var issue = world.escalated();
        world.decide(world.people.villageLeader(), issue, IssueTasks.ACCEPT, tasks::accept);
        colours.sweep();
        assertThat(world.open(issue).getFirst().colour().name()).isEqualTo("NONE");
        world.today(LocalDate.of(2013, 1, 25));
        colours.sweep();
        assertThat(world.open(issue).getFirst().colour().name()).isEqualTo("YELLOW");
        world.today(LocalDate.of(2013, 1, 29));
        colours.sweep();
        colours.sweep();
        assertThat(world.open(issue).getFirst().colour().name()).isEqualTo("RED");
    }

    @Test
    @DisplayName("经过只能增加，不能改")
    void entries_are_never_changed() {
        var issue = world.withinDeadline();
        assertThatThrownBy(() -> jdbc.sql("update issue_entry set text = 'x' where issue_id = ?")
                        .param(issue)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    @DisplayName("活动归档后不再登记，未办完的照样办到销号")
    void open_issues_outlive_their_campaign() {
        var issue = world.withinDeadline();
        jdbc.sql("update campaign set phase = 'ARCHIVED' where id = ?")
                .param(world.campaignId)
                .update();
        assertThatThrownBy(world::withinDeadline)
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("campaign.archived"));
        world.handle(issue);
        world.tell(issue);
        world.ask(issue, true);
        world.close(world.people.villageLeader(), issue);
        assertThat(world.running(issue)).isFalse();
    }

    @Test
    @DisplayName("不认识的编号有一句明白话")
    void unknown() {
        assertThatThrownBy(() -> world.view(world.cadre(), Ids.next()))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("issue.unknown"));
    }
}
