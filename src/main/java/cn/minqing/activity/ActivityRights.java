package cn.minqing.activity;

import cn.minqing.campaign.CampaignTemplate.ActivityKind;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Participants;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Role;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who records which kind of work and for which unit, and who sees it. */
@Component
class ActivityRights {
    private final Participants participants;
    private final JdbcClient jdbc;

    ActivityRights(Participants participants, JdbcClient jdbc) {
        this.participants = participants;
        this.jdbc = jdbc;
    }

    List<ActivityKind> kinds(CampaignView campaign, Actor actor) {
        return campaign.template().activityKinds().stream()
                .filter(kind -> !units(campaign, kind, actor).isEmpty())
                .toList();
    }

    /** The units for which somebody may record that kind: their own first. */
    Set<UUID> units(CampaignView campaign, ActivityKind kind, Actor actor) {
        var units = new LinkedHashSet<UUID>();
        for (var code : kind.by()) {
            switch (Role.of(code)) {
                case CADRE -> participants.find(campaign.id(), actor.id()).ifPresent(me -> units.add(me.unitId()));
                case UNIT_LEADER -> units.addAll(led(campaign, actor));
                case CAMPAIGN_OFFICE -> {
                    if (actor.has(Role.CAMPAIGN_OFFICE, campaign.hostUnitId())) {
                        units.add(campaign.hostUnitId());
                        units.addAll(participants.units(campaign.id()));
                    }
                }
                case VILLAGE_LEADER -> {
                    if (actor.grants().stream()
                            .anyMatch(grant -> grant.role() == Role.VILLAGE_LEADER
                                    && grant.areaCode().startsWith(campaign.areaCode()))) {
                        units.add(actor.unitId());
                    }
                }
                default -> {}
            }
        }
        return units;
    }

    /** Whether somebody sees what was recorded for that unit and place, whoever did it. */
    boolean oversees(CampaignView campaign, UUID unitId, String areaCode, Actor actor) {
        var host = campaign.hostUnitId();
        return actor.has(Role.CAMPAIGN_OFFICE, host)
                || actor.has(Role.LEADING_GROUP, host)
                || actor.has(Role.INSPECTOR, host)
                || actor.has(Role.UNIT_LEADER, host)
                || actor.has(Role.UNIT_LEADER, unitId)
                || actor.leadsAreaOf(areaCode);
    }

    /** The teams and units of the campaign that somebody leads, teams first. */
    private List<UUID> led(CampaignView campaign, Actor actor) {
        var led = actor.grants().stream()
                .filter(grant -> grant.role() == Role.UNIT_LEADER)
                .map(Actor.Grant::scopeId)
                .toList();
        return led.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select u.id from unit u where u.id in (:led) and (u.campaign_id = :campaign or exists (
                          select from campaign_plan p join campaign_plan_unit w on w.plan_id = p.id
                          where p.campaign_id = :campaign and p.state = 'APPROVED' and w.unit_id = u.id))
                        order by u.campaign_id is null, u.name
                        """)
                        .param("led", led)
                        .param("campaign", campaign.id())
                        .query(UUID.class)
                        .list();
    }
}
