package cn.minqing.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.ProductTest;
import cn.minqing.SmallWorld;
import cn.minqing.SmallWorlds;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Person;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Ids;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The list of a person must cost the same however many tasks others have: each branch follows its partial index. */
@ProductTest
@Transactional
class InboxQueryPlanTest {
    private static final int ROWS = 20_000;
    private static final int SHARE_OF_ONE = 6;

    @Autowired
    SmallWorlds worlds;

    @Autowired
    AppClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    JdbcClient client;

    private SmallWorld world;

    /**
     * Half of the rows wait for one town, the wide user. Half are visits, a sixth of them (1 667) of one cadre: skewed as
     * the planner likes it least.
     */
    @BeforeEach
    void manyTasks() {
        world = worlds.create();
        var busy = world.cadres().get(1).id();
        var rows = new ArrayList<Object[]>();
        for (var i = 0; i < ROWS; i++) {
            var ofTown = i % 2 == 0;
            rows.add(new Object[] {
                Ids.next(),
                "plan-" + Ids.next(),
                ofTown ? (i % 20 == 0 ? "userTask_closeIssue" : "userTask_acceptIssue") : "userTask_visitHousehold",
                ofTown ? Role.TOWN_LEADER.code() : null,
                ofTown ? world.town().id() : null,
                ofTown ? null : i / 2 % SHARE_OF_ONE == 0 ? busy : Ids.next(),
                Ids.next(),
                Timestamp.from(clock.now().plus(Duration.ofMinutes(i)))
            });
        }
        jdbc.batchUpdate("""
                insert into work_item (id, task_id, process, element, business_key, title, role, scope_id, person_id,
                  subject_type, subject_id, due_at, created_at)
                values (?, ?, 'test', ?, 'x', 'title', ?, ?, ?, 'ISSUE', ?, ?, now())
                """, rows);
        jdbc.execute("analyze work_item");
    }

    @Test
    @DisplayName("本人的列表走本人的部分索引")
    void a_persons_page_follows_the_index_of_the_person() {
        assertThat(plan(world.cadres().get(1), WorkItems.Filter.ALL.withRole(Role.CADRE), query -> query.page(51)))
                .contains("work_item_person")
                .doesNotContain("Seq Scan on work_item");
    }

    @Test
    @DisplayName("看得到上万条的领导，首页、翻页和计数都走角色的部分索引")
    void a_wide_page_and_count_follow_the_index_of_the_role() {
        var filter = WorkItems.Filter.ALL.withRole(Role.TOWN_LEADER);

        assertThat(plan(world.townLeader(), filter, query -> query.page(51)))
                .contains("work_item_role")
                .doesNotContain("Seq Scan on work_item");
        assertThat(plan(world.townLeader(), filter, query -> "select " + query.count()))
                .contains("work_item_role")
                .doesNotContain("Seq Scan on work_item");
    }

    @Test
    @DisplayName("按种类看走种类的部分索引")
    void one_kind_follows_the_index_of_the_kind() {
        var filter = WorkItems.Filter.ALL.withRole(Role.TOWN_LEADER).withElement("userTask_closeIssue");

        assertThat(plan(world.townLeader(), filter, query -> query.page(51)))
                .contains("work_item_role_element")
                .doesNotContain("Seq Scan on work_item");
    }

    private String plan(Person person, WorkItems.Filter filter, Function<WorkItems.Query, String> sql) {
        var after = new WorkItems.Cursor(clock.now().plus(Duration.ofHours(1)), Ids.next());
        List<String> lines = world.as(person, () -> {
            var query = new WorkItems.Query(Actors.current(), filter, after);
            var text = sql.apply(query);
            return client.sql("explain " + text)
                    .params(query.params())
                    .query(String.class)
                    .list();
        });
        return String.join("\n", lines);
    }
}
