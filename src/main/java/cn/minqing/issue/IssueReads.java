package cn.minqing.issue;

import cn.minqing.campaign.CampaignTemplate;
import cn.minqing.campaign.Campaigns;
import cn.minqing.household.Households;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Areas;
import cn.minqing.organization.People;
import cn.minqing.organization.Role;
import cn.minqing.organization.Units;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.tasklist.WorkItems;
import java.sql.Date;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What pages read of issues, within the rights of the current person. */
@Component
class IssueReads {
    private static final String OVERDUE =
            "i.state in ('REGISTERED', 'HANDLING', 'ESCALATED', 'EXPLAINING') and not i.parked and i.deadline < :today";

    /** What can only be meant as a number. */
    private static final Pattern NUMBER = Pattern.compile("(?i)MQ[-0-9]*|[-0-9]+");

    private final JdbcClient jdbc;
    private final IssueRights rights;
    private final Timeline timeline;
    private final Levels levels;
    private final Deadlines deadlines;
    private final Campaigns campaigns;
    private final Households households;
    private final People people;
    private final Units units;
    private final Areas areas;
    private final WorkItems workItems;

    IssueReads(
            JdbcClient jdbc,
            IssueRights rights,
            Timeline timeline,
            Levels levels,
            Deadlines deadlines,
            Campaigns campaigns,
            Households households,
            People people,
            Units units,
            Areas areas,
            WorkItems workItems) {
        this.jdbc = jdbc;
        this.rights = rights;
        this.timeline = timeline;
        this.levels = levels;
        this.deadlines = deadlines;
        this.campaigns = campaigns;
        this.households = households;
        this.people = people;
        this.units = units;
        this.areas = areas;
        this.workItems = workItems;
    }

    List<IssueSummary> ofHousehold(UUID householdId) {
        return summaries("i.household_id = :household", Map.of("household", householdId));
    }

    List<IssueSummary> unanswered(UUID campaignId, @Nullable UUID unitId) {
        var params = new HashMap<String, Object>();
        return summaries(
                within(campaignId, unitId, params) + " and i.told_at is null and i.state <> 'WITHDRAWN'", params);
    }

    List<IssueSummary> unsettled(UUID campaignId, @Nullable UUID unitId) {
        var params = new HashMap<String, Object>();
        return summaries(
                within(campaignId, unitId, params) + " and i.state not in ('CLOSED', 'WITHDRAWN', 'MERGED')", params);
    }

    List<IssueSummary> unsatisfied(UUID campaignId, @Nullable UUID unitId) {
        var params = new HashMap<String, Object>();
        return summaries(within(campaignId, unitId, params) + " and not i.satisfied", params);
    }

    private List<IssueSummary> summaries(String where, Map<String, Object> params) {
        return jdbc.sql("""
                select id, number, household_id, title, category, coalesce(route, proposed_route) as route, state, deadline,
                  registered_at from issue i where %s order by id desc
                """.formatted(where))
                .params(params)
                .query((row, number) -> {
                    var state = IssueState.valueOf(row.getString("state"));
                    return new IssueSummary(
                            row.getObject("id", UUID.class),
                            row.getString("number"),
                            row.getObject("household_id", UUID.class),
                            row.getString("title"),
                            row.getString("category"),
                            Route.valueOf(row.getString("route")),
                            state.name(),
                            state.onTheClock() ? row.getDate("deadline").toLocalDate() : null,
                            date(row.getTimestamp("registered_at")));
                })
                .list();
    }

    /** The issues of a campaign, or of one unit in it with its departments. */
    /** Of a standing campaign what was raised in the running period, and what was brought along unsettled. */
    private static final String OF_PERIOD = """
            i.campaign_id = :campaign and (i.state not in ('CLOSED', 'WITHDRAWN', 'MERGED') or i.registered_at >=
              (select case when c.period = 1 then '-infinity'
                 else c.implementation_start::timestamp at time zone :zone end from campaign c where c.id = :campaign))
            """;

    private static String within(UUID campaignId, @Nullable UUID unitId, Map<String, Object> params) {
        params.put("campaign", campaignId);
        params.put("zone", AppClock.ZONE.getId());
        if (unitId == null) {
            return OF_PERIOD;
        }
        params.put("unit", unitId);
        return OF_PERIOD + " and i.unit_id in" + " (select u.id from unit u where u.id = :unit or u.parent_id = :unit)";
    }

