package cn.minqing.organization;

import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Villages that pass to another town (S9.6): the code of the village, of its groups, and of everything that happened
 * there changes in one transaction; what waits for a leader of the old town waits for the new one. For administrators.
 */
@Service
@Transactional
public class AreaChanges {
    private static final int REASON = 500;

    private final JdbcClient jdbc;
    private final Areas areas;
    private final ObjectProvider<AreaFollower> followers;
    private final Audit audit;
    private final AppClock clock;

    AreaChanges(JdbcClient jdbc, Areas areas, ObjectProvider<AreaFollower> followers, Audit audit, AppClock clock) {
        this.jdbc = jdbc;
        this.areas = areas;
        this.followers = followers;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is to happen.
     *
     * @param key of the client: the same twice is done once
     * @param villageId the village
     * @param townId the town it lies in from now on
     * @param code its new code, twelve digits that begin with the code of the town
     */
    public record Change(
            UUID key, @Nullable UUID villageId, @Nullable UUID townId, String code, String reason) {}

    /** How many of each kind would move, by {@link AreaFollower#what}. */
    public record Preview(Map<String, Integer> counts) {}

    /**
     * What the change would move; nothing is written.
     *
     * @throws UserError as {@link #make}
     */
    @Transactional(readOnly = true)
    public Preview preview(Change change) {
        check(change);
        var old = areas.get(Objects.requireNonNull(change.villageId())).code();
        var counts = new LinkedHashMap<String, Integer>();
        followers.orderedStream().forEach(follower -> {
            var column = follower.columns().getFirst();
            counts.put(
                    follower.what(),
                    jdbc.sql("select count(*) from " + column.table() + " where " + column.name() + " like ?")
                            .param(old + "%")
                            .query(Integer.class)
                            .single());
        });
        return new Preview(counts);
    }

    /**
     * Makes the change.
     *
     * @throws UserError {@code form.invalid} at {@code village}, {@code town}, {@code code}, {@code reason}; {@code
     *     forbidden}
     */
    public void make(Change change) {
        Actors.current().require(Role.ADMINISTRATOR);
        jdbc.sql("select id from area where id = cast(? as uuid) for update")
                .param(change.villageId())
                .query(UUID.class)
                .optional();
        var done = jdbc.sql("select exists (select from area_change where id = ?)")
                .param(change.key())
                .query(Boolean.class)
                .single();
        if (done) {
            return;
        }
        check(change);
        var village = areas.get(Objects.requireNonNull(change.villageId()));
        var town = areas.get(Objects.requireNonNull(change.townId()));
        var move = new AreaMove(
                change.key(), village.id(), village.code(), change.code(), superiors(village.code(), town.code()));
        jdbc.sql("""
                insert into area_change (id, area_id, old_code, new_code, old_parent, new_parent, reason, made_by, made_at)
                select ?, id, code, ?, parent_id, ?, ?, ?, ? from area where id = ?
                """)
                .params(
                        change.key(),
                        change.code(),
                        town.id(),
                        change.reason().strip(),
                        Actors.current().id(),
                        Timestamp.from(clock.now()),
                        village.id())
                .update();
        recode("area", "code", move);
        jdbc.sql("update area set parent_id = ? where id = ?")
                .params(town.id(), village.id())
                .update();
        var all = followers.orderedStream().toList();
        all.stream()
                .flatMap(follower -> follower.columns().stream())
                .forEach(column -> recode(column.table(), column.name(), move));
        all.forEach(follower -> follower.follow(move));
        audit.record(
                Actors.currentId(),
                "area.moved",
                "AREA",
                village.id(),
                Map.of("from", move.oldCode(), "to", move.newCode(), "change", change.key()));
    }

    /** Who has one of the rows in hand at this moment loses: the version of what has one is another now. */
    private void recode(String table, String column, AreaMove move) {
        var versioned = jdbc.sql("""
                select exists (select from information_schema.columns
                  where table_schema = current_schema and table_name = ? and column_name = 'version'
                    and data_type in ('integer', 'bigint'))
                """).param(table).query(Boolean.class).single();
        jdbc.sql("update %1$s set %2$s = :new || substr(%2$s, :length)%3$s where %2$s like :old"
                        .formatted(table, column, versioned ? ", version = version + 1" : ""))
                .param("new", move.newCode())
                .param("length", move.oldCode().length() + 1)
                .param("old", move.oldCode() + "%")
                .update();
    }

    private List<AreaMove.Superior> superiors(String oldCode, String townCode) {
        var found = new ArrayList<AreaMove.Superior>();
        for (var level : List.of(AreaLevel.PROVINCE, AreaLevel.CITY, AreaLevel.COUNTY, AreaLevel.TOWN)) {
            var from = areas.at(level, oldCode);
            var to = areas.at(level, townCode);
            if (from.isPresent()
                    && to.isPresent()
                    && !from.get().id().equals(to.get().id())) {
                found.add(new AreaMove.Superior(from.get().id(), to.get().id()));
            }
        }
        return List.copyOf(found);
    }

    private void check(Change change) {
        Actors.current().require(Role.ADMINISTRATOR);
        var faults = new LinkedHashMap<String, Message>();
        var village = find(change.villageId(), AreaLevel.VILLAGE);
        var town = find(change.townId(), AreaLevel.TOWN);
        if (village == null) {
            faults.put("village", Message.of("areaChange.village"));
        }
        if (town == null || village != null && town.contains(village.code())) {
            faults.put("town", Message.of("areaChange.town"));
        }
        if (town != null
                && (!change.code().matches("\\d{12}") || !town.contains(change.code()) || taken(change.code()))) {
            faults.put("code", Message.of("areaChange.code", town.code()));
        }
        var reason = change.reason().strip();
        if (reason.isEmpty() || reason.length() > REASON) {
            faults.put("reason", Message.of("areaChange.reason", REASON));
        }
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults);
        }
    }

    private @Nullable Area find(@Nullable UUID id, AreaLevel level) {
        return id == null
                ? null
                : jdbc.sql("select code from area where id = ? and level = ?")
                        .params(id, level.name())
                        .query(String.class)
                        .optional()
                        .flatMap(areas::byCode)
                        .orElse(null);
    }

    /** In use now, or once the code of a place that is somewhere else now. */
    private boolean taken(String code) {
        return jdbc.sql("""
                select exists (select from area where code = :code)
                  or exists (select from area_change where old_code = :code)
                """).param("code", code).query(Boolean.class).single();
    }
}
