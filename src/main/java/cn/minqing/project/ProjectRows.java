package cn.minqing.project;

import cn.minqing.organization.Actor;
import cn.minqing.organization.Areas;
import cn.minqing.organization.Role;
import cn.minqing.platform.UserError;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads projects. */
@Component
class ProjectRows {
    private static final String ROWS = """
            select p.*, c.name as campaign, u.name as unit, a.code as area_code from project p
            join campaign c on c.id = p.campaign_id join unit u on u.id = p.unit_id join area a on a.id = p.area_id where\s""";

    private final JdbcClient jdbc;
    private final Areas areas;

    ProjectRows(JdbcClient jdbc, Areas areas) {
        this.jdbc = jdbc;
        this.areas = areas;
    }

    ProjectView get(UUID id) {
        return find("p.id = :id", Map.of("id", id)).stream()
                .findFirst()
                .orElseThrow(() -> new UserError("project.unknown"));
    }

    /** The projects of units somebody belongs to or leads, of hosts they serve, and of areas they lead. */
    Projects.Page page(Actor actor, @Nullable UUID after, int limit) {
        var params = new HashMap<String, Object>();
        var may = new ArrayList<String>();
        params.put("own", actor.unitId());
        may.add("p.unit_id = :own");
        var units = actor.grants().stream()
                .filter(grant -> grant.areaCode().isEmpty())
                .map(Actor.Grant::scopeId)
                .distinct()
                .toList();
        if (!units.isEmpty()) {
            params.put("units", units);
            may.add("p.unit_id in (:units) or p.host_unit_id in (:units)");
        }
        var led = actor.grants().stream()
                .filter(grant -> grant.role() != Role.CADRE && !grant.areaCode().isEmpty())
                .map(Actor.Grant::areaCode)
                .distinct()
                .toList();
        for (var index = 0; index < led.size(); index++) {
            params.put("area" + index, led.get(index) + "%");
            may.add("a.code like :area" + index);
        }
        var where = "(" + String.join(" or ", may) + ")";
        if (after != null) {
            where += " and p.id < :after";
            params.put("after", after);
        }
        params.put("limit", limit + 1);
        var found = find(where + " order by p.id desc limit :limit", params);
        var shown = found.subList(0, Math.min(limit, found.size()));
        return new Projects.Page(shown, found.size() > limit ? shown.getLast().id() : null);
    }

    Projects.Counts counts(UUID campaignId) {
        return jdbc.sql("""
                select count(*) as proposed, count(*) filter (where state in ('RUNNING', 'REPORTED', 'DONE')) as approved,
                  count(*) filter (where state = 'DONE') as done,
                  coalesce(sum(f.planned), 0) as planned, coalesce(sum(f.arrived), 0) as arrived
                from project p left join lateral (
                  select sum(planned) as planned, sum(arrived) as arrived from project_fund where project_id = p.id
                ) f on p.state <> 'REFUSED' where p.campaign_id = ?
                """).param(campaignId).query(Projects.Counts.class).single();
    }

    List<Projects.FundTotal> funds(UUID campaignId) {
        return jdbc.sql("""
                select f.source, sum(f.planned) as planned, sum(f.arrived) as arrived
                from project p join project_fund f on f.project_id = p.id
                where p.campaign_id = ? and p.state <> 'REFUSED' group by f.source order by f.source
                """).param(campaignId).query(Projects.FundTotal.class).list();
    }

    Optional<UUID> issue(UUID campaignId, String number) {
        return number.isEmpty()
                ? Optional.empty()
                : jdbc.sql("select id from issue where campaign_id = ? and number = ?")
                        .params(campaignId, number)
                        .query(UUID.class)
                        .optional();
    }

    private record FundOf(UUID projectId, Fund fund) {}

    private List<ProjectView> find(String where, Map<String, ?> params) {
        var found = jdbc.sql(ROWS + where)
                .params(params)
                .query((row, number) -> new ProjectView(
                        row.getObject("id", UUID.class),
                        row.getObject("campaign_id", UUID.class),
                        row.getString("campaign"),
                        row.getObject("host_unit_id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit"),
                        row.getString("area_code"),
                        "",
                        row.getString("name"),
                        row.getString("content"),
                        Projects.Origin.valueOf(row.getString("origin")),
                        row.getObject("issue_id", UUID.class),
                        ProjectState.valueOf(row.getString("state")),
                        row.getObject("due_on", LocalDate.class),
                        row.getString("result"),
                        row.getString("reason"),
                        row.getObject("proposed_by", UUID.class),
                        row.getObject("reported_by", UUID.class),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        List.of()))
                .list();
        if (found.isEmpty()) {
            return found;
        }
        var funds = jdbc
                .sql("select * from project_fund where project_id in (:ids) order by source")
                .param("ids", found.stream().map(ProjectView::id).toList())
                .query((row, number) -> new FundOf(
                        row.getObject("project_id", UUID.class),
                        new Fund(
                                FundSource.valueOf(row.getString("source")),
                                row.getBigDecimal("planned"),
                                row.getBigDecimal("arrived"),
                                row.getObject("arrived_on", LocalDate.class))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        FundOf::projectId, Collectors.mapping(FundOf::fund, Collectors.toList())));
        var places = new HashMap<String, String>();
        return found.stream()
                .map(one -> complete(
                        one,
                        places.computeIfAbsent(one.areaCode(), areas::place),
                        funds.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static ProjectView complete(ProjectView one, String place, List<Fund> funds) {
        return new ProjectView(
                one.id(),
                one.campaignId(),
                one.campaign(),
                one.hostUnitId(),
                one.unitId(),
                one.unit(),
                one.areaCode(),
                place,
                one.name(),
                one.content(),
                one.origin(),
                one.issueId(),
                one.state(),
                one.due(),
                one.result(),
                one.reason(),
                one.proposedBy(),
                one.reportedBy(),
                funds.stream().map(Fund::planned).reduce(BigDecimal.ZERO, BigDecimal::add),
                funds.stream().map(Fund::arrived).reduce(BigDecimal.ZERO, BigDecimal::add),
                funds);
    }
}
