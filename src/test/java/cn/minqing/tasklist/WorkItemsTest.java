package cn.minqing.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.minqing.ProductTest;
import cn.minqing.SmallCampaigns;
import cn.minqing.SmallWorld;
import cn.minqing.SmallWorlds;
import cn.minqing.campaign.Plans;
import cn.minqing.organization.Person;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ProductTest
class WorkItemsTest {
    private static final String ACCEPT = "userTask_acceptIssue";
    private static final String VISIT = "userTask_visitHousehold";

    @Autowired
    WorkItems workItems;

    @Autowired
    SmallWorlds worlds;

    @Autowired
    SmallCampaigns campaigns;

    @Autowired
    Plans plans;

    @Autowired
    AppClock clock;

    @Autowired
    JdbcTemplate jdbc;

    private SmallWorld world;
    private OpenItems items;
    private Instant now;

    @BeforeEach
    void aWorld() {
        world = worlds.create();
        items = new OpenItems(jdbc);
        now = clock.now();
    }

    @Test
    @DisplayName("翻页按期限先后，不重不漏")
    void pages_follow_the_due_date_and_miss_nothing() {
        var cadre = world.cadres().get(1);
        var wanted = new HashSet<UUID>();
        for (var i = 0; i < 25; i++) {
            // Several are due at the same moment: the id decides.
            wanted.add(items.ofPerson(cadre.id(), VISIT, now.plus(Duration.ofDays(i / 4)), "a"));
        }

        var found = new ArrayList<WorkItem>();
        WorkItems.Cursor cursor = null;
        do {
            var after = cursor;
            var page = world.as(cadre, () -> workItems.page(WorkItems.Filter.ALL, after, 7));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(7);
            found.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);

        assertThat(found).extracting(WorkItem::id).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(found).extracting(WorkItem::due).isSorted();
    }

