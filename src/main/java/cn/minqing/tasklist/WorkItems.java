package cn.minqing.tasklist;

import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.platform.Audit;
import cn.minqing.platform.UserError;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The task lists. Every query reads {@code work_item} only, for the current person only, and costs the same however
 * many items are open: one index range for the person and one for each role they hold.
 */
@Service
@Transactional
public class WorkItems {
    /** Counts stop here: a page shows "99+". */
    public static final int COUNT_CAP = 100;

    private static final String COLUMNS = """
            id, process, element, title, role, scope_id, person_id, campaign_id, household_id, area_code, subject_type,
            subject_id, subject, place, due_at, colour, created_at
            """;
    private static final RowMapper<WorkItem> ITEM = (row, number) -> new WorkItem(
            row.getObject("id", UUID.class),
            row.getString("process"),
            row.getString("element"),
            row.getString("title"),
            row.getString("role"),
            row.getObject("scope_id", UUID.class),
            row.getObject("person_id", UUID.class),
            row.getObject("campaign_id", UUID.class),
            row.getObject("household_id", UUID.class),
            row.getString("area_code"),
            row.getString("subject_type"),
            row.getObject("subject_id", UUID.class),
            row.getString("subject"),
            row.getString("place"),
            row.getTimestamp("due_at").toInstant(),
            WorkItem.Colour.valueOf(row.getString("colour")),
            row.getTimestamp("created_at").toInstant());

    private final JdbcClient jdbc;
    private final TaskService tasks;
    private final WorkItemRows rows;
    private final Audit audit;

    WorkItems(JdbcClient jdbc, TaskService tasks, WorkItemRows rows, Audit audit) {
        this.audit = audit;
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.rows = rows;
    }

    /**
     * What the list shows.
     *
     * @param role only what this role brings (a person works in one role at a time); CADRE stands for one's own items
     * @param campaignId only that campaign; null for all
     * @param element only that user task; null for all
     * @param areaCode only within the area of that code; empty for all
     * @param colours only these marks of the ladder; empty for all
     * @param text part of subject or place; empty for all
     * @param dueFrom only what is due then or later; null for all
     * @param dueBefore only what is due before; null for all
     */
    public record Filter(
            @Nullable Role role,
            @Nullable UUID campaignId,
            @Nullable String element,
            String areaCode,
            List<WorkItem.Colour> colours,
            String text,
            @Nullable Instant dueFrom,
            @Nullable Instant dueBefore) {
        public static final Filter ALL = new Filter(null, null, null, "", List.of(), "", null, null);

        public Filter withRole(@Nullable Role wanted) {
            return new Filter(wanted, campaignId, element, areaCode, colours, text, dueFrom, dueBefore);
        }

        public Filter withElement(@Nullable String wanted) {
            return new Filter(role, campaignId, wanted, areaCode, colours, text, dueFrom, dueBefore);
        }
    }

    /** Where the next page begins: after the item with this due date and id. */
    public record Cursor(Instant due, UUID id) {}

    /** Some items in order of their due date, and where to go on; {@code next} is null at the end. */
    public record Page(List<WorkItem> items, @Nullable Cursor next) {}

    /** The current person's open items, soonest first. */
    @Transactional(readOnly = true)
    public Page page(Filter filter, @Nullable Cursor after, int limit) {
        rows.flush();
        var query = new Query(Actors.current(), filter, after);
        var found =
                jdbc.sql(query.page(limit + 1)).params(query.params).query(ITEM).list();
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        var last = found.get(limit - 1);
        return new Page(List.copyOf(found.subList(0, limit)), new Cursor(last.due(), last.id()));
    }

    /** How many items {@link #page} has in all, at most {@link #COUNT_CAP}. */
    @Transactional(readOnly = true)
    public int count(Filter filter) {
        rows.flush();
        var query = new Query(Actors.current(), filter, null);
        return jdbc.sql("select " + query.count())
                .params(query.params)
                .query(Integer.class)
                .single();
    }

