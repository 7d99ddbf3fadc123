package cn.minqing.issue;

import cn.minqing.household.HouseholdSummary;
import cn.minqing.household.Households;
import cn.minqing.organization.Actors;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Areas;
import cn.minqing.platform.AppClock;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.tasklist.WorkItems;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues as the ledger (台账) lists them: all but those that were answered on the spot and left it at that (S7.8). They
 * are read from the issues themselves, so that there is no second truth.
 */
@Service
@Transactional(readOnly = true)
public class LedgerLines {
    private static final String LISTED =
            "(i.route is distinct from 'ON_THE_SPOT' or i.reopened > 0) and i.state <> 'MERGED'";
    private static final String ENDED = "i.state in ('CLOSED', 'WITHDRAWN', 'MERGED')";
    private static final String FROM = """
             from issue i join person p on p.id = i.first_visitor_id join unit u on u.id = i.unit_id
            left join person h on h.id = i.handler_id left join unit d on d.id = i.handler_scope_id
            left join area a on a.id = i.handler_scope_id
            """;
    private static final String COLUMNS = """
            select i.*, p.name as first_visitor, u.name as unit_name, h.name as handler_name,
              coalesce(d.name, a.name) as handler_scope
            """;

    private final JdbcClient jdbc;
    private final IssueRights rights;
    private final Households households;
    private final Areas areas;

    LedgerLines(JdbcClient jdbc, IssueRights rights, Households households, Areas areas) {
        this.jdbc = jdbc;
        this.rights = rights;
        this.households = households;
        this.areas = areas;
    }

    /** Why an issue is in no ledger any more; {@code into} is the number it was merged into, empty when withdrawn. */
    public record Left(IssueState state, String into) {}

    /** Those of the issues that were merged or withdrawn (R9). */
    public Map<UUID, Left> left(Collection<UUID> issueIds) {
        var left = new HashMap<UUID, Left>();
        if (!issueIds.isEmpty()) {
            jdbc.sql("""
                    select i.id, i.state, coalesce(m.number, '') as number from issue i
                    left join issue m on m.id = i.merged_into
                    where i.id in (:ids) and i.state in ('WITHDRAWN', 'MERGED')
                    """).param("ids", issueIds).query(row -> {
                left.put(
                        row.getObject("id", UUID.class),
                        new Left(IssueState.valueOf(row.getString("state")), row.getString("number")));
            });
        }
        return left;
    }

    /**
     * One line of the ledger.
     *
     * @param applicant name of the head, masked as far as the viewer may not know it
     * @param unit of the first visitor
     * @param handlerRole code of the role charged now
     * @param handlerScope the department or area charged now, empty when it is still the first visitor's unit
     * @param handler the person, department or area charged now; empty when it is the role alone
     */
    public record Line(
            UUID id,
            String number,
            @Nullable UUID householdId,
            String applicant,
            String place,
            String areaCode,
            String category,
            String title,
            String firstVisitor,
            String unit,
            String handlerRole,
            String handler,
            String handlerScope,
            LocalDate registeredOn,
            LocalDate deadline,
            @Nullable Route route,
            IssueState state,
            @Nullable String level,
            WorkItem.Colour colour,
            @Nullable IssueResult result,
            String answer,
            int reopened,
            @Nullable LocalDate closedOn) {}

    /**
     * The issues of one class of the ledger: those of its categories, but for the ones an office sorted elsewhere, and
     * the ones it sorted here.
     */
    public record InClass(Set<String> categories, Set<UUID> movedHere, Set<UUID> movedAway) {}

    /**
     * What is listed.
     *
     * @param areaCode only within that area; empty for all
     * @param inClass null for all
     * @param states empty for all
     * @param month what was open at some time of that month; null for all
     * @param responsible part of the name of first visitor, handler or unit; empty for all
     */
    public record Filter(
            UUID campaignId,
            String areaCode,
            @Nullable InClass inClass,
            Set<IssueState> states,
            @Nullable Route route,
            @Nullable YearMonth month,
            String responsible) {}

    /** Some lines, newest first, and after which to go on; {@code next} is null at the end. */
    public record Page(List<Line> lines, @Nullable UUID next) {}

