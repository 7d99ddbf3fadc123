package cn.minqing.process.contacthandover;

import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Handovers;
import cn.minqing.organization.People;
import cn.minqing.organization.Units;
import cn.minqing.tasklist.WorkItemFacts;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the task list shows of the tasks of {@code contact-handover}. */
@Component
class ContactHandoverFacts implements WorkItemFacts {
    private final ObjectProvider<Handovers> handovers;
    private final ObjectProvider<Campaigns> campaigns;
    private final People people;
    private final Units units;

    ContactHandoverFacts(
            ObjectProvider<Handovers> handovers, ObjectProvider<Campaigns> campaigns, People people, Units units) {
        this.handovers = handovers;
        this.campaigns = campaigns;
        this.people = people;
        this.units = units;
    }

    @Override
    public String process() {
        return ContactHandoverProcess.ID;
    }

    @Override
    public Facts of(Task task) {
        var handover = handovers.getObject().get(UUID.fromString(task.businessKey()));
        var campaign = campaigns.getObject().get(handover.campaignId());
        return new Facts(
                task.role() == null ? null : handover.unitId(),
                campaign.id(),
                null,
                campaign.areaCode(),
                "HANDOVER",
                handover.id(),
                people.get(handover.fromPerson()).name(),
                units.get(handover.unitId()).name());
    }
}