    IssueFigures figures(UUID campaignId, @Nullable UUID unitId) {
        var params = new HashMap<String, Object>();
        var where = " from issue i where " + within(campaignId, unitId, params);
        params.put("today", Date.valueOf(deadlines.today()));
        var byRoute = new EnumMap<Route, Integer>(Route.class);
        jdbc.sql("select i.route, count(*) as n" + where + " and i.route is not null group by i.route")
                .params(params)
                .query(row -> {
                    byRoute.put(Route.valueOf(row.getString("route")), row.getInt("n"));
                });
        var byCategory = new LinkedHashMap<String, Integer>();
        jdbc.sql("select i.category, count(*) as n" + where + " group by i.category order by n desc, i.category")
                .params(params)
                .query(row -> {
                    byCategory.put(row.getString("category"), row.getInt("n"));
                });
        return jdbc.sql("""
                select count(*) as registered, count(*) filter (where i.state not in ('CLOSED', 'WITHDRAWN', 'MERGED')) as open,
                  count(i.told_at) as answered, count(*) filter (where i.state = 'CLOSED') as closed,
                  count(*) filter (where %s) as overdue, count(*) filter (where i.satisfied) as satisfied,
                  count(*) filter (where i.satisfaction_at is not null) as asked
                """.formatted(OVERDUE) + where)
                .params(params)
                .query((row, number) -> new IssueFigures(
                        row.getInt("registered"),
                        row.getInt("open"),
                        row.getInt("answered"),
                        row.getInt("closed"),
                        row.getInt("overdue"),
                        row.getInt("satisfied"),
                        row.getInt("asked"),
                        byRoute,
                        byCategory))
                .single();
    }

    Issues.Page page(IssueFilter filter, @Nullable UUID after, int limit) {
        var actor = Actors.current();
        var params = new HashMap<String, Object>();
        var where = where(actor, filter, params);
        if (after != null) {
            params.put("after", after);
            where += " and i.id < :after";
        }
        var rows = rows(actor, where, params, limit + 1).stream().map(Seen::row).toList();
        return rows.size() > limit
                ? new Issues.Page(
                        List.copyOf(rows.subList(0, limit)), rows.get(limit - 1).id())
                : new Issues.Page(rows, null);
    }

    /** {@code open}: whether the current person may open its page. */
    record Seen(IssueRow row, @Nullable UUID householdId, boolean open) {}

    /** These issues, whether the current person may open them or not; the household shows as far as rights go. */
    List<Seen> seen(List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : rows(Actors.current(), "i.id in (:ids)", new HashMap<>(Map.of("ids", ids)), ids.size());
    }

    private List<Seen> rows(Actor actor, String where, Map<String, Object> params, int limit) {
        record Found(IssueRights.Facts facts, @Nullable UUID householdId, IssueRow row) {}
        var found = jdbc.sql("""
                select i.*, p.name as first_visitor from issue i join person p on p.id = i.first_visitor_id
                where %s order by i.id desc limit %d
                """.formatted(where, limit))
                .params(params)
                .query((row, number) -> {
                    var state = IssueState.valueOf(row.getString("state"));
                    var deadline = row.getDate("deadline").toLocalDate();
                    var route = row.getString("route");
                    var result = row.getString("result");
                    var facts = IssueRights.of(row);
                    return new Found(
                            facts,
                            facts.householdId(),
                            new IssueRow(
                                    facts.id(),
                                    row.getString("number"),
                                    row.getString("title"),
                                    row.getString("category"),
                                    route == null ? null : Route.valueOf(route),
                                    state,
                                    row.getString("level"),
                                    WorkItem.Colour.valueOf(row.getString("colour")),
                                    row.getBoolean("urgent"),
                                    "",
                                    "",
                                    row.getString("first_visitor"),
                                    date(row.getTimestamp("registered_at")),
                                    deadline,
                                    state.onTheClock()
                                            ? deadlines.left(deadline, row.getBoolean("calendar_days"))
                                            : null,
                                    row.getBoolean("calendar_days"),
                                    result == null ? null : IssueResult.valueOf(result),
                                    row.getObject("satisfied", Boolean.class),
                                    row.getInt("reopened")));
                })
                .list();
        var names = households.summaries(found.stream()
                .map(Found::householdId)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList());
        var places = new HashMap<String, String>();
        return found.stream()
                .map(one -> {
                    var household = one.householdId() == null ? null : names.get(one.householdId());
                    var sight = rights.sight(actor, one.facts());
                    var ref = household == null || one.householdId() == null
                            ? new IssueView.HouseholdRef(
                                    null, "", place(one.facts().areaCode(), places))
                            : reference(
                                    sight,
                                    one.householdId(),
                                    household.headName(),
                                    household.place(),
                                    place(one.facts().areaCode(), places));
                    return new Seen(withHousehold(one.row(), ref), one.householdId(), sight != IssueRights.Sight.NONE);
                })
                .toList();
    }

    int count(IssueFilter filter) {
        var params = new HashMap<String, Object>();
        var where = where(Actors.current(), filter, params);
        return jdbc.sql("select count(*) from (select 1 from issue i where " + where + " limit " + WorkItems.COUNT_CAP
                        + ") c")
                .params(params)
                .query(Integer.class)
                .single();
    }

