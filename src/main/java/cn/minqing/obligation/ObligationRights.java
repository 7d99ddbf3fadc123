package cn.minqing.obligation;

import cn.minqing.campaign.CampaignTemplate.Per;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Participants;
import cn.minqing.obligation.Subjects.Subject;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose obligations somebody sees: their own, those of the unit or place they lead, all of a campaign they oversee. */
@Component
class ObligationRights {
    private static final Set<Per> PLACES = EnumSet.of(Per.VILLAGE, Per.ENTERPRISE);

    private final Participants participants;
    private final JdbcClient jdbc;

    ObligationRights(Participants participants, JdbcClient jdbc) {
        this.participants = participants;
        this.jdbc = jdbc;
    }

    /** What somebody owes, or what they lead owes, by who owes it. */
    Map<Per, List<Subject>> own(CampaignView campaign, Actor actor) {
        var own = new EnumMap<Per, List<Subject>>(Per.class);
        var units = new HashSet<>(ledUnits(actor));
        participants.find(campaign.id(), actor.id()).ifPresent(me -> {
            own.put(Per.CADRE, List.of(Subjects.person(me)));
            units.add(me.unitId());
        });
        if (!units.isEmpty()) {
            own.put(Per.UNIT, units(campaign, units, false));
            own.put(Per.TEAM, units(campaign, units, true));
        }
        var villages = actor.grants().stream()
                .filter(grant ->
                        grant.role() == Role.VILLAGE_LEADER && grant.areaCode().startsWith(campaign.areaCode()))
                .map(grant -> new Subject(grant.scopeId(), grant.scopeName(), "", null, grant.areaCode()))
                .toList();
        own.put(Per.VILLAGE, villages);
        return own;
    }

    /** Whether somebody leads or oversees any who may owe that kind of thing. */
    boolean oversees(CampaignView campaign, Per per, Actor actor) {
        return seesAll(campaign, actor)
                || (PLACES.contains(per)
                        ? actor.grants().stream()
                                .anyMatch(grant -> !grant.areaCode().isEmpty()
                                        && grant.areaCode().startsWith(campaign.areaCode()))
                        : per != Per.CAMPAIGN && actor.has(Role.UNIT_LEADER));
    }

    /** Which of the subjects of a campaign somebody leads or oversees. */
    Predicate<Subject> seen(CampaignView campaign, Actor actor) {
        if (seesAll(campaign, actor)) {
            return subject -> true;
        }
        var units = ledUnits(actor);
        return subject -> subject.unitId() != null && units.contains(subject.unitId())
                || !subject.code().isEmpty() && actor.leadsAreaOf(subject.code());
    }

    private static boolean seesAll(CampaignView campaign, Actor actor) {
        var host = campaign.hostUnitId();
        return actor.has(Role.CAMPAIGN_OFFICE, host)
                || actor.has(Role.LEADING_GROUP, host)
                || actor.has(Role.INSPECTOR, host)
                || actor.has(Role.UNIT_LEADER, host)
                || actor.leadsAreaOf(campaign.areaCode());
    }

    /** The units somebody leads, with their departments. */
    private Set<UUID> ledUnits(Actor actor) {
        var led = new ArrayList<>(actor.grants().stream()
                .filter(grant -> grant.role() == Role.UNIT_LEADER)
                .map(Actor.Grant::scopeId)
                .toList());
        if (!led.isEmpty()) {
            led.addAll(jdbc.sql("select id from unit where parent_id in (:units)")
                    .param("units", List.copyOf(led))
                    .query(UUID.class)
                    .list());
        }
        return Set.copyOf(led);
    }

    private List<Subject> units(CampaignView campaign, Set<UUID> ids, boolean teams) {
        return jdbc.sql("select id, name from unit where id in (:ids) and campaign_id is "
                        + (teams ? "not distinct from :campaign" : "null") + " order by name")
                .param("ids", ids)
                .param("campaign", campaign.id())
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Subject(id, row.getString("name"), "", id, "");
                })
                .list();
    }
}