    /** As {@link #count} for each of these user tasks, in one query; {@code filter.element} is not looked at. */
    @Transactional(readOnly = true)
    public Map<String, Integer> counts(Filter filter, List<String> elements) {
        rows.flush();
        if (elements.isEmpty()) {
            return Map.of();
        }
        var params = new ArrayList<Object>();
        var parts = new ArrayList<String>();
        for (var element : elements) {
            var query = new Query(Actors.current(), filter.withElement(element), null);
            params.add(element);
            parts.add("select ? as element, (select " + query.count() + ") as number");
            params.addAll(query.params);
        }
        var counts = new LinkedHashMap<String, Integer>();
        jdbc.sql(String.join(" union all ", parts)).params(params).query(row -> {
            counts.put(row.getString("element"), row.getInt("number"));
        });
        return counts;
    }

    /**
     * Tells why an item cannot be worked on, if so.
     *
     * @throws UserError {@code task.done} (by whom, when), {@code task.withdrawn}, {@code task.taken} (by whom), {@code
     *     forbidden}
     */
    public void requireOpen(UUID id) {
        take(id);
    }

    /** The item, if it is open and the current person may work on it. */
    @Transactional(readOnly = true)
    public Optional<WorkItem> find(UUID id) {
        rows.flush();
        var actor = Actors.current();
        return jdbc.sql("select " + COLUMNS + " from work_item where id = ? and state = 'OPEN'")
                .param(id)
                .query(ITEM)
                .optional()
                .filter(item -> mayWorkOn(actor, item.personId(), item.role(), item.scopeId()));
    }

    /** The open items about one aggregate that the current person may work on. */
    @Transactional(readOnly = true)
    public List<WorkItem> about(UUID subjectId) {
        rows.flush();
        var actor = Actors.current();
        return jdbc
                .sql("select " + COLUMNS
                        + " from work_item where subject_id = ? and state = 'OPEN' order by due_at, id")
                .param(subjectId)
                .query(ITEM)
                .stream()
                .filter(item -> mayWorkOn(actor, item.personId(), item.role(), item.scopeId()))
                .toList();
    }

    /** Every open item about one aggregate, whoever's it is: to tell whose turn it is. The caller checks rights. */
    @Transactional(readOnly = true)
    public List<WorkItem> waitingFor(UUID subjectId) {
        rows.flush();
        return jdbc.sql("select " + COLUMNS
                        + " from work_item where subject_id = ? and state = 'OPEN' order by due_at, id")
                .param(subjectId)
                .query(ITEM)
                .list();
    }

    /**
     * Locks what is open about one aggregate until the transaction ends, for a command that takes it out of people's
     * hands; whoever decides at the same time comes before or after.
     */
    public void lock(UUID subjectId) {
        rows.flush();
        jdbc.sql("select id from work_item where subject_id = ? and state = 'OPEN' order by id for update")
                .param(subjectId)
                .query(UUID.class)
                .list();
    }

    /** Makes a shared item one's own. */
    public void claim(UUID id) {
        var item = take(id);
        var actor = Actors.current();
        tasks.setAssignee(item.taskId(), actor.id().toString());
        rows.flush();
        audit.record(actor.id(), "task.claimed", "WORK_ITEM", id, Map.of("element", item.element()));
    }

    /** Gives a claimed item back to everybody who holds its role. */
    public void release(UUID id) {
        var item = take(id);
        if (item.scopeId() == null) {
            throw new UserError("task.notShared");
        }
        tasks.setAssignee(item.taskId(), null);
        rows.flush();
        audit.record(Actors.currentId(), "task.released", "WORK_ITEM", id, Map.of("element", item.element()));
    }