    List<UUID> campaignIds() {
        var params = new HashMap<String, Object>();
        var where = where(Actors.current(), IssueFilter.ALL, params);
        return jdbc.sql("select distinct i.campaign_id from issue i where " + where)
                .params(params)
                .query(UUID.class)
                .list();
    }

    List<UUID> openOf(UUID firstVisitor, List<UUID> householdIds) {
        return householdIds.isEmpty()
                ? List.of()
                : jdbc.sql("""
                select id from issue where first_visitor_id = :person and household_id in (:households)
                and state not in ('CLOSED', 'WITHDRAWN', 'MERGED') order by id for update
                """)
                        .param("person", firstVisitor)
                        .param("households", householdIds)
                        .query(UUID.class)
                        .list();
    }

    IssueView view(Issue issue) {
        var actor = Actors.current();
        var facts = IssueRights.of(issue);
        var sight = rights.sight(actor, facts);
        if (sight == IssueRights.Sight.NONE) {
            throw UserError.forbidden();
        }
        var campaign = campaigns.get(issue.campaignId);
        var householdId = issue.householdId;
        var household = householdId == null ? null : households.summary(householdId);
        var all = sight == IssueRights.Sight.ALL;
        return new IssueView(
                issue.getId(),
                issue.number,
                issue.campaignId,
                campaign.name(),
                household == null || householdId == null
                        ? new IssueView.HouseholdRef(null, "", areas.place(issue.areaCode))
                        : reference(
                                sight,
                                householdId,
                                household.headName(),
                                household.place(),
                                place(issue.areaCode, new HashMap<>())),
                issue.title,
                issue.description,
                issue.category,
                categoryName(campaign.template(), issue.category),
                issue.urgent,
                issue.solvable,
                issue.state,
                issue.route,
                issue.level == null ? null : issue.level.name(),
                issue.colour,
                issue.registeredAt,
                people.get(issue.firstVisitorId).name(),
                units.get(issue.unitId).name(),
                charged(issue),
                issue.state.onTheClock()
                        ? new IssueView.Clock(
                                issue.clockFrom,
                                issue.days,
                                issue.calendarDays,
                                issue.deadline,
                                deadlines.left(issue.deadline, issue.calendarDays))
                        : null,
                new IssueView.Proposal(
                        issue.proposedRoute, issue.proposalReason, issue.proposalSource, issue.overrideReason),
                issue.result,
                issue.answer,
                issue.evidence,
                issue.reopened,
                issue.toldAt == null ? null : new IssueView.Told(issue.toldAt, String.valueOf(issue.toldHow)),
                satisfaction(issue),
                issue.closedAt == null || issue.closedBy == null
                        ? null
                        : new IssueView.Closed(
                                issue.closedAt, people.get(issue.closedBy).name()),
                timeline.of(issue.getId()),
                levels.history(issue.getId()),
                all && householdId != null
                        ? ofHousehold(householdId).stream()
                                .filter(other -> !other.id().equals(issue.getId()))
                                .toList()
                        : List.of(),
                workItems.waitingFor(issue.getId()),
                workItems.about(issue.getId()),
                new IssueView.Intake(
                        issue.channel, people.get(issue.registeredBy).name(), relations(issue), common(issue)));
    }

    /** Merged, linked and come up again, from both sides, as far as the current person may open them. */
    private List<IssueView.Related> relations(Issue issue) {
        var kinds = new LinkedHashMap<UUID, String>();
        jdbc.sql("""
                select id as other, 'MERGED_HERE' as kind from issue where merged_into = :id
                union all select merged_into, 'MERGED_INTO' from issue where id = :id and merged_into is not null
                union all select other_id, kind from issue_link where issue_id = :id
                union all select issue_id, case kind when 'AGAIN' then 'CAME_AGAIN' else kind end
                  from issue_link where other_id = :id
                """).param("id", issue.getId()).query(row -> {
            kinds.putIfAbsent(row.getObject("other", UUID.class), row.getString("kind"));
        });
        return seen(List.copyOf(kinds.keySet())).stream()
                .map(one -> new IssueView.Related(
                        one.open() ? one.row().id() : null,
                        one.row().number(),
                        one.row().title(),
                        one.row().state(),
                        one.row().registeredOn(),
                        String.valueOf(kinds.get(one.row().id()))))
                .toList();
    }

    private IssueView.@Nullable Common common(Issue issue) {
        return issue.commonProblemId == null
                ? null
                : jdbc.sql("select id, number, title from common_problem where id = ?")
                        .param(issue.commonProblemId)
                        .query((row, number) -> new IssueView.Common(
                                row.getObject("id", UUID.class), row.getString("number"), row.getString("title")))
                        .optional()
                        .orElse(null);
    }

