package cn.minqing.activity;

import cn.minqing.platform.Ids;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Activities and their versions; a version is only ever added. */
@Component
class ActivityRows {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ActivityRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** @param number of the version that counts */
    record Head(
            UUID id,
            UUID campaignId,
            String kind,
            UUID unitId,
            UUID recordedBy,
            ActivityState state,
            int number,
            String reason) {}

    /** One version without the people and households in it. */
    record Stored(
            UUID id,
            int number,
            String title,
            LocalDate from,
            LocalDate to,
            boolean late,
            UUID areaId,
            String areaCode,
            String words,
            @Nullable Integer participants,
            @Nullable UUID enterpriseId,
            String enterprise,
            String volunteers,
            @Nullable BigDecimal amount,
            String goods,
            String enteredBy,
            Instant enteredAt,
            String reason) {}

    record InCadre(UUID versionId, UUID personId, String name, UUID unitId) {}

    record InHousehold(
            UUID versionId, UUID householdId, @Nullable BigDecimal amount, String goods) {}

    void add(UUID id, UUID campaignId, ActivityInput input, UUID unitId, UUID recorder, ActivityState state) {
        jdbc.sql("""
                insert into activity (id, campaign_id, kind, unit_id, client_key, recorded_by, state)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(id, campaignId, input.kind(), unitId, input.clientKey(), recorder, state.name())
                .update();
    }

    /** What the record with that key became, if this person made it. */
    Optional<UUID> byKey(UUID clientKey, UUID person) {
        return jdbc.sql("select activity_id from activity_version where client_key = ? and entered_by = ?")
                .params(clientKey, person)
                .query(UUID.class)
                .optional();
    }

    /** @param cadres person to unit */
    void addVersion(
            UUID activityId,
            int number,
            ActivityInput input,
            Map<UUID, UUID> cadres,
            List<ActivityInput.Given> given,
            boolean late,
            UUID by,
            Instant at,
            String reason) {
        var id = Ids.next();
        var from = java.util.Objects.requireNonNull(input.from());
        jdbc.sql("""
                insert into activity_version (id, activity_id, number, client_key, title, from_day, to_day, late, area_id,
                  words, participants, enterprise_id, volunteers, amount, goods, entered_by, entered_at, reason)
                values (:id, :activity, :number, :key, :title, :from, :to, :late, :area, :words, :participants, :enterprise,
                  :volunteers, :amount, :goods, :by, :at, :reason)
                """)
                .param("id", id)
                .param("activity", activityId)
                .param("number", number)
                .param("key", input.clientKey())
                .param("title", input.title().strip())
                .param("from", Date.valueOf(from))
                .param("to", Date.valueOf(input.to() == null ? from : input.to()))
                .param("late", late)
                .param("area", input.areaId())
                .param("words", input.words().strip())
                .param("participants", input.participants(), Types.INTEGER)
                .param("enterprise", input.enterpriseId(), Types.OTHER)
                .param("volunteers", input.volunteers().strip())
                .param("amount", input.amount(), Types.NUMERIC)
                .param("goods", input.goods().strip())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("reason", reason.strip())
                .update();
        batches.batchUpdate(
                "insert into activity_cadre (version_id, person_id, unit_id) values (?, ?, ?)",
                cadres.entrySet().stream()
                        .map(one -> new Object[] {id, one.getKey(), one.getValue()})
                        .toList());
        batches.batchUpdate(
                "insert into activity_household (version_id, household_id, amount, goods) values (?, ?, ?, ?)",
                given.stream()
                        .map(one -> new Object[] {
                            id, one.householdId(), one.amount(), one.goods().strip()
                        })
                        .toList());
    }

    Optional<Head> head(UUID id, boolean lock) {
        return jdbc.sql("""
                select id, campaign_id, kind, unit_id, recorded_by, state, current_number, reason from activity where id = ?
                """ + (lock ? " for update" : ""))
                .param(id)
                .query((row, number) -> new Head(
                        row.getObject("id", UUID.class),
                        row.getObject("campaign_id", UUID.class),
                        row.getString("kind"),
                        row.getObject("unit_id", UUID.class),
                        row.getObject("recorded_by", UUID.class),
                        ActivityState.valueOf(row.getString("state")),
                        row.getInt("current_number"),
                        row.getString("reason")))
                .optional();
    }

    void set(UUID id, ActivityState state, int number) {
        jdbc.sql("update activity set state = ?, current_number = ?, reason = '' where id = ?")
                .params(state.name(), number, id)
                .update();
    }

    void decide(UUID id, ActivityState state, String reason, @Nullable UUID by, Instant at) {
        jdbc.sql("update activity set state = ?, reason = ?, decided_by = ?, decided_at = ? where id = ?")
                .params(state.name(), reason.strip(), by, Timestamp.from(at), id)
                .update();
    }

    /** Newest first. */
    List<Stored> versions(UUID activityId) {
        return jdbc.sql("""
                select v.*, a.code, p.name as by_name, coalesce(e.name, '') as enterprise from activity_version v
                join area a on a.id = v.area_id join person p on p.id = v.entered_by
                left join enterprise e on e.id = v.enterprise_id
                where v.activity_id = ? order by v.number desc
                """)
                .param(activityId)
                .query((row, number) -> new Stored(
                        row.getObject("id", UUID.class),
                        row.getInt("number"),
                        row.getString("title"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        row.getBoolean("late"),
                        row.getObject("area_id", UUID.class),
                        row.getString("code"),
                        row.getString("words"),
                        row.getObject("participants", Integer.class),
                        row.getObject("enterprise_id", UUID.class),
                        row.getString("enterprise"),
                        row.getString("volunteers"),
                        row.getBigDecimal("amount"),
                        row.getString("goods"),
                        row.getString("by_name"),
                        row.getTimestamp("entered_at").toInstant(),
                        row.getString("reason")))
                .list();
    }

    List<InCadre> cadres(UUID activityId) {
        return jdbc.sql("""
                select c.version_id, c.person_id, p.name, c.unit_id from activity_version v
                join activity_cadre c on c.version_id = v.id join person p on p.id = c.person_id
                where v.activity_id = ? order by p.account
                """)
                .param(activityId)
                .query((row, number) -> new InCadre(
                        row.getObject("version_id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getString("name"),
                        row.getObject("unit_id", UUID.class)))
                .list();
    }

    List<InHousehold> households(UUID activityId) {
        return jdbc.sql("""
                select h.version_id, h.household_id, h.amount, h.goods from activity_version v
                join activity_household h on h.version_id = v.id join household o on o.id = h.household_id
                where v.activity_id = ? order by o.group_code, o.number
                """)
                .param(activityId)
                .query((row, number) -> new InHousehold(
                        row.getObject("version_id", UUID.class),
                        row.getObject("household_id", UUID.class),
                        row.getBigDecimal("amount"),
                        row.getString("goods")))
                .list();
    }

    /**
     * A page of a campaign's activities, newest first.
     *
     * @param seesAll else only those {@code person} recorded or took part in, and those of {@code units} and {@code areas}
     */
    List<ActivityLine> page(
            UUID campaignId,
            boolean seesAll,
            UUID person,
            Set<UUID> units,
            Set<String> areas,
            String kind,
            @Nullable UUID after,
            int limit) {
        return jdbc.sql("""
                select a.id, a.kind, a.state, v.title, v.from_day, v.to_day, v.late, r.code, u.name as unit, p.name,
                  (select count(*) from activity_household h where h.version_id = v.id) as households
                from activity a join activity_version v on v.activity_id = a.id and v.number = a.current_number
                join area r on r.id = v.area_id join unit u on u.id = a.unit_id join person p on p.id = a.recorded_by
                where a.campaign_id = :campaign and (:kind = '' or a.kind = :kind)
                  and (cast(:after as uuid) is null or a.id < :after)
                  and (:all or a.recorded_by = :person or a.unit_id = any(:units)
                    or exists (select from unnest(:areas::text[]) c where r.code like c || '%')
                    or exists (select from activity_cadre c where c.version_id = v.id and c.person_id = :person))
                order by a.id desc limit :limit
                """)
                .param("campaign", campaignId)
                .param("kind", kind)
                .param("after", after, Types.OTHER)
                .param("all", seesAll)
                .param("person", person)
                .param("units", units.toArray(UUID[]::new))
                .param("areas", areas.toArray(String[]::new))
                .param("limit", limit)
                .query((row, number) -> new ActivityLine(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        "",
                        ActivityState.valueOf(row.getString("state")),
                        row.getString("title"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        row.getBoolean("late"),
                        row.getString("code"),
                        row.getString("unit"),
                        row.getString("name"),
                        row.getInt("households")))
                .list();
    }

    Map<UUID, String> titles(List<UUID> ids) {
        var found = new java.util.HashMap<UUID, String>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                    select a.id, v.title from activity a
                    join activity_version v on v.activity_id = a.id and v.number = a.current_number where a.id in (:ids)
                    """).param("ids", ids).query(row -> {
                found.put(row.getObject("id", UUID.class), row.getString("title"));
            });
        }
        return found;
    }
}