    /**
     * Locks an open item for the current person until the transaction ends; call it before the aggregate is changed.
     *
     * @param elements the user tasks the caller handles; none for any
     * @throws UserError {@code task.done} (by whom, when), {@code task.withdrawn}, {@code task.taken} (by whom), {@code
     *     forbidden}
     */
    public OpenItem take(UUID id, String... elements) {
        rows.flush();
        var actor = Actors.current();
        record Row(
                WorkItem item,
                String taskId,
                String state,
                @Nullable Instant endedAt,
                @Nullable UUID endedBy) {}
        var row = jdbc.sql("select task_id, state, ended_at, ended_by, " + COLUMNS
                        + " from work_item where id = ? for update")
                .param(id)
                .query((result, number) -> new Row(
                        ITEM.mapRow(result, number),
                        result.getString("task_id"),
                        result.getString("state"),
                        result.getTimestamp("ended_at") == null
                                ? null
                                : result.getTimestamp("ended_at").toInstant(),
                        result.getObject("ended_by", UUID.class)))
                .optional()
                .orElseThrow(() -> new UserError("task.withdrawn"));
        var item = row.item();
        if (elements.length > 0 && !Arrays.asList(elements).contains(item.element())) {
            throw new UserError("task.other");
        }
        var mine = mayWorkOn(actor, item.personId(), item.role(), item.scopeId());
        var shared = item.role() != null && item.scopeId() != null && actor.has(Role.of(item.role()), item.scopeId());
        if (!mine && !shared) {
            throw UserError.forbidden();
        }
        switch (row.state()) {
            case "DONE" ->
                throw row.endedBy() == null || row.endedAt() == null
                        ? new UserError("task.withdrawn")
                        : new UserError("task.done", name(row.endedBy()), row.endedAt());
            case "WITHDRAWN" -> throw new UserError("task.withdrawn");
            default -> {
                if (!mine && item.personId() != null) {
                    throw new UserError("task.taken", name(item.personId()));
                }
            }
        }
        return new OpenItem(
                item.id(), row.taskId(), item.element(), item.subjectId(), item.scopeId(), item.campaignId());
    }

    /**
     * Locks the open item of that kind about an aggregate for somebody without an account, or for the system. Whoever
     * calls has checked by other means that it may be done: a resident's card code, a command that settles it as well.
     */
    public Optional<OpenItem> takeForSystem(UUID subjectId, String element) {
        rows.flush();
        return jdbc.sql("""
                select id, task_id, element, subject_id, scope_id, campaign_id from work_item
                where subject_id = ? and element = ? and state = 'OPEN' order by id limit 1 for update
                """)
                .params(subjectId, element)
                .query((row, number) -> new OpenItem(
                        row.getObject("id", UUID.class),
                        row.getString("task_id"),
                        row.getString("element"),
                        row.getObject("subject_id", UUID.class),
                        row.getObject("scope_id", UUID.class),
                        row.getObject("campaign_id", UUID.class)))
                .optional();
    }

    /** Completes a taken item; {@code variables} are ids, decisions and dates. For the adapters of the processes. */
    public void complete(OpenItem item, Map<String, ?> variables) {
        tasks.complete(item.taskId(), new HashMap<String, Object>(variables));
        rows.flush();
    }

    /** Hands every open item of one person about these households to another (S9.6). */
    public int reassign(UUID from, UUID to, List<UUID> householdIds) {
        rows.flush();
        if (householdIds.isEmpty()) {
            return 0;
        }
        var taskIds = jdbc.sql("""
                select task_id from work_item
                where household_id in (:households) and person_id = :person and state = 'OPEN' order by id for update
                """)
                .param("households", householdIds)
                .param("person", from)
                .query(String.class)
                .list();
        taskIds.forEach(task -> tasks.setAssignee(task, to.toString()));
        rows.flush();
        return taskIds.size();
    }

    /** Sets the mark of the supervision ladder on the open items about one aggregate (R6). */
    public void colour(UUID subjectId, WorkItem.Colour colour) {
        rows.flush();
        jdbc.sql("update work_item set colour = ? where subject_id = ? and state = 'OPEN'")
                .params(colour.name(), subjectId)
                .update();
    }

