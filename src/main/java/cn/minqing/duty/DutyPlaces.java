package cn.minqing.duty;

import cn.minqing.campaign.CampaignTemplate;
import cn.minqing.campaign.CampaignView;
import cn.minqing.duty.Turns.Candidate;
import cn.minqing.duty.Turns.Place;
import cn.minqing.organization.AreaLevel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The places that have a duty and the people who can sit there: those linked to the village, or the cadres of a unit
 * linked to it; where nobody is linked, the contacts of its households.
 */
@Component
class DutyPlaces {
    private static final String LINKED = """
            with link as (
              select p.area_id, p.unit_id, p.person_id from contact_point p
              where p.campaign_id = :campaign and p.until_date is null and p.area_id is not null
            ), linked as (
              select l.area_id, l.unit_id, l.person_id from link l where l.person_id is not null
              union
              select l.area_id, l.unit_id, p.id from link l
              join person p on p.unit_id = l.unit_id
                or p.unit_id in (select u.id from unit u where u.parent_id = l.unit_id)
                or p.id in (select m.person_id from team_member m where m.unit_id = l.unit_id)
              where l.person_id is null
            ), contacts as (
              select a.id as area_id, t.unit_id, t.person_id from contact t join household h on h.id = t.household_id
              join area a on a.code = h.village_code
              where t.campaign_id = :campaign and t.until_date is null
            ), all_of as (
              select area_id, unit_id, person_id, 0 as rank from linked
              union
              select area_id, unit_id, person_id, 1 from contacts
            )
            select o.area_id, o.unit_id, o.person_id, min(o.rank) as rank, p.account,
              bool_or(exists (select from role_grant g where g.person_id = p.id and g.role = 'unit-leader'
                and g.scope_id in (o.unit_id, p.unit_id))) as leads,
              bool_or(ua.level = 'VILLAGE') as of_village
            from all_of o join person p on p.id = o.person_id
            join unit u on u.id = o.unit_id join area ua on ua.id = u.area_id
            where p.active and exists (select from role_grant g where g.person_id = p.id
              and g.role in ('cadre', 'unit-leader'))
            group by o.area_id, o.unit_id, o.person_id, p.account
            order by o.area_id, p.account
            """;

    private final JdbcClient jdbc;

    DutyPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Linked(
            UUID areaId, UUID unitId, UUID personId, int rank, String account, boolean leads, boolean ofVillage) {
        Candidate candidate() {
            return new Candidate(personId, unitId, account);
        }
    }

    private record Village(UUID id, String code, String name) {}

    /** By code of the village, or by unit; also those where nobody can sit. */
    List<Place> of(CampaignView campaign, CampaignTemplate.Duty duty) {
        var linked = jdbc.sql(LINKED)
                .param("campaign", campaign.id())
                .query((row, number) -> new Linked(
                        row.getObject("area_id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getInt("rank"),
                        row.getString("account"),
                        row.getBoolean("leads"),
                        row.getBoolean("of_village")))
                .list();
        var byArea = new LinkedHashMap<UUID, List<Linked>>();
        linked.forEach(one ->
                byArea.computeIfAbsent(one.areaId(), id -> new ArrayList<>()).add(one));
        var villages = villages(campaign);
        if (duty.per() != CampaignTemplate.Per.UNIT) {
            return villages.stream()
                    .map(village -> place(village.id(), village, nearest(byArea.getOrDefault(village.id(), List.of()))))
                    .toList();
        }
        var places = new LinkedHashMap<UUID, Place>();
        for (var village : villages) {
            var byUnit = new LinkedHashMap<UUID, List<Linked>>();
            nearest(byArea.getOrDefault(village.id(), List.of()))
                    .forEach(one -> byUnit.computeIfAbsent(one.unitId(), id -> new ArrayList<>())
                            .add(one));
            byUnit.forEach((unit, people) -> places.putIfAbsent(unit, place(unit, village, people)));
        }
        return List.copyOf(places.values());
    }

    private static List<Linked> nearest(List<Linked> people) {
        var nearest = people.stream().mapToInt(Linked::rank).min().orElse(0);
        return people.stream().filter(one -> one.rank() == nearest).toList();
    }

    private static Place place(UUID placeId, Village village, List<Linked> people) {
        var distinct = new LinkedHashMap<UUID, Linked>();
        people.forEach(one -> distinct.putIfAbsent(one.personId(), one));
        var leading = distinct.values().stream().filter(Linked::leads).toList();
        var ofTown = leading.stream().filter(one -> !one.ofVillage()).toList();
        // who leads the village itself is there anyway, and takes turns like everybody else (包村领导 come to it)
        var leaders = ofTown.isEmpty() ? leading : ofTown;
        var others = distinct.values().stream()
                .filter(one -> !leaders.contains(one))
                .map(Linked::candidate)
                .toList();
        var leaderTurns = leaders.stream().map(Linked::candidate).toList();
        return new Place(placeId, village.id(), village.code(), others.isEmpty() ? leaderTurns : others, leaderTurns);
    }

    private List<Village> villages(CampaignView campaign) {
        var length = AreaLevel.VILLAGE.codeLength();
        var within = campaign.areaCode();
        return jdbc.sql("""
                select id, code, name from area where level = 'VILLAGE' and code like :within order by code
                """)
                .param("within", within.length() > length ? within.substring(0, length) : within + "%")
                .query(Village.class)
                .list();
    }

    /** The names of the villages with these ids. */
    Map<UUID, String> names(List<UUID> areaIds) {
        var names = new LinkedHashMap<UUID, String>();
        if (!areaIds.isEmpty()) {
            jdbc.sql("select id, name from area where id in (:areas) order by code")
                    .param("areas", areaIds)
                    .query(row -> {
                        names.put(row.getObject("id", UUID.class), row.getString("name"));
                    });
        }
        return names;
    }
}
