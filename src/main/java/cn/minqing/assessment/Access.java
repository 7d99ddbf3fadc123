package cn.minqing.assessment;

import cn.minqing.campaign.CampaignView;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.platform.UserError;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who sees what of a campaign's results: office and leading group all, a unit leader the own unit. */
final class Access {
    private Access() {}

    static boolean mayAll(Actor actor, CampaignView campaign) {
        return actor.has(Role.CAMPAIGN_OFFICE, campaign.hostUnitId())
                || actor.has(Role.LEADING_GROUP, campaign.hostUnitId());
    }

    static boolean may(Actor actor, CampaignView campaign, @Nullable UUID unitId) {
        return mayAll(actor, campaign) || (unitId != null && actor.has(Role.UNIT_LEADER, unitId));
    }

    static Actor require(CampaignView campaign, @Nullable UUID unitId) {
        var actor = Actors.current();
        if (!may(actor, campaign, unitId)) {
            throw UserError.forbidden();
        }
        return actor;
    }
}