    /** The lines the current person may see. */
    public Page page(Filter filter, @Nullable UUID after, int limit) {
        var params = new HashMap<String, Object>();
        var where = where(filter, params) + " and " + LISTED;
        if (after != null) {
            params.put("after", after);
            where += " and i.id < :after";
        }
        var found =
                lines(COLUMNS + FROM + " where " + where + " order by i.id desc limit " + (limit + 1), params, true);
        var shown = found.subList(0, Math.min(limit, found.size()));
        return new Page(
                List.copyOf(shown), found.size() > limit ? shown.getLast().id() : null);
    }

    /** How many {@link #page} has in all, at most {@link WorkItems#COUNT_CAP}. */
    public int count(Filter filter) {
        var params = new HashMap<String, Object>();
        var where = where(filter, params) + " and " + LISTED;
        return jdbc.sql("select count(*) from (select 1 " + FROM + " where " + where + " limit " + WorkItems.COUNT_CAP
                        + ") c")
                .params(params)
                .query(Integer.class)
                .single();
    }

    /** How many were answered on the spot: recorded and counted, but not listed (S7.8). */
    public int onTheSpot(Filter filter) {
        var params = new HashMap<String, Object>();
        var where = where(filter, params) + " and i.route = 'ON_THE_SPOT' and i.reopened = 0";
        return jdbc.sql("select count(*) " + FROM + " where " + where)
                .params(params)
                .query(Integer.class)
                .single();
    }

    /**
     * The lines of a campaign in an area, oldest first, with surnames only: those that have not ended, and those that
     * ended after the given moment. For the system's own use.
     *
     * @param endedAfter null for all that ended
     */
    public List<Line> of(UUID campaignId, String areaCode, @Nullable Instant endedAfter) {
        var params = within(campaignId, areaCode);
        var where = "i.campaign_id = :campaign and i.area_code like :within and " + LISTED;
        if (endedAfter != null) {
            params.put("since", Timestamp.from(endedAfter));
            where += " and (not " + ENDED + " or i.closed_at > :since)";
        }
        return lines(COLUMNS + FROM + " where " + where + " order by i.id", params, false);
    }

    /** Some issues as lines with surnames only, whatever their route. For the system's own use. */
    public List<Line> of(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : lines(
                        COLUMNS + FROM + " where i.id = any(:ids) order by i.id",
                        Map.of("ids", ids.toArray(UUID[]::new)),
                        false);
    }

    /** How many of a campaign in an area were answered on the spot in this time. For the system's own use. */
    public int onTheSpot(UUID campaignId, String areaCode, @Nullable Instant after, Instant until) {
        var params = within(campaignId, areaCode);
        params.put("after", Timestamp.from(after == null ? Instant.EPOCH : after));
        params.put("until", Timestamp.from(until));
        return jdbc.sql("""
                select count(*) from issue i where i.campaign_id = :campaign and i.area_code like :within
                  and i.route = 'ON_THE_SPOT' and i.reopened = 0 and i.registered_at > :after and i.registered_at <= :until
                """).params(params).query(Integer.class).single();
    }

    private static Map<String, Object> within(UUID campaignId, String areaCode) {
        var params = new HashMap<String, Object>();
        params.put("campaign", campaignId);
        params.put("within", areaCode + "%");
        return params;
    }

