package cn.minqing.supervision;

import cn.minqing.organization.Actor;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notices and their entries; a notice moves only from the state it is expected in. */
@Component
class NoticeRows {
    static final String LADDER = "LADDER";
    static final String PERSON = "PERSON";
    static final String SELF = "SELF";

    private final JdbcClient jdbc;
    private final AppClock clock;

    NoticeRows(JdbcClient jdbc, AppClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whoever holds the role there. */
    record Holder(String role, UUID scopeId) {}

    record Subject(NoticeSubject type, UUID id, String words, UUID unitId, String areaCode, Holder rectifier) {}

    record Notice(
            UUID id,
            String number,
            UUID campaignId,
            UUID hostUnitId,
            NoticeSubject subjectType,
            UUID subjectId,
            String subject,
            UUID unitId,
            String areaCode,
            Holder rectifier,
            String origin,
            NoticeState state,
            String reason,
            String requirement,
            @Nullable LocalDate due,
            @Nullable UUID requestedBy,
            Instant requestedAt,
            @Nullable UUID rectifiedBy,
            String rectification,
            int failures) {}

    /** @return false when the step that orders it has ordered it already */
    boolean add(
            UUID id,
            String onceKey,
            UUID campaignId,
            UUID hostUnitId,
            Subject subject,
            String origin,
            String reason,
            String requirement,
            LocalDate due,
            @Nullable UUID by) {
        return jdbc.sql("""
                insert into notice (id, once_key, number, campaign_id, host_unit_id, subject_type, subject_id, subject,
                  unit_id, area_code, rectifier_role, rectifier_scope_id, origin, state, reason, requirement, due_on,
                  requested_by, requested_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'REQUESTED', ?, ?, ?, ?, ?) on conflict (once_key) do nothing
                """)
                        .params(
                                id,
                                onceKey,
                                number("DB"),
                                campaignId,
                                hostUnitId,
                                subject.type().name(),
                                subject.id(),
                                subject.words(),
                                subject.unitId(),
                                subject.areaCode(),
                                subject.rectifier().role(),
                                subject.rectifier().scopeId(),
                                origin,
                                reason,
                                requirement,
                                Date.valueOf(due),
                                by,
                                Timestamp.from(clock.now()))
                        .update()
                == 1;
    }

    /** DB for a notice (督办), TB for a circular (通报), the year and a running number. */
    String number(String kind) {
        var next = jdbc.sql("select nextval('supervision_number')")
                .query(Long.class)
                .single();
        return "%s-%d-%05d".formatted(kind, clock.today().getYear(), next);
    }

    UUID byKey(String onceKey) {
        return jdbc.sql("select id from notice where once_key = ?")
                .param(onceKey)
                .query(UUID.class)
                .single();
    }

    Notice get(UUID id) {
        return jdbc.sql("select * from notice where id = ?")
                .param(id)
                .query((row, number) -> new Notice(
                        id,
                        row.getString("number"),
                        row.getObject("campaign_id", UUID.class),
                        row.getObject("host_unit_id", UUID.class),
                        NoticeSubject.valueOf(row.getString("subject_type")),
                        row.getObject("subject_id", UUID.class),
                        row.getString("subject"),
                        row.getObject("unit_id", UUID.class),
                        row.getString("area_code"),
                        new Holder(row.getString("rectifier_role"), row.getObject("rectifier_scope_id", UUID.class)),
                        row.getString("origin"),
                        NoticeState.valueOf(row.getString("state")),
                        row.getString("reason"),
                        row.getString("requirement"),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("requested_by", UUID.class),
                        row.getTimestamp("requested_at").toInstant(),
                        row.getObject("rectified_by", UUID.class),
                        row.getString("rectification"),
                        row.getInt("failures")))
                .optional()
                .orElseThrow(() -> new UserError("supervision.unknown"));
    }

    void move(UUID id, NoticeState from, NoticeState to) {
        one(jdbc.sql("update notice set state = ? where id = ? and state = ?")
                .params(to.name(), id, from.name())
                .update());
    }

    void end(UUID id, NoticeState from, NoticeState to, Instant at) {
        one(jdbc.sql("update notice set state = ?, ended_at = ? where id = ? and state = ?")
                .params(to.name(), Timestamp.from(at), id, from.name())
                .update());
    }

    void order(UUID id, String requirement, LocalDate due, UUID by) {
        one(jdbc.sql("""
                update notice set state = 'RECTIFYING', requirement = ?, due_on = ?, ordered_by = ?
                where id = ? and state = 'REQUESTED'
                """).params(requirement, Date.valueOf(due), by, id).update());
    }

    void rectified(UUID id, String words, UUID by) {
        one(jdbc.sql("""
                update notice set state = 'RECHECKING', rectification = ?, rectified_by = ?, rechecked_by = null
                where id = ? and state = 'RECTIFYING'
                """).params(words, by, id).update());
    }

    void checked(UUID id, NoticeState to, int failures, @Nullable LocalDate due, UUID by, @Nullable Instant endedAt) {
        one(jdbc.sql("""
                update notice set state = ?, failures = failures + ?, due_on = coalesce(?, due_on), rechecked_by = ?, ended_at = ?
                where id = ? and state = 'RECHECKING'
                """)
                .params(
                        to.name(),
                        failures,
                        due == null ? null : Date.valueOf(due),
                        by,
                        endedAt == null ? null : Timestamp.from(endedAt),
                        id)
                .update());
    }

    void entry(UUID noticeId, Instant at, @Nullable UUID personId, String kind, String text) {
        jdbc.sql("insert into notice_entry (id, notice_id, at, person_id, kind, text) values (?, ?, ?, ?, ?, ?)")
                .params(Ids.next(), noticeId, Timestamp.from(at), personId, kind, text)
                .update();
    }

    List<NoticeView.Entry> entries(UUID noticeId) {
        return jdbc.sql("""
                select e.at, p.name, e.kind, e.text from notice_entry e left join person p on p.id = e.person_id
                where e.notice_id = ? order by e.at, e.id
                """)
                .param(noticeId)
                .query((row, number) -> new NoticeView.Entry(
                        row.getTimestamp("at").toInstant(),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getString("text")))
                .list();
    }

    List<NoticeRow> page(Actor actor, boolean openOnly, @Nullable UUID after, int limit) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("me", actor.id());
        params.put("after", after);
        params.put("limit", limit);
        var may = new StringBuilder("n.requested_by = :me");
        var number = 0;
        for (var grant : actor.grants()) {
            var name = "g" + number++;
            switch (grant.role()) {
                case INSPECTOR, LEADING_GROUP, CAMPAIGN_OFFICE ->
                    condition(may, params, "n.host_unit_id = :" + name, name, grant.scopeId());
                case UNIT_LEADER -> condition(may, params, "n.unit_id = :" + name, name, grant.scopeId());
                case DEPARTMENT_HANDLER ->
                    condition(
                            may,
                            params,
                            "(n.rectifier_role = '" + Role.DEPARTMENT_HANDLER.code() + "' and n.rectifier_scope_id = :"
                                    + name + ")",
                            name,
                            grant.scopeId());
                case VILLAGE_LEADER, TOWN_LEADER, COUNTY_LEADER, CITY_LEADER, PROVINCE_LEADER -> {
                    if (!grant.areaCode().isEmpty()) {
                        condition(may, params, "n.area_code like :" + name, name, grant.areaCode() + "%");
                    }
                }
                default -> {
                    // A cadre sees notices through the unit leader.
                }
            }
        }
        return jdbc.sql("select n.*, u.name as unit_name from notice n join unit u on u.id = n.unit_id where (" + may
                        + ")"
                        + (openOnly ? " and n.state in ('REQUESTED', 'RECTIFYING', 'RECHECKING')" : "")
                        + " and (cast(:after as uuid) is null or n.id < :after) order by n.id desc limit :limit")
                .params(params)
                .query((row, index) -> new NoticeRow(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        NoticeSubject.valueOf(row.getString("subject_type")),
                        row.getString("subject"),
                        row.getString("unit_name"),
                        NoticeState.valueOf(row.getString("state")),
                        row.getString("reason"),
                        row.getObject("due_on", LocalDate.class),
                        row.getInt("failures"),
                        row.getTimestamp("requested_at").toInstant()))
                .list();
    }

    List<UUID> running() {
        return jdbc.sql("select id from campaign where phase <> 'ARCHIVED' order by id desc limit 200")
                .query(UUID.class)
                .list();
    }

    /** The units without a parent of every area from the village up. */
    List<UUID> unitsAbove(String areaCode) {
        return jdbc.sql("""
                select u.id from unit u join area a on a.id = u.area_id
                where u.parent_id is null and u.campaign_id is null and :area like a.code || '%'
                  and exists (select from role_grant g where g.scope_id = u.id
                    and g.role in ('unit-leader', 'department-handler'))
                order by length(a.code) desc, u.sort_order, u.name
                """).param("area", areaCode).query(UUID.class).list();
    }

    private static void condition(
            StringBuilder may, java.util.Map<String, @Nullable Object> params, String sql, String name, Object value) {
        may.append(" or ").append(sql);
        params.put(name, value);
    }

    private static void one(int changed) {
        if (changed != 1) {
            throw new UserError("stale");
        }
    }
}