    @Test
    @DisplayName("每人只看到自己的和本角色范围内的任务")
    void each_sees_their_own_and_those_of_their_role_and_scope() {
        var mine = items.ofPerson(world.cadres().get(1).id(), VISIT, now, "mine");
        var ofTown = items.shared(Role.TOWN_LEADER.code(), world.town().id(), ACCEPT, now, "town");
        var otherTown = worlds.create();

        assertThat(idsOf(world.cadres().get(1))).containsExactly(mine);
        assertThat(idsOf(world.cadres().get(2))).isEmpty();
        assertThat(idsOf(world.townLeader())).containsExactly(ofTown);
        assertThat(idsOf(world.countyLeader())).isEmpty();
        assertThat(world.as(otherTown.townLeader(), () -> workItems.find(ofTown)))
                .isEmpty();
        assertThat(world.as(world.cadres().get(2), () -> workItems.find(mine))).isEmpty();
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> world.as(otherTown.townLeader(), () -> workItems.take(ofTown)))
                .matches(error -> error.code().equals("forbidden"));
    }

    @Test
    @DisplayName("有两个角色的人一次只看到一个角色的任务")
    void two_roles_are_never_mixed() {
        var leader = world.unitLeader(world.departments().getFirst());
        var visit = items.ofPerson(leader.id(), VISIT, now, "visit");
        var confirm = items.shared(
                Role.UNIT_LEADER.code(), world.departments().getFirst().id(), "userTask_confirmContacts", now, "unit");

        assertThat(idsOf(leader, Role.CADRE)).containsExactly(visit);
        assertThat(idsOf(leader, Role.UNIT_LEADER)).containsExactly(confirm);
    }

    @Test
    @DisplayName("不是联系干部的人，指定给本人的任务也看得到")
    void what_is_ones_own_is_never_hidden() {
        var told = items.ofPerson(world.townLeader().id(), "userTask_tellHousehold", now, "told");

        assertThat(idsOf(world.townLeader(), Role.TOWN_LEADER)).containsExactly(told);
    }

    @Test
    @DisplayName("按期限、颜色、种类、文字筛选")
    void filters_narrow_the_list() {
        var leader = world.townLeader();
        var scope = world.town().id();
        var role = Role.TOWN_LEADER.code();
        var late = items.add(null, role, scope, ACCEPT, now.minus(Duration.ofDays(2)), "水渠", WorkItem.Colour.RED);
        var soon = items.add(null, role, scope, ACCEPT, now.plus(Duration.ofDays(1)), "道路", WorkItem.Colour.NONE);
        var other = items.shared(role, scope, "userTask_closeIssue", now.plus(Duration.ofDays(9)), "100%道路");

        assertThat(ids(leader, filter(null, List.of(), "", null, now))).containsExactly(late);
        assertThat(ids(leader, filter(null, List.of(), "", now, now.plus(Duration.ofDays(2)))))
                .containsExactly(soon);
        assertThat(ids(leader, filter(null, List.of(WorkItem.Colour.RED), "", null, null)))
                .containsExactly(late);
        assertThat(ids(leader, filter("userTask_closeIssue", List.of(), "", null, null)))
                .containsExactly(other);
        assertThat(ids(leader, filter(null, List.of(), "道路", null, null))).containsExactly(soon, other);
        assertThat(ids(leader, filter(null, List.of(), "0%", null, null))).containsExactly(other);
    }

    @Test
    @DisplayName("数量到一百为止，按种类分开数")
    void counts_are_capped() {
        for (var i = 0; i < 120; i++) {
            items.shared(Role.TOWN_LEADER.code(), world.town().id(), ACCEPT, now, "x");
        }
        items.shared(Role.TOWN_LEADER.code(), world.town().id(), "userTask_closeIssue", now, "x");

        var leader = world.townLeader();
        assertThat(world.as(leader, () -> workItems.count(WorkItems.Filter.ALL)))
                .isEqualTo(WorkItems.COUNT_CAP);
        assertThat(world.as(
                        leader,
                        () -> workItems.counts(WorkItems.Filter.ALL, List.of(ACCEPT, "userTask_closeIssue", VISIT))))
                .containsEntry(ACCEPT, WorkItems.COUNT_CAP)
                .containsEntry("userTask_closeIssue", 1)
                .containsEntry(VISIT, 0);
    }

    @Test
    @DisplayName("两人同时认领，只有一人得到，另一人知道是谁")
    void of_two_who_claim_one_wins() throws Exception {
        var campaign = campaigns.launch(world);
        var task = taskOf(campaign.id());
        var together = new CyclicBarrier(2);
        Callable<String> first = () -> claim(world.clerk(), task, together);
        Callable<String> second = () -> claim(world.secondClerk(), task, together);

        List<String> outcomes;
        try (var threads = Executors.newFixedThreadPool(2)) {
            var one = threads.submit(first);
            var two = threads.submit(second);
            outcomes = List.of(one.get(), two.get());
        }

        assertThat(outcomes).containsExactlyInAnyOrder("claimed", "task.taken");
        var winner = outcomes.getFirst().equals("claimed") ? world.clerk() : world.secondClerk();
        var loser = winner == world.clerk() ? world.secondClerk() : world.clerk();
        assertThat(idsOf(winner)).containsExactly(task);
        assertThat(idsOf(loser)).isEmpty();

        world.run(winner, () -> workItems.release(task));
        assertThat(idsOf(loser)).containsExactly(task);
    }

    @Test
    @DisplayName("别人已经办完的任务，说明由谁办完")
    void a_finished_task_names_who_was_faster() {
        var campaign = campaigns.launch(world);
        var task = taskOf(campaign.id());
        world.run(world.clerk(), () -> plans.submitPlan(task, campaigns.plan(world)));

        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> world.run(world.secondClerk(), () -> workItems.requireOpen(task)))
                .matches(error -> error.code().equals("task.done"))
                .matches(error -> error.message().args().contains(world.clerk().name()));
    }

    private String claim(Person person, UUID task, CyclicBarrier together) {
        return world.as(person, () -> {
            together.await();
            try {
                workItems.claim(task);
                return "claimed";
            } catch (UserError error) {
                return error.code();
            }
        });
    }

    private UUID taskOf(UUID campaignId) {
        return world.as(world.clerk(), () -> workItems.about(campaignId))
                .getFirst()
                .id();
    }

    private static WorkItems.Filter filter(
            String element, List<WorkItem.Colour> colours, String text, Instant from, Instant before) {
        return new WorkItems.Filter(null, null, element, "", colours, text, from, before);
    }

    private List<UUID> ids(Person person, WorkItems.Filter filter) {
        return world.as(person, () -> workItems.page(filter, null, 50)).items().stream()
                .map(WorkItem::id)
                .toList();
    }

    private List<UUID> idsOf(Person person) {
        return ids(person, WorkItems.Filter.ALL);
    }

    private List<UUID> idsOf(Person person, Role role) {
        return ids(person, WorkItems.Filter.ALL.withRole(role));
    }
}
