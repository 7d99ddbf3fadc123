package cn.minqing.process.campaign;

import cn.minqing.campaign.Campaigns;
import cn.minqing.organization.Areas;
import cn.minqing.organization.Units;
import cn.minqing.tasklist.WorkItemFacts;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the task list shows of the tasks of {@code campaign}: the host unit's, but for what each unit confirms itself. */
@Component
class CampaignFacts implements WorkItemFacts {
    private static final String OF_EACH_UNIT = "userTask_confirmContacts";

    private final ObjectProvider<Campaigns> campaigns;
    private final Units units;
    private final Areas areas;

    CampaignFacts(ObjectProvider<Campaigns> campaigns, Units units, Areas areas) {
        this.campaigns = campaigns;
        this.units = units;
        this.areas = areas;
    }

    @Override
    public String process() {
        return CampaignProcess.ID;
    }

    @Override
    public Facts of(Task task) {
        var campaign = campaigns.getObject().get(UUID.fromString(task.businessKey()));
        var ofUnit = task.element().equals(OF_EACH_UNIT);
        var scope = ofUnit ? task.id(CampaignProcess.UNIT_ID) : campaign.hostUnitId();
        var place = areas.place(campaign.areaCode());
        return new Facts(
                scope,
                campaign.id(),
                null,
                campaign.areaCode(),
                "CAMPAIGN",
                campaign.id(),
                campaign.name(),
                ofUnit ? units.get(scope).name() + " · " + place : place);
    }
}
