package cn.minqing.process.householdvisit;

import static cn.minqing.process.householdvisit.HouseholdVisitProcess.CAMPAIGN_ID;
import static cn.minqing.process.householdvisit.HouseholdVisitProcess.CONTACT_ID;
import static cn.minqing.process.householdvisit.HouseholdVisitProcess.HOUSEHOLD_ID;

import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Contacts;
import cn.minqing.household.HouseholdSummary;
import cn.minqing.household.Households;
import cn.minqing.tasklist.WorkItemFacts;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the task list shows of the tasks of {@code household-visit}. */
@Component
class HouseholdVisitFacts implements WorkItemFacts {
    private final ObjectProvider<Households> households;
    private final ObjectProvider<Contacts> contacts;
    private final ObjectProvider<Campaigns> campaigns;

    /** Households of the chunk that this thread starts now: one select for all of them instead of one each. */
    private final ThreadLocal<Map<UUID, HouseholdSummary>> known = ThreadLocal.withInitial(Map::of);

    HouseholdVisitFacts(
            ObjectProvider<Households> households,
            ObjectProvider<Contacts> contacts,
            ObjectProvider<Campaigns> campaigns) {
        this.households = households;
        this.contacts = contacts;
        this.campaigns = campaigns;
    }

    @Override
    public String process() {
        return HouseholdVisitProcess.ID;
    }

    /** Does something for which these households need not be looked up. */
    void knowing(Map<UUID, HouseholdSummary> summaries, Runnable action) {
        known.set(summaries);
        try {
            action.run();
        } finally {
            known.remove();
        }
    }

    @Override
    public Facts of(Task task) {
        var contactId = task.id(CONTACT_ID);
        var campaignId = task.id(CAMPAIGN_ID);
        var householdId = task.id(HOUSEHOLD_ID);
        var summary = known.get().get(householdId);
        var household = summary == null ? households.getObject().summary(householdId) : summary;
        return new Facts(
                scope(task.element(), contactId, campaignId),
                campaignId,
                householdId,
                household.groupCode(),
                "CONTACT",
                contactId,
                household.headName(),
                household.place());
    }

    private @Nullable UUID scope(String element, UUID contactId, UUID campaignId) {
        return switch (element) {
            case "userTask_approveStrikeOff" ->
                contacts.getObject().get(contactId).unitId();
            case "userTask_spotCheck" -> campaigns.getObject().get(campaignId).hostUnitId();
            default -> null;
        };
    }
}
