package cn.minqing.organization;

import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Units that are merged into one or split (S9.6): people, contacts, contact points and open work pass on in one
 * transaction, and the history has neither gap nor overlap. For administrators.
 */
@Service
@Transactional
public class UnitChanges {
    private static final int REASON = 500;
    private static final int NAME = 64;

    private final JdbcClient jdbc;
    private final Units units;
    private final ObjectProvider<UnitFollower> followers;
    private final Audit audit;
    private final AppClock clock;

    UnitChanges(JdbcClient jdbc, Units units, ObjectProvider<UnitFollower> followers, Audit audit, AppClock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.followers = followers;
        this.audit = audit;
        this.clock = clock;
    }

    public enum Kind {
        MERGE,
        SPLIT
    }

    /**
     * What is to happen.
     *
     * @param key of the client: the same twice is done once
     * @param from the units; one for a split
     * @param to the unit that goes on; null where it is founded now
     * @param name of the unit to found beside the first of {@code from}; empty where there is one
     * @param personIds who goes, for a split; a merge moves everybody
     */
    public record Change(
            UUID key,
            Kind kind,
            List<UUID> from,
            @Nullable UUID to,
            String name,
            List<UUID> personIds,
            String reason) {}

    /** How many of each kind would move, by {@link UnitFollower#what}; people first. */
    public record Preview(Map<String, Integer> counts) {}

    /** A change that was made. */
    public record Made(
            UUID id, Kind kind, String to, List<String> from, int people, String by, Instant at, String reason) {}

    /**
     * What the change would move; nothing is written.
     *
     * @throws UserError as {@link #make}
     */
    @Transactional(readOnly = true)
    public Preview preview(Change change) {
        check(change);
        var counts = new LinkedHashMap<String, Integer>();
        for (var from : change.from()) {
            var move = move(change, from, change.to() == null ? from : change.to());
            counts.merge("people", move.personIds().size(), Integer::sum);
            followers
                    .orderedStream()
                    .forEach(follower -> counts.merge(follower.what(), follower.count(move), Integer::sum));
        }
        return new Preview(counts);
    }

    /**
     * Makes the change.
     *
     * @return the unit that goes on
     * @throws UserError {@code form.invalid} at {@code from}, {@code to}, {@code name}, {@code people}, {@code reason};
     *     {@code unitChange.departments} where both units have a department of one name; {@code forbidden}
     */
    public UUID make(Change change) {
        Actors.current().require(Role.ADMINISTRATOR);
        var before = jdbc.sql("select to_unit from unit_change where id = ?")
                .param(change.key())
                .query(UUID.class)
                .optional();
        if (before.isPresent()) {
            return before.get();
        }
        jdbc.sql("select id from unit where id = any(?) order by id for update")
                .param(change.from().toArray(UUID[]::new))
                .query(UUID.class)
                .list();
        check(change);
        var to = change.to() == null ? found(change) : change.to();
        jdbc.sql("insert into unit_change (id, kind, reason, to_unit, made_by, made_at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        change.key(),
                        change.kind().name(),
                        change.reason().strip(),
                        to,
                        Actors.current().id(),
                        Timestamp.from(clock.now()))
                .update();
        for (var from : change.from()) {
            movePeople(move(change, from, to));
        }
        return to;
    }

    private void movePeople(UnitMove move) {
        jdbc.sql("""
                insert into unit_change_person (change_id, person_id, from_unit) select ?, unnest(?::uuid[]), ?
                """)
                .params(List.of(move.changeId(), move.people(), move.from()))
                .update();
        jdbc.sql("update person set unit_id = ? where id = any(?)")
                .params(List.of(move.to(), move.people()))
                .update();
        jdbc.sql("""
                insert into role_grant (person_id, role, scope_id)
                select person_id, role, ? from role_grant where scope_id = ? and person_id = any(?) on conflict do nothing
                """).params(List.of(move.to(), move.from(), move.people())).update();
        if (move.whole()) {
            close(move);
        } else {
            jdbc.sql("delete from role_grant where scope_id = ? and person_id = any(?)")
                    .params(List.of(move.from(), move.people()))
                    .update();
        }
        followers.orderedStream().forEach(follower -> follower.follow(move));
        audit.record(
                Actors.currentId(),
                move.whole() ? "unit.merged" : "unit.split",
                "UNIT",
                move.from(),
                Map.of("to", move.to(), "people", move.personIds().size(), "change", move.changeId()));
    }

    /** Who holds a role in the successor holds it for the closed unit too: tasks and records addressed to it stay in hand. */
    private void close(UnitMove move) {
        jdbc.sql("""
                insert into role_grant (person_id, role, scope_id)
                select person_id, role, ? from role_grant where scope_id = ? on conflict do nothing
                """).params(move.from(), move.to()).update();
        jdbc.sql("update unit set parent_id = ? where parent_id = ? and closed_on is null")
                .params(move.to(), move.from())
                .update();
        jdbc.sql("update unit set closed_on = ?, successor_id = ? where id = ?")
                .params(move.on(), move.to(), move.from())
                .update();
    }