    private static String where(Filter filter, Map<String, Object> params) {
        var where = new StringBuilder(IssueRights.condition(Actors.current(), params));
        add(where, params, "i.campaign_id = :campaign", "campaign", filter.campaignId());
        if (!filter.areaCode().isEmpty()) {
            add(where, params, "i.area_code like :within", "within", filter.areaCode() + "%");
        }
        var wanted = filter.inClass();
        if (wanted != null) {
            params.put("here", wanted.movedHere().toArray(UUID[]::new));
            params.put("away", wanted.movedAway().toArray(UUID[]::new));
            add(
                    where,
                    params,
                    "i.id = any(:here) or (i.category = any(:categories) and i.id <> all(:away))",
                    "categories",
                    wanted.categories().toArray(String[]::new));
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
        var month = filter.month();
        if (month != null) {
            params.put("monthFrom", start(month.atDay(1)));
            add(
                    where,
                    params,
                    "i.registered_at < :monthUntil and (i.closed_at is null or i.closed_at >= :monthFrom)",
                    "monthUntil",
                    start(month.plusMonths(1).atDay(1)));
        }
        if (!filter.responsible().isBlank()) {
            var text = filter.responsible()
                    .strip()
                    .replace("\\", "\\\\")
                    .replace("%", "\\%")
                    .replace("_", "\\_");
            add(
                    where,
                    params,
                    "p.name ilike :who or h.name ilike :who or u.name ilike :who or d.name ilike :who",
                    "who",
                    "%" + text + "%");
        }
        return where.toString();
    }

    private static Timestamp start(LocalDate date) {
        return Timestamp.from(date.atStartOfDay(AppClock.ZONE).toInstant());
    }

    private static void add(
            StringBuilder where, Map<String, Object> params, String condition, String name, Object value) {
        where.append(" and (").append(condition).append(')');
        params.put(name, value);
    }

    private List<Line> lines(String sql, Map<String, ?> params, boolean asActor) {
        record Found(IssueRights.Facts facts, Line line) {}
        var found = jdbc.sql(sql)
                .params(params)
                .query((row, number) -> {
                    var facts = IssueRights.of(row);
                    var route = row.getString("route");
                    var result = row.getString("result");
                    var handler = row.getString("handler_name");
                    var scope = row.getString("handler_scope");
                    return new Found(
                            facts,
                            new Line(
                                    facts.id(),
                                    row.getString("number"),
                                    facts.householdId(),
                                    "",
                                    "",
                                    facts.areaCode(),
                                    row.getString("category"),
                                    row.getString("title"),
                                    row.getString("first_visitor"),
                                    row.getString("unit_name"),
                                    row.getString("handler_role"),
                                    handler != null ? handler : scope != null ? scope : "",
                                    scope == null ? "" : scope,
                                    date(row.getTimestamp("registered_at")),
                                    row.getDate("deadline").toLocalDate(),
                                    route == null ? null : Route.valueOf(route),
                                    IssueState.valueOf(row.getString("state")),
                                    row.getString("level"),
                                    WorkItem.Colour.valueOf(row.getString("colour")),
                                    result == null ? null : IssueResult.valueOf(result),
                                    row.getString("answer"),
                                    row.getInt("reopened"),
                                    row.getTimestamp("closed_at") == null
                                            ? null
                                            : date(row.getTimestamp("closed_at"))));
                })
                .list();
        var names = households.summaries(found.stream()
                .map(one -> one.line().householdId())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var places = new HashMap<String, String>();
        var actor = asActor ? Actors.current() : null;
        return found.stream()
                .map(one -> {
                    var sight = actor == null ? IssueRights.Sight.SURNAME : rights.sight(actor, one.facts());
                    var household = one.line().householdId();
                    return named(one.line(), household == null ? null : names.get(household), sight, places);
                })
                .toList();
    }

    private Line named(
            Line line, @Nullable HouseholdSummary household, IssueRights.Sight sight, Map<String, String> places) {
        var head = household == null ? "" : household.headName();
        var village = places.computeIfAbsent(
                line.areaCode().substring(0, Math.min(line.areaCode().length(), AreaLevel.VILLAGE.codeLength())),
                areas::place);
        var all = sight == IssueRights.Sight.ALL && household != null;
        return new Line(
                line.id(),
                line.number(),
                line.householdId(),
                all ? head : sight == IssueRights.Sight.SURNAME ? surname(head) : "",
                all && household != null ? household.place() : village,
                line.areaCode(),
                line.category(),
                line.title(),
                line.firstVisitor(),
                line.unit(),
                line.handlerRole(),
                line.handler(),
                line.handlerScope(),
                line.registeredOn(),
                line.deadline(),
                line.route(),
                line.state(),
                line.level(),
                line.colour(),
                line.result(),
                line.answer(),
                line.reopened(),
                line.closedOn());
    }

    private static String surname(String name) {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "××";
    }

    private static LocalDate date(Timestamp at) {
        return LocalDate.ofInstant(at.toInstant(), AppClock.ZONE);
    }
}
