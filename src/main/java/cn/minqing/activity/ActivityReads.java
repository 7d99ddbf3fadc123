package cn.minqing.activity;

import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Phase;
import cn.minqing.household.Households;
import cn.minqing.obligation.WorkTitles;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Areas;
import cn.minqing.organization.Role;
import cn.minqing.organization.Units;
import cn.minqing.platform.UserError;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gathers what the page of an activity shows. */
@Component
class ActivityReads implements WorkTitles {
    private final ActivityRows rows;
    private final ActivityRights rights;
    private final Campaigns campaigns;
    private final Households households;
    private final Units units;
    private final Areas areas;

    ActivityReads(
            ActivityRows rows,
            ActivityRights rights,
            Campaigns campaigns,
            Households households,
            Units units,
            Areas areas) {
        this.rows = rows;
        this.rights = rights;
        this.campaigns = campaigns;
        this.households = households;
        this.units = units;
        this.areas = areas;
    }

    @Override
    public Map<UUID, String> titles(List<UUID> sourceIds) {
        return rows.titles(sourceIds);
    }

    ActivityView view(UUID activityId) {
        var head = rows.head(activityId, false).orElseThrow(() -> new UserError("activity.unknown"));
        var campaign = campaigns.get(head.campaignId());
        var actor = Actors.current();
        var view = view(head, campaign);
        var took = view.current().cadres().stream().anyMatch(one -> one.id().equals(actor.id()));
        var area = areas.get(view.current().areaId());
        if (!took
                && !head.recordedBy().equals(actor.id())
                && !rights.oversees(campaign, head.unitId(), area.code(), actor)) {
            throw UserError.forbidden();
        }
        return view;
    }

    ActivityView view(ActivityRows.Head head, CampaignView campaign) {
        var cadres = rows.cadres(head.id());
        var given = rows.households(head.id());
        var homes = households.summaries(given.stream()
                .map(ActivityRows.InHousehold::householdId)
                .distinct()
                .toList());
        var versions = rows.versions(head.id()).stream()
                .map(version -> new ActivityView.Version(
                        version.id(),
                        version.number(),
                        version.title(),
                        version.from(),
                        version.to(),
                        version.late(),
                        version.areaId(),
                        areas.place(version.areaCode()),
                        version.words(),
                        version.participants(),
                        version.enterpriseId(),
                        version.enterprise(),
                        version.volunteers(),
                        version.amount(),
                        version.goods(),
                        version.enteredBy(),
                        version.enteredAt(),
                        version.reason(),
                        cadres.stream()
                                .filter(one -> one.versionId().equals(version.id()))
                                .map(one -> new ActivityView.Cadre(one.personId(), one.name()))
                                .toList(),
                        given.stream()
                                .filter(one -> one.versionId().equals(version.id()))
                                .filter(one -> homes.containsKey(one.householdId()))
                                .map(one -> new ActivityView.Household(
                                        homes.get(one.householdId()), one.amount(), one.goods()))
                                .toList()))
                .toList();
        var name = campaign.template().activityKinds().stream()
                .filter(kind -> kind.code().equals(head.kind()))
                .findFirst()
                .map(kind -> kind.name())
                .orElse(head.kind());
        var editable = head.state() != ActivityState.WITHDRAWN
                && Actors.find()
                        .filter(actor -> editable(head, campaign, actor))
                        .isPresent();
        return new ActivityView(
                head.id(),
                campaign.id(),
                campaign.name(),
                head.kind(),
                name,
                head.unitId(),
                units.get(head.unitId()).name(),
                head.state(),
                editable,
                head.reason(),
                versions);
    }

    /** Who recorded it, the leader of its unit and the office may correct it while the campaign runs. */
    boolean editable(ActivityRows.Head head, CampaignView campaign, Actor actor) {
        return campaign.phase() != Phase.ARCHIVED
                && (head.recordedBy().equals(actor.id())
                        || actor.has(Role.UNIT_LEADER, head.unitId())
                        || actor.has(Role.CAMPAIGN_OFFICE, campaign.hostUnitId()));
    }
}