    private UnitMove move(Change change, UUID from, UUID to) {
        var whole = change.kind() == Kind.MERGE;
        var people = whole
                ? jdbc.sql("select id from person where unit_id = ? order by id")
                        .param(from)
                        .query(UUID.class)
                        .list()
                : change.personIds();
        return new UnitMove(
                change.key(),
                from,
                to,
                people,
                whole,
                clock.today(),
                change.reason().strip());
    }

    private UUID found(Change change) {
        var first = units.get(change.from().getFirst());
        return units.add(change.name().strip(), first.parentId(), first.areaId(), order(first.id()))
                .id();
    }

    private int order(UUID unitId) {
        return jdbc.sql("select sort_order from unit where id = ?")
                .param(unitId)
                .query(Integer.class)
                .single();
    }

    private void check(Change change) {
        Actors.current().require(Role.ADMINISTRATOR);
        var faults = new LinkedHashMap<String, Message>();
        var from = new HashSet<>(change.from());
        var merging = change.kind() == Kind.MERGE;
        if (from.isEmpty()
                || !merging && from.size() > 1
                || from.size() < change.from().size()
                || !open(from)) {
            faults.put("from", Message.of("unitChange.from"));
        }
        if (change.to() != null && (from.contains(change.to()) || !open(java.util.Set.of(change.to())))) {
            faults.put("to", Message.of("unitChange.to"));
        }
        var name = change.name().strip();
        if (change.to() == null && (name.isEmpty() || name.length() > NAME || !from.isEmpty() && taken(change, name))) {
            faults.put("name", Message.of("unitChange.name", NAME));
        }
        if (!merging && (change.personIds().isEmpty() || !belong(change))) {
            faults.put("people", Message.of("unitChange.people"));
        }
        var reason = change.reason().strip();
        if (reason.isEmpty() || reason.length() > REASON) {
            faults.put("reason", Message.of("unitChange.reason", REASON));
        }
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults);
        }
        if (merging) {
            departments(change);
        }
    }

    private boolean open(java.util.Set<UUID> ids) {
        return jdbc.sql("select count(*) from unit where id = any(?) and closed_on is null and campaign_id is null")
                        .param(ids.toArray(UUID[]::new))
                        .query(Integer.class)
                        .single()
                == ids.size();
    }

    private boolean taken(Change change, String name) {
        return jdbc.sql("""
                select exists (select from unit u join unit f on f.id = ?
                  where u.name = ? and u.closed_on is null
                    and (u.parent_id = f.parent_id or u.parent_id is null and f.parent_id is null and u.area_id = f.area_id))
                """)
                .params(change.from().getFirst(), name)
                .query(Boolean.class)
                .single();
    }

    private boolean belong(Change change) {
        return !change.from().isEmpty()
                && jdbc.sql("select count(*) from person where unit_id = ? and id = any(?)")
                                .params(List.of(
                                        change.from().getFirst(),
                                        change.personIds().toArray(UUID[]::new)))
                                .query(Integer.class)
                                .single()
                        == new HashSet<>(change.personIds()).size();
    }

    /** Departments of one name must be merged first; a unit cannot pass into one of its own departments. */
    private void departments(Change change) {
        var clash = jdbc.sql("""
                select u.name from unit u where u.closed_on is null
                  and (u.parent_id = any(?) or u.parent_id = cast(? as uuid))
                group by u.name having count(*) > 1 order by u.name limit 1
                """)
                .params(java.util.Arrays.asList(change.from().toArray(UUID[]::new), change.to()))
                .query(String.class)
                .optional();
        if (clash.isPresent()) {
            throw new UserError("unitChange.departments", clash.get());
        }
        if (change.to() != null) {
            var parent = units.get(change.to()).parentId();
            if (parent != null && change.from().contains(parent)) {
                throw UserError.invalid(Map.of("to", Message.of("unitChange.to")));
            }
        }
    }

    /** The changes made, newest first. */
    @Transactional(readOnly = true)
    public List<Made> made(@Nullable UUID before, int limit) {
        Actors.current().require(Role.ADMINISTRATOR);
        return jdbc.sql("""
                select c.id, c.kind, t.name as target, p.name as maker, c.made_at, c.reason,
                  (select count(*) from unit_change_person m where m.change_id = c.id) as people,
                  array(select distinct f.name from unit_change_person m join unit f on f.id = m.from_unit
                    where m.change_id = c.id order by f.name) as sources
                from unit_change c join unit t on t.id = c.to_unit join person p on p.id = c.made_by
                where cast(:before as uuid) is null or c.id < :before order by c.id desc limit :limit
                """)
                .param("before", before, java.sql.Types.OTHER)
                .param("limit", limit)
                .query((row, number) -> new Made(
                        row.getObject("id", UUID.class),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("target"),
                        List.of((String[]) row.getArray("sources").getArray()),
                        row.getInt("people"),
                        row.getString("maker"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getString("reason")))
                .list();
    }
}
