package cn.minqing.household;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds in the register what a list names, with three queries for however many. */
@Component
class KnownHouseholds {
    private final JdbcClient jdbc;

    KnownHouseholds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By {@link HouseholdEntry#key}. */
    Map<String, KnownHousehold> of(List<HouseholdEntry> entries) {
        var villages = entries.stream().map(HouseholdEntry::villageCode).toArray(String[]::new);
        var numbers = entries.stream().map(HouseholdEntry::number).toArray(String[]::new);
        var byKey = new HashMap<String, KnownHousehold>();
        var byId = new HashMap<UUID, KnownHousehold>();
        jdbc.sql("""
                select h.id, h.village_code, h.group_code, h.number, h.head_name, h.phone, h.state
                from unnest(?::text[], ?::text[]) as i (village, number)
                join household h on h.village_code = i.village collate "C" and h.number = i.number
                """).params(List.of(villages, numbers)).query(row -> {
            var known = new KnownHousehold(
                    row.getObject("id", UUID.class),
                    row.getString("group_code"),
                    row.getString("head_name"),
                    row.getString("phone"),
                    row.getString("state").equals("STRUCK_OFF"));
            byKey.put(row.getString("village_code") + "/" + row.getString("number"), known);
            byId.put(known.id(), known);
        });
        if (!byId.isEmpty()) {
            var ids = byId.keySet().toArray(UUID[]::new);
            members(ids, byId);
            categories(ids, byId);
        }
        return byKey;
    }

    private void members(UUID[] ids, Map<UUID, KnownHousehold> known) {
        jdbc.sql("""
                select id, household_id, member_id, sort_order, name, relation, sex, birth_year, id_number, health,
                  disability, works_away
                from household_member where household_id = any(?) and ended_at is null order by sort_order, id
                """).param(ids).query(row -> {
            var sex = row.getString("sex");
            known.get(row.getObject("household_id", UUID.class))
                    .members()
                    .add(new KnownHousehold.Member(
                            row.getObject("id", UUID.class),
                            row.getObject("member_id", UUID.class),
                            row.getInt("sort_order"),
                            new MemberInput(
                                    row.getString("name"),
                                    Relation.valueOf(row.getString("relation")),
                                    sex == null ? null : Sex.valueOf(sex),
                                    row.getObject("birth_year", Integer.class),
                                    row.getString("id_number"),
                                    row.getString("health"),
                                    row.getString("disability"),
                                    row.getBoolean("works_away"))));
        });
    }

    private void categories(UUID[] ids, Map<UUID, KnownHousehold> known) {
        jdbc.sql("""
                select id, household_id, code, from_date, ends_on, until_date from household_vulnerability
                where household_id = any(?) and withdrawn_at is null
                """).param(ids).query(row -> {
            known.get(row.getObject("household_id", UUID.class))
                    .categories()
                    .add(new KnownHousehold.Category(
                            row.getObject("id", UUID.class),
                            row.getString("code"),
                            row.getObject("from_date", LocalDate.class),
                            row.getObject("ends_on", LocalDate.class),
                            row.getObject("until_date", LocalDate.class)));
        });
    }
}
