package cn.minqing.meeting;

import cn.minqing.campaign.CampaignView;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Area;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Areas;
import cn.minqing.organization.People;
import cn.minqing.organization.Person;
import cn.minqing.organization.Role;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In which villages somebody may hold a meeting, and for which unit. */
@Component
class MeetingPlaces {
    private final JdbcClient jdbc;
    private final Areas areas;
    private final People people;

    MeetingPlaces(JdbcClient jdbc, Areas areas, People people) {
        this.jdbc = jdbc;
        this.areas = areas;
        this.people = people;
    }

    /** The office in all villages, a leader in those of the area, others where they or their unit are linked. */
    List<Area> of(Actor actor, CampaignView campaign) {
        var office = actor.has(Role.CAMPAIGN_OFFICE, campaign.hostUnitId());
        var length = AreaLevel.VILLAGE.codeLength();
        var within = campaign.areaCode();
        var led = actor.grants().stream()
                .filter(grant -> grant.role() == Role.VILLAGE_LEADER || grant.role() == Role.TOWN_LEADER)
                .map(Actor.Grant::areaCode)
                .filter(code -> !code.isEmpty())
                .toList();
        return jdbc
                .sql("""
                select a.code from area a
                where a.level = 'VILLAGE' and a.code like :within
                  and (:office
                    or exists (select from unnest(cast(:led as text[])) l where a.code like l || '%')
                    or a.id in (select p.area_id from contact_point p
                      where p.campaign_id = :campaign and p.until_date is null
                        and (p.person_id = :me or p.person_id is null and p.unit_id in (
                          select :unit union select u.parent_id from unit u where u.id = :unit
                          union select m.unit_id from team_member m where m.person_id = :me)))
                    or a.code in (select h.village_code from contact t join household h on h.id = t.household_id
                      where t.campaign_id = :campaign and t.until_date is null
                        and (t.person_id = :me or t.unit_id in (:leads))))
                order by a.code limit 500
                """)
                .param("within", within.length() > length ? within.substring(0, length) : within + "%")
                .param("office", office)
                .param("led", led.toArray(String[]::new))
                .param("campaign", campaign.id())
                .param("me", actor.id())
                .param("unit", actor.unitId())
                .param("leads", unitsLed(actor))
                .query(String.class)
                .list()
                .stream()
                .flatMap(code -> areas.byCode(code).stream())
                .toList();
    }

    private static List<UUID> unitsLed(Actor actor) {
        var led = actor.grants().stream()
                .filter(grant -> grant.role() == Role.UNIT_LEADER)
                .map(Actor.Grant::scopeId)
                .toList();
        return led.isEmpty() ? List.of(actor.id()) : led;
    }

    /** The unit somebody acts for in the campaign: the team they were put into or lead, or their own. */
    UUID unitOf(UUID personId, UUID campaignId) {
        return jdbc.sql("""
                select u.id from unit u left join team_member m on m.unit_id = u.id and m.person_id = :person
                where u.campaign_id = :campaign and (m.person_id is not null or exists (select from role_grant g
                  where g.person_id = :person and g.role = 'unit-leader' and g.scope_id = u.id))
                order by m.person_id is null, u.name limit 1
                """)
                .param("person", personId)
                .param("campaign", campaignId)
                .query(UUID.class)
                .optional()
                .orElseGet(() -> people.get(personId).unitId());
    }

    /** Colleagues who may hold it as well: cadres of the same unit or team. */
    List<Person> colleagues(Actor actor, UUID campaignId) {
        var unit = unitOf(actor.id(), campaignId);
        var team = jdbc.sql("select person_id from team_member where unit_id = ?")
                .param(unit)
                .query(UUID.class)
                .list();
        var all = team.isEmpty() ? people.ofUnit(unit) : people.get(team);
        return all.stream().filter(person -> !person.id().equals(actor.id())).toList();
    }
}
