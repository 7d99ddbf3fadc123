package cn.minqing.process.bulletin;

import cn.minqing.bulletin.Bulletins;
import cn.minqing.campaign.Campaigns;
import cn.minqing.tasklist.WorkItemFacts;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the task list shows of the tasks of {@code bulletin}. */
@Component
class BulletinFacts implements WorkItemFacts {
    private final ObjectProvider<Bulletins> bulletins;
    private final ObjectProvider<Campaigns> campaigns;

    BulletinFacts(ObjectProvider<Bulletins> bulletins, ObjectProvider<Campaigns> campaigns) {
        this.bulletins = bulletins;
        this.campaigns = campaigns;
    }

    @Override
    public String process() {
        return BulletinModel.ID;
    }

    @Override
    public Facts of(Task task) {
        var bulletin = bulletins.getObject().forTask(UUID.fromString(task.businessKey()));
        var campaign = campaigns.getObject().get(bulletin.campaignId());
        return new Facts(
                bulletin.hostUnitId(),
                campaign.id(),
                null,
                campaign.areaCode(),
                "BULLETIN",
                bulletin.id(),
                bulletin.title(),
                campaign.name());
    }
}
