package cn.minqing.issue;

import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.platform.UserError;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How often people followed each row of the decision table and where they went instead, for who improves the table. It
 * counts rows, never people.
 */
@Service
@Transactional(readOnly = true)
public class TriageStatistics {
    private static final int REASONS = 50;

    private final Triage triage;
    private final Campaigns campaigns;
    private final JdbcClient jdbc;

    TriageStatistics(Triage triage, Campaigns campaigns, JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.triage = triage;
        this.jdbc = jdbc;
    }

    /**
     * One row of the table.
     *
     * @param ruleId id in the table; empty when the table has no such row any more
     * @param open proposed but not confirmed yet
     * @param overriddenTo how often people went another way, by way
     */
    public record Row(
            String ruleId,
            Route route,
            String reason,
            String source,
            int proposed,
            int confirmed,
            int open,
            Map<Route, Integer> overriddenTo) {
        public int overridden() {
            return overriddenTo.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Why somebody went another way, in their words. */
    public record Override(String rule, Route proposed, Route chosen, String why, String category) {}

    /**
     * Every row of the table now, in its order, then rows that were proposed but are gone. A designer sees all
     * campaigns, an office its own.
     *
     * @param campaignId null for all
     * @throws UserError {@code forbidden} for everybody else
     */
    public List<Row> rows(@Nullable UUID campaignId) {
        var params = new HashMap<String, Object>();
        var where = where(Actors.current(), campaignId, params);
        record Key(String reason, Route route) {}
        record Count(String source, int[] figures, Map<Route, Integer> to) {}
        var counts = new LinkedHashMap<Key, Count>();
        jdbc.sql("""
                select proposal_reason, proposed_route, max(proposal_source) as source, route, count(*) as n
                from issue i where %s group by proposal_reason, proposed_route, route
                order by proposal_reason, proposed_route, route
                """.formatted(where)).params(params).query(row -> {
            var proposed = Route.valueOf(row.getString("proposed_route"));
            var count = counts.computeIfAbsent(
                    new Key(row.getString("proposal_reason"), proposed),
                    key -> new Count(source(row), new int[3], new EnumMap<>(Route.class)));
            var n = row.getInt("n");
            count.figures()[0] += n;
            if (row.getString("route") == null) {
                count.figures()[2] += n;
            } else if (Route.valueOf(row.getString("route")) == proposed) {
                count.figures()[1] += n;
            } else {
                count.to().merge(Route.valueOf(row.getString("route")), n, Integer::sum);
            }
        });
        var rows = new ArrayList<Row>();
        for (var rule : triage.rules()) {
            var count = counts.remove(new Key(rule.reason(), rule.route()));
            rows.add(
                    count == null
                            ? new Row(rule.id(), rule.route(), rule.reason(), rule.source(), 0, 0, 0, Map.of())
                            : row(rule.id(), rule.route(), rule.reason(), rule.source(), count.figures(), count.to()));
        }
        counts.forEach((key, count) ->
                rows.add(row("", key.route(), key.reason(), count.source(), count.figures(), count.to())));
        return List.copyOf(rows);
    }

    private static String source(java.sql.ResultSet row) {
        try {
            return row.getString("source");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Row row(
            String id, Route route, String reason, String source, int[] figures, Map<Route, Integer> to) {
        return new Row(id, route, reason, source, figures[0], figures[1], figures[2], Map.copyOf(to));
    }

    /** The campaigns it can be narrowed to. */
    public List<CampaignView> campaigns() {
        var params = new HashMap<String, Object>();
        var where = where(Actors.current(), null, params);
        return jdbc
                .sql("select distinct i.campaign_id from issue i where " + where + " order by 1 desc limit 50")
                .params(params)
                .query(UUID.class)
                .list()
                .stream()
                .map(campaigns::get)
                .toList();
    }

    /** The latest reasons people gave for another way than the row proposed; {@code rule} null for all rows. */
    public List<Override> overrides(@Nullable UUID campaignId, @Nullable String rule) {
        var params = new HashMap<String, Object>();
        var where = where(Actors.current(), campaignId, params);
        if (rule != null) {
            params.put("rule", rule);
            where += " and i.proposal_reason = :rule";
        }
        return jdbc.sql("""
                select proposal_reason, proposed_route, route, override_reason, category from issue i
                where %s and route is not null and route <> proposed_route order by id desc limit %d
                """.formatted(where, rule == null ? 5_000 : REASONS))
                .params(params)
                .query((row, number) -> new Override(
                        row.getString("proposal_reason"),
                        Route.valueOf(row.getString("proposed_route")),
                        Route.valueOf(row.getString("route")),
                        row.getString("override_reason"),
                        row.getString("category")))
                .list();
    }

    private static String where(Actor actor, @Nullable UUID campaignId, Map<String, Object> params) {
        var where = "true";
        if (!actor.has(Role.PROCESS_DESIGNER)) {
            var hosts = actor.grants().stream()
                    .filter(grant -> grant.role() == Role.CAMPAIGN_OFFICE)
                    .map(Actor.Grant::scopeId)
                    .toList();
            if (hosts.isEmpty()) {
                throw UserError.forbidden();
            }
            params.put("hosts", hosts);
            where = "i.host_unit_id in (:hosts)";
        }
        if (campaignId != null) {
            params.put("campaign", campaignId);
            where += " and i.campaign_id = :campaign";
        }
        return where;
    }
}