    private IssueView.@Nullable Satisfaction satisfaction(Issue issue) {
        return issue.satisfied == null || issue.satisfactionAt == null
                ? null
                : new IssueView.Satisfaction(
                        issue.satisfied,
                        issue.satisfactionWords,
                        String.valueOf(issue.satisfactionFrom),
                        issue.satisfactionAt,
                        issue.satisfactionBy == null
                                ? ""
                                : people.get(issue.satisfactionBy).name());
    }

    private IssueView.Charged charged(Issue issue) {
        if (issue.handlerId != null) {
            return new IssueView.Charged(
                    issue.handlerRole, people.get(issue.handlerId).name());
        }
        if (issue.handlerScopeId == null) {
            return new IssueView.Charged(issue.handlerRole, "");
        }
        var name = issue.handlerRole.equals(Role.DEPARTMENT_HANDLER.code())
                ? units.get(issue.handlerScopeId).name()
                : areas.get(issue.handlerScopeId).name();
        return new IssueView.Charged(issue.handlerRole, name);
    }

    static String categoryName(CampaignTemplate template, String code) {
        return template.issueCategories().stream()
                .filter(choice -> choice.code().equals(code))
                .map(CampaignTemplate.Choice::name)
                .findFirst()
                .orElse(code);
    }

    /** The household as far as it may be known. */
    private static IssueView.HouseholdRef reference(
            IssueRights.Sight sight, UUID id, String head, String place, String village) {
        return switch (sight) {
            case ALL -> new IssueView.HouseholdRef(id, head, place);
            case SURNAME ->
                new IssueView.HouseholdRef(
                        null, head.isEmpty() ? "" : head.substring(0, head.offsetByCodePoints(0, 1)) + "××", village);
            case PLACE, NONE -> new IssueView.HouseholdRef(null, "", village);
        };
    }

    private String place(String areaCode, Map<String, String> known) {
        var village = areaCode.substring(0, Math.min(areaCode.length(), AreaLevel.VILLAGE.codeLength()));
        return known.computeIfAbsent(village, areas::place);
    }

    private static IssueRow withHousehold(IssueRow row, IssueView.HouseholdRef household) {
        return new IssueRow(
                row.id(),
                row.number(),
                row.title(),
                row.category(),
                row.route(),
                row.state(),
                row.level(),
                row.colour(),
                row.urgent(),
                household.name(),
                household.place(),
                row.firstVisitor(),
                row.registeredOn(),
                row.deadline(),
                row.left(),
                row.calendarDays(),
                row.result(),
                row.satisfied(),
                row.reopened());
    }

    private String where(Actor actor, IssueFilter filter, Map<String, Object> params) {
        var where = new StringBuilder(IssueRights.condition(actor, params));
        if (filter.campaignId() != null) {
            add(where, params, "i.campaign_id = :campaign", "campaign", filter.campaignId());
        }
        if (!filter.states().isEmpty()) {
            add(
                    where,
                    params,
                    "i.state in (:states)",
                    "states",
                    filter.states().stream().map(IssueState::name).toList());
        }
        if (filter.route() != null) {
            add(where, params, "i.route = :route", "route", filter.route().name());
        }
        if (!filter.category().isEmpty()) {
            add(where, params, "i.category = :category", "category", filter.category());
        }
        if (filter.overdueOnly()) {
            add(where, params, OVERDUE, "today", Date.valueOf(deadlines.today()));
        }
        if (filter.colour() != null) {
            add(where, params, "i.colour = :colour", "colour", filter.colour().name());
        }
        if (filter.mineOnly()) {
            where.append(" and (i.first_visitor_id = :me or i.handler_id = :me)");
        }
        if (!filter.areaCode().isEmpty()) {
            add(where, params, "i.area_code like :within", "within", filter.areaCode() + "%");
        }
        if (!filter.text().isBlank()) {
            text(filter.text().strip(), where, params);
        }
        return where.toString();
    }

    /** A number, or words of title and description: those of two letters or more are found by their pairs. */
    private static void text(String text, StringBuilder where, Map<String, Object> params) {
        var like = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        var letters = text.codePoints().filter(Character::isLetterOrDigit).count();
        if (letters < 2 || NUMBER.matcher(text).matches()) {
            add(where, params, "i.number ilike :text or i.title ilike :text", "text", like);
        } else {
            params.put("words", text);
            add(
                    where,
                    params,
                    "i.bigrams @> issue_bigrams(:words) and (i.title ilike :text or i.description ilike :text)",
                    "text",
                    like);
        }
    }

    private static void add(
            StringBuilder where, Map<String, Object> params, String condition, String name, Object value) {
        where.append(" and (").append(condition).append(')');
        params.put(name, value);
    }

    private static LocalDate date(java.sql.Timestamp at) {
        return LocalDate.ofInstant(at.toInstant(), AppClock.ZONE);
    }
}
