package cn.minqing.organization;

import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists of areas, units and cadres against the registers, many at a time. The caller has checked the rights. */
@Service
@Transactional
public class OrganizationImports {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Audit audit;

    OrganizationImports(JdbcClient jdbc, JdbcTemplate batches, Audit audit) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.audit = audit;
    }

    /** @param changes what becomes different, by field; empty for what is as the list says */
    public record Comparison(boolean known, Set<String> changes) {}

    /** @param urban null where the list does not say: then as the area it lies in */
    public record AreaEntry(
            String code,
            AreaLevel level,
            String name,
            @Nullable Boolean urban,
            String source) {}

    /** @param id of the unit if it is in the register; {@code order} null where the list does not say */
    public record UnitEntry(
            @Nullable UUID id,
            String name,
            @Nullable UUID parentId,
            UUID areaId,
            @Nullable Integer order) {}

    /** @param rank empty where the list does not say, like {@code position} and {@code phone} */
    public record CadreEntry(
            String account, String name, UUID unitId, String rank, String position, String phone, List<Grant> grants) {
        public record Grant(Role role, UUID scopeId) {}
    }

    /** A unit with where it belongs. */
    public record UnitLine(
            UUID id,
            String name,
            @Nullable UUID parentId,
            String parentName,
            UUID areaId,
            String areaCode,
            AreaLevel areaLevel,
            int order) {}

    /** An account with the unit it belongs to. */
    public record Known(
            UUID id,
            String account,
            String name,
            UUID unitId,
            String unitAreaCode,
            String rank,
            String position,
            String phone,
            Set<String> roles) {}

    /** Every area within a code, by code. */
    @Transactional(readOnly = true)
    public List<Area> areasWithin(String code) {
        return jdbc.sql("select id, code, level, name, parent_id, urban from area where code like ? order by code")
                .param(code + "%")
                .query((row, number) -> new Area(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        AreaLevel.valueOf(row.getString("level")),
                        row.getString("name"),
                        row.getObject("parent_id", UUID.class),
                        row.getBoolean("urban")))
                .list();
    }

    /** Every unit that is not a team of a campaign, units before their departments. */
    @Transactional(readOnly = true)
    public List<UnitLine> units() {
        return jdbc.sql("""
                select u.id, u.name, u.parent_id, p.name as parent_name, u.area_id, a.code, a.level, u.sort_order
                from unit u join area a on a.id = u.area_id left join unit p on p.id = u.parent_id
                where u.campaign_id is null and u.closed_on is null order by u.parent_id nulls first, u.sort_order, u.name
                """)
                .query((row, number) -> new UnitLine(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("parent_id", UUID.class),
                        row.getString("parent_name") == null ? "" : row.getString("parent_name"),
                        row.getObject("area_id", UUID.class),
                        row.getString("code"),
                        AreaLevel.valueOf(row.getString("level")),
                        row.getInt("sort_order")))
                .list();
    }

    /** Those of these accounts that exist. */
    @Transactional(readOnly = true)
    public Map<String, Known> people(List<String> accounts) {
        return jdbc
                .sql("""
                select p.id, p.account, p.name, p.unit_id, a.code, p.rank, p.position, coalesce(p.phone, '') as phone,
                  array(select g.role || ' ' || g.scope_id from role_grant g where g.person_id = p.id) as roles
                from person p join unit u on u.id = p.unit_id join area a on a.id = u.area_id
                where p.account = any(?)
                """)
                .param(accounts.toArray(String[]::new))
                .query((row, number) -> new Known(
                        row.getObject("id", UUID.class),
                        row.getString("account"),
                        row.getString("name"),
                        row.getObject("unit_id", UUID.class),
                        row.getString("code"),
                        row.getString("rank"),
                        row.getString("position"),
                        row.getString("phone"),
                        Set.of((String[]) row.getArray("roles").getArray())))
                .list()
                .stream()
                .collect(Collectors.toMap(Known::account, Function.identity()));
    }

    @Transactional(readOnly = true)
    public List<Comparison> compareAreas(List<AreaEntry> entries) {
        var known = known(entries);
        return entries.stream()
                .map(entry -> {
                    var old = known.get(entry.code());
                    var changes = new LinkedHashSet<String>();
                    if (old != null && !old.name().equals(entry.name())) {
                        changes.add("name");
                    }
                    if (old != null && entry.urban() != null && entry.urban() != old.urban()) {
                        changes.add("urban");
                    }
                    return new Comparison(old != null, changes);
                })
                .toList();
    }

    private Map<String, Area> known(List<AreaEntry> entries) {
        var codes = entries.stream().map(AreaEntry::code).toArray(String[]::new);
        return jdbc
                .sql("select id, code, level, name, parent_id, urban from area where code = any(?)")
                .param(codes)
                .query((row, number) -> new Area(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        AreaLevel.valueOf(row.getString("level")),
                        row.getString("name"),
                        row.getObject("parent_id", UUID.class),
                        row.getBoolean("urban")))
                .list()
                .stream()
                .collect(Collectors.toMap(Area::code, Function.identity()));
    }

    /** Adds and renames areas; each lies in the area that its code begins with. */
    public void writeAreas(List<AreaEntry> entries) {
        for (var level : AreaLevel.values()) {
            batches.batchUpdate(
                    """
                    insert into area (id, code, code_source, level, name, parent_id, urban)
                    select ?, ?, ?, ?, ?, p.id, coalesce(?::boolean, p.urban, false)
                    from (select 1) one left join area p on p.code = ?
                    on conflict (code) do update set name = excluded.name, code_source = excluded.code_source,
                      urban = coalesce(?::boolean, area.urban)
                    """,
                    entries.stream()
                            .filter(entry -> entry.level() == level)
                            .sorted(Comparator.comparing(AreaEntry::code))
                            .map(entry -> new Object[] {
                                Ids.next(),
                                entry.code(),
                                entry.source(),
                                level.name(),
                                entry.name(),
                                entry.urban(),
                                level.above()
                                        .map(above -> entry.code().substring(0, above.codeLength()))
                                        .orElse(""),
                                entry.urban()
                            })
                            .toList());
        }
        var codes = entries.stream().map(AreaEntry::code).toArray(String[]::new);
        var ids = jdbc.sql("select id from area where code = any(?)")
                .param(codes)
                .query(UUID.class)
                .list();
        audit.recordAll(Actors.currentId(), "area.imported", "AREA", ids, Map.of());
    }

    /** Adds units, and changes name, area and order of those that are named by id. */
    public void writeUnits(List<UnitEntry> entries) {
        var ids = new ArrayList<UUID>();
        var added = new ArrayList<Object[]>();
        var changed = new ArrayList<Object[]>();
        for (var entry : entries) {
            var id = entry.id() == null ? Ids.next() : entry.id();
            ids.add(id);
            if (entry.id() == null) {
                added.add(new Object[] {
                    id, entry.name(), entry.parentId(), entry.areaId(), entry.order() == null ? 0 : entry.order()
                });
            } else {
                changed.add(new Object[] {entry.name(), entry.areaId(), entry.order(), id});
            }
        }
        batches.batchUpdate(
                "insert into unit (id, name, parent_id, area_id, sort_order) values (?, ?, ?, ?, ?) on conflict do nothing",
                added);
        batches.batchUpdate(
                "update unit set name = ?, area_id = ?, sort_order = coalesce(?::int, sort_order) where id = ?",
                changed);
        audit.recordAll(Actors.currentId(), "unit.imported", "UNIT", ids, Map.of());
    }

    /**
     * Adds accounts and changes those that exist; roles are added and never taken.
     *
     * @param passwordHash of the first password of new accounts; an account that exists keeps its own
     */
    public void writePeople(List<CadreEntry> entries, String passwordHash) {
        batches.batchUpdate(
                """
                insert into person (id, account, name, password_hash, unit_id, rank, position, phone)
                values (?, ?, ?, ?, ?, coalesce(nullif(?, ''), 'staff'), ?, nullif(?, ''))
                on conflict (account) do update set name = excluded.name, unit_id = excluded.unit_id,
                  rank = coalesce(nullif(?, ''), person.rank),
                  position = case when excluded.position = '' then person.position else excluded.position end,
                  phone = coalesce(excluded.phone, person.phone)
                """,
                entries.stream()
                        .map(entry -> new Object[] {
                            Ids.next(),
                            entry.account(),
                            entry.name(),
                            passwordHash,
                            entry.unitId(),
                            entry.rank(),
                            entry.position(),
                            entry.phone(),
                            entry.rank()
                        })
                        .toList());
        var people = people(entries.stream().map(CadreEntry::account).toList());
        batches.batchUpdate(
                "insert into role_grant (person_id, role, scope_id) values (?, ?, ?) on conflict do nothing",
                entries.stream()
                        .flatMap(entry -> entry.grants().stream().map(grant -> new Object[] {
                            people.get(entry.account()).id(), grant.role().code(), grant.scopeId()
                        }))
                        .toList());
        var roles = new HashMap<Set<String>, List<UUID>>();
        entries.forEach(entry -> roles.computeIfAbsent(
                        entry.grants().stream()
                                .map(grant -> grant.role().code())
                                .collect(Collectors.toSet()),
                        key -> new ArrayList<>())
                .add(people.get(entry.account()).id()));
        roles.forEach((granted, ids) ->
                audit.recordAll(Actors.currentId(), "person.imported", "PERSON", ids, Map.of("roles", granted)));
    }
}
