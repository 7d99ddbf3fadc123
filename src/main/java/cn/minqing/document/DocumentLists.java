package cn.minqing.document;

import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The documents of a campaign, for whom they concern: by kind and unit, never a ranking. */
@Service
@Transactional(readOnly = true)
public class DocumentLists {
    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final DocumentVersions versions;
    private final AppClock clock;

    DocumentLists(JdbcClient jdbc, Campaigns campaigns, DocumentVersions versions, AppClock clock) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.versions = versions;
    }

    /** What the list shows. */
    public enum Show {
        /** Not accepted yet. */
        OPEN,
        /** Due and not handed in. */
        OVERDUE,
        ACCEPTED,
        ALL
    }

    /** Some documents, newest first, and after which to go on; {@code next} is null at the end. */
    public record Page(List<DocumentLine> lines, @Nullable UUID next) {}

    /** How the documents of one kind stand. */
    public record Count(String kind, String name, int due, int handedIn, int accepted, int late) {}

    /** An accepted document as a report prints it. {@code owner} is the cadre, or the unit or team. */
    public record Accepted(
            UUID id,
            String kind,
            String name,
            UUID unitId,
            String unit,
            String owner,
            String form,
            DocumentContent content) {}

    /** The running and the archived campaigns with documents for the current person, newest first. */
    public List<CampaignView> campaigns(int limit) {
        var params = new HashMap<String, Object>();
        var may = may(Actors.current(), params);
        params.put("limit", limit);
        return jdbc
                .sql("select c.id from campaign c where exists (select from document d where d.campaign_id = c.id and ("
                        + may + ")) order by c.id desc limit :limit")
                .params(params)
                .query(UUID.class)
                .list()
                .stream()
                .map(campaigns::get)
                .toList();
    }

    /** The documents of a campaign that the current person may see. */
    public Page page(UUID campaignId, Show show, String kind, @Nullable UUID after, int limit) {
        var params = new HashMap<String, Object>();
        var sql = new StringBuilder("""
                select d.id, d.campaign_id, d.name, u.name as unit, coalesce(p.name, u.name) as owner, d.title, d.state,
                  d.due_on as due, d.handed_in_at, d.late
                from document d join campaign c on c.id = d.campaign_id join unit u on u.id = d.unit_id
                left join person p on p.id = d.person_id where d.campaign_id = :campaign and (""");
        sql.append(may(Actors.current(), params)).append(")");
        params.put("campaign", campaignId);
        switch (show) {
            case OPEN -> sql.append(" and d.state in ('WAITING', 'OPEN', 'HANDED_IN', 'RETURNED')");
            case OVERDUE -> {
                sql.append(" and d.state in ('WAITING', 'OPEN', 'RETURNED') and d.due_on < :today");
                params.put("today", Date.valueOf(clock.today()));
            }
            case ACCEPTED -> sql.append(" and d.state = 'ACCEPTED'");
            case ALL -> {}
        }
        if (!kind.isEmpty()) {
            sql.append(" and d.kind = :kind");
            params.put("kind", kind);
        }
        if (after != null) {
            sql.append(" and d.id < :after");
            params.put("after", after);
        }
        params.put("limit", limit + 1);
        var found = jdbc.sql(sql + " order by d.id desc limit :limit")
                .params(params)
                .query((row, number) -> new DocumentLine(
                        row.getObject("id", UUID.class),
                        row.getObject("campaign_id", UUID.class),
                        row.getString("name"),
                        row.getString("unit"),
                        row.getString("owner"),
                        row.getString("title"),
                        DocumentState.valueOf(row.getString("state")),
                        row.getObject("due", LocalDate.class),
                        row.getTimestamp("handed_in_at") == null
                                ? null
                                : row.getTimestamp("handed_in_at").toInstant(),
                        row.getBoolean("late")))
                .list();
        var shown = found.subList(0, Math.min(limit, found.size()));
        return new Page(shown, found.size() > limit ? shown.getLast().id() : null);
    }

    /** How the documents stand that the current person may see, kind by kind. */
    public List<Count> counts(UUID campaignId) {
        var params = new HashMap<String, Object>();
        var may = may(Actors.current(), params);
        params.put("campaign", campaignId);
        return jdbc.sql("""
                select d.kind, min(d.name) as name, count(*) filter (where d.state <> 'EXCUSED') as due,
                  count(*) filter (where d.state in ('HANDED_IN', 'ACCEPTED')) as handed_in,
                  count(*) filter (where d.state = 'ACCEPTED') as accepted,
                  count(*) filter (where d.late and d.state <> 'EXCUSED') as late
                from document d join campaign c on c.id = d.campaign_id
                where d.campaign_id = :campaign and (\s""" + may + ") group by d.kind order by d.kind")
                .params(params)
                .query(Count.class)
                .list();
    }

    /**
     * What was accepted in a campaign, or of one unit in it and its cadres: by kind, then unit and owner. No check of
     * rights; for reports.
     */
    public List<Accepted> accepted(UUID campaignId, @Nullable UUID unitId) {
        var params = new HashMap<String, Object>(Map.of("campaign", campaignId));
        if (unitId != null) {
            params.put("unit", unitId);
        }
        return jdbc.sql("""
                select d.id, d.kind, d.name, d.unit_id, u.name as unit, coalesce(p.name, u.name) as owner, d.form, d.title,
                  d.body, d.answers
                from document d join unit u on u.id = d.unit_id left join person p on p.id = d.person_id
                where d.campaign_id = :campaign and d.state = 'ACCEPTED'\s"""
                        + (unitId == null ? "and d.featured " : "and d.unit_id = :unit ")
                        + "order by d.kind, u.sort_order, u.name, p.account nulls first")
                .params(params)
                .query((row, number) -> new Accepted(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("name"),
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit"),
                        row.getString("owner"),
                        row.getString("form"),
                        new DocumentContent(
                                row.getString("title"),
                                row.getString("body"),
                                versions.answers(row.getString("answers")))))
                .list();
    }

    /** How the documents of a campaign, or of one unit in it, stand, kind by kind. No check of rights; for reports. */
    public List<Count> figures(UUID campaignId, @Nullable UUID unitId) {
        var params = new HashMap<String, Object>(Map.of("campaign", campaignId));
        if (unitId != null) {
            params.put("unit", unitId);
        }
        return jdbc.sql("""
                select d.kind, min(d.name) as name, count(*) filter (where d.state <> 'EXCUSED') as due,
                  count(*) filter (where d.state in ('HANDED_IN', 'ACCEPTED')) as handed_in,
                  count(*) filter (where d.state = 'ACCEPTED') as accepted,
                  count(*) filter (where d.late and d.state <> 'EXCUSED') as late
                from document d where d.campaign_id = :campaign\s""" + (unitId == null ? "" : "and d.unit_id = :unit ") + "group by d.kind order by d.kind")
                .params(params)
                .query(Count.class)
                .list();
    }

    private static String may(Actor actor, Map<String, Object> params) {
        var may = new ArrayList<String>();
        params.put("me", actor.id());
        may.add("d.person_id = :me or d.handed_in_by = :me");
        var led = scopes(actor, List.of(Role.UNIT_LEADER));
        if (!led.isEmpty()) {
            params.put("led", led);
            may.add("d.unit_id in (:led)");
        }
        var hosts = scopes(actor, List.of(Role.CAMPAIGN_OFFICE, Role.LEADING_GROUP, Role.INSPECTOR));
        if (!hosts.isEmpty()) {
            params.put("hosts", hosts);
            may.add("c.host_unit_id in (:hosts)");
        }
        return String.join(" or ", may);
    }

    private static List<UUID> scopes(Actor actor, List<Role> roles) {
        return actor.grants().stream()
                .filter(grant -> roles.contains(grant.role()))
                .map(Actor.Grant::scopeId)
                .distinct()
                .toList();
    }
}
