package cn.minqing.duty;

import cn.minqing.campaign.CampaignView;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Role;
import cn.minqing.platform.UserError;

/** Who may do what with a roster: the office all of it, a village's leader that of the village. */
final class DutyRights {
    private DutyRights() {}

    static boolean office(Actor actor, CampaignView campaign) {
        return actor.has(Role.CAMPAIGN_OFFICE, campaign.hostUnitId());
    }

    static void requireOffice(Actor actor, CampaignView campaign) {
        if (!office(actor, campaign)) {
            throw UserError.forbidden();
        }
    }

    static boolean manages(Actor actor, CampaignView campaign, String areaCode) {
        return office(actor, campaign)
                || actor.grants().stream()
                        .anyMatch(grant -> grant.role() == Role.VILLAGE_LEADER
                                && !grant.areaCode().isEmpty()
                                && areaCode.startsWith(grant.areaCode()));
    }

    /** Whether the person reads what a record says: whose turn it was, and whoever leads or oversees there. */
    static boolean readsRecord(Actor actor, CampaignView campaign, Duty duty) {
        return duty.personId().equals(actor.id())
                || office(actor, campaign)
                || actor.has(Role.INSPECTOR, campaign.hostUnitId())
                || actor.has(Role.LEADING_GROUP, campaign.hostUnitId())
                || actor.has(Role.UNIT_LEADER, duty.unitId())
                || actor.leadsAreaOf(duty.areaCode());
    }
}
