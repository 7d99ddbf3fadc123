package cn.minqing.issue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.ProductTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Looking for duplicates while somebody types must cost the same however many issues there are. */
@ProductTest
@Transactional
@DisplayName("两万件事项里找相似的")
class DuplicatesQueryPlanTest {
    private static final int ROWS = 20_000;

    @Autowired
    IssueWorld.Tools tools;

    @Autowired
    Duplicates duplicates;

    @Autowired
    Issues issues;

    @Autowired
    JdbcClient jdbc;

    private IssueWorld world;
    private UUID known;

    /** Copies of one issue over 400 villages of one campaign, each about something else. */
    @BeforeEach
    void many() {
        world = tools.create();
        known = world.withinDeadline();
        jdbc.sql("""
                insert into issue (id, version, number, client_key, campaign_id, host_unit_id, household_id, unit_id,
                  area_code, first_visitor_id, registered_by, registered_at, category, title, description, urgent,
                  solvable, vulnerable, state, route, proposed_route, proposed_level, proposal_reason, proposal_source,
                  days, calendar_days, clock_from, deadline, promised)
                select gen_random_uuid(), 0, 'P-' || :tag || '-' || n, gen_random_uuid(), campaign_id, host_unit_id,
                  gen_random_uuid(), unit_id, left(area_code, 6) || lpad((n % 400)::text, 6, '0') || '001',
                  first_visitor_id, registered_by, registered_at, category,
                  (select string_agg(chr(20000 + (n * 31 + k * 197) % 5000), '') from generate_series(1, 10) k),
                  (select string_agg(chr(20000 + (n * 17 + k * 89) % 5000), '') from generate_series(1, 6) k),
                  urgent, solvable, vulnerable, state, route, proposed_route, proposed_level, proposal_reason,
                  proposal_source, days, calendar_days, clock_from, deadline, promised
                from issue, generate_series(1, :rows) n where id = :known
                """)
                .param("tag", known.toString().substring(24))
                .param("rows", ROWS)
                .param("known", known)
                .update();
        jdbc.sql("analyze issue").update();
    }

    private String plan(String sql, Map<String, ?> params) {
        List<String> lines =
                jdbc.sql("explain " + sql).params(params).query(String.class).list();
        return String.join("\n", lines);
    }

    @Test
    @DisplayName("写标题时的查重和列表里查两个字的词都走索引，不扫全表，一眨眼就有结果")
    void the_search_follows_its_indexes() {
        var sought = new Duplicates.Sought(world.campaignId, world.household(), "", "income", "雨后村委会的路", "", null);
        Map<String, @Nullable Object> params =
                Duplicates.params(sought, world.people.village().code() + "001");
        assertThat(plan(Duplicates.QUERY, params))
                .containsAnyOf("issue_bigrams", "issue_area")
                .contains("issue_household")
                .doesNotContain("Seq Scan on issue ");
        world.people.run(world.cadre(), () -> {
            var start = System.nanoTime();
            assertThat(duplicates.likely(sought))
                    .extracting(one -> one.row().id())
                    .containsExactly(known);
            assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
        });
        assertThat(plan(
                        "select i.id from issue i where i.campaign_id = :campaign"
                                + " and i.bigrams @> issue_bigrams(:words) and i.title ilike :text",
                        Map.of("campaign", world.campaignId, "words", "雨后", "text", "%雨后%")))
                .contains("issue_bigrams")
                .doesNotContain("Seq Scan on issue ");
        world.people.run(
                world.people.clerk(),
                () -> assertThat(issues.page(IssueFilter.ALL.withText("雨后"), null, 10)
                                .rows())
                        .extracting(IssueRow::id)
                        .containsExactly(known));
    }
}