    private String name(UUID personId) {
        return jdbc.sql("select name from person where id = ?")
                .param(personId)
                .query(String.class)
                .single();
    }

    private static boolean mayWorkOn(
            Actor actor, @Nullable UUID personId, @Nullable String role, @Nullable UUID scopeId) {
        if (personId != null) {
            return personId.equals(actor.id());
        }
        return role != null && scopeId != null && actor.has(Role.of(role), scopeId);
    }

    /** One branch for the person and one for each role held somewhere: each follows its own partial index. */
    static final class Query {
        private final Actor actor;
        private final Filter filter;
        private final @Nullable Cursor after;
        private final List<Object> params = new ArrayList<>();

        Query(Actor actor, Filter filter, @Nullable Cursor after) {
            this.actor = actor;
            this.filter = filter;
            this.after = after;
        }

        String page(int limit) {
            return union(COLUMNS, limit) + " order by due_at, id limit " + limit;
        }

        String count() {
            return "count(*) from (select 1 from (" + union("id, due_at", COUNT_CAP) + ") u limit " + COUNT_CAP + ") c";
        }

        List<Object> params() {
            return params;
        }

        private String union(String columns, int limit) {
            var branches = new ArrayList<String>();
            var wanted = filter.role();
            branches.add(
                    branch(columns, "person_id = ?" + (wanted == null ? "" : own(wanted)), limit, ownParams(wanted)));
            for (var grant : actor.grants()) {
                if (wanted == null || grant.role() == wanted) {
                    branches.add(branch(
                            columns,
                            "role = ? and scope_id = ? and person_id is null",
                            limit,
                            List.of(grant.role().code(), grant.scopeId())));
                }
            }
            return "(" + String.join(") union all (", branches) + ")";
        }

        /**
         * One's own items in a role: those claimed in it, and as a cadre those that never were anybody else's. Who is
         * no cadre finds the latter in every role, so that nothing is hidden.
         */
        private String own(Role wanted) {
            return wanted == Role.CADRE || !actor.has(Role.CADRE) ? " and (role is null or role = ?)" : " and role = ?";
        }

        private List<Object> ownParams(@Nullable Role wanted) {
            return wanted == null ? List.of(actor.id()) : List.of(actor.id(), wanted.code());
        }

        private String branch(String columns, String where, int limit, List<Object> branchParams) {
            var sql = new StringBuilder("select " + columns + " from work_item where state = 'OPEN' and " + where);
            params.addAll(branchParams);
            if (after != null) {
                add(sql, " and (due_at, id) > (?, ?)", Timestamp.from(after.due()), after.id());
            }
            if (filter.campaignId() != null) {
                add(sql, " and campaign_id = ?", filter.campaignId());
            }
            if (filter.element() != null) {
                add(sql, " and element = ?", filter.element());
            }
            if (!filter.areaCode().isEmpty()) {
                add(sql, " and area_code like ?", filter.areaCode() + "%");
            }
            if (!filter.colours().isEmpty()) {
                sql.append(" and colour in (")
                        .append("?, ".repeat(filter.colours().size() - 1))
                        .append("?)");
                filter.colours().forEach(colour -> params.add(colour.name()));
            }
            if (!filter.text().isBlank()) {
                var like = "%" + filter.text().strip().replace("%", "\\%").replace("_", "\\_") + "%";
                add(sql, " and (subject like ? or place like ?)", like, like);
            }
            if (filter.dueFrom() != null) {
                add(sql, " and due_at >= ?", Timestamp.from(filter.dueFrom()));
            }
            if (filter.dueBefore() != null) {
                add(sql, " and due_at < ?", Timestamp.from(filter.dueBefore()));
            }
            return sql.append(" order by due_at, id limit ").append(limit).toString();
        }

        private void add(StringBuilder sql, String condition, Object... values) {
            sql.append(condition);
            params.addAll(List.of(values));
        }
    }
}
