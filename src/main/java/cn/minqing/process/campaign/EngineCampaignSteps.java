package cn.minqing.process.campaign;

import static cn.minqing.process.campaign.CampaignProcess.*;

import cn.minqing.campaign.CampaignSteps;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Phase;
import cn.minqing.process.EndOfDay;
import cn.minqing.tasklist.OpenItem;
import cn.minqing.tasklist.WorkItems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Drives {@code campaign}. */
@Component
class EngineCampaignSteps implements CampaignSteps {
    private final RuntimeService runtime;
    private final WorkItems workItems;

    EngineCampaignSteps(RuntimeService runtime, WorkItems workItems) {
        this.runtime = runtime;
        this.workItems = workItems;
    }

    @Override
    public void launched(CampaignView campaign) {
        var variables = new HashMap<String, Object>(dates(campaign));
        variables.put(CAMPAIGN_ID, campaign.id().toString());
        variables.put(MOBILIZATION_END, endOf(campaign, Phase.MOBILIZATION));
        variables.put(IMPLEMENTATION_START, MorningOf.date(campaign.implementationStart()));
        variables.put(REMEDIAL, false);
        variables.put(POLLED, campaign.template().poll() != null);
        runtime.startProcessInstanceByKey(ID, campaign.id().toString(), variables);
    }

    @Override
    public void planSubmitted(OpenItem item) {
        workItems.complete(item, Map.of());
    }

    @Override
    public void planApproved(OpenItem item) {
        workItems.complete(item, Map.of(PLAN_APPROVED, true));
    }

    @Override
    public void planReturned(OpenItem item) {
        workItems.complete(item, Map.of(PLAN_APPROVED, false));
    }

    @Override
    public void meetingRecorded(OpenItem item) {
        workItems.complete(item, Map.of());
    }

    @Override
    public void contactsAdjusted(OpenItem item, List<UUID> unitIds) {
        workItems.complete(item, Map.of(UNIT_IDS, texts(unitIds), CONTACTS_CONFIRMED, true));
    }

    @Override
    public void unitAnswered(OpenItem item, boolean noneObjected) {
        workItems.complete(item, Map.of(CONTACTS_CONFIRMED, noneObjected));
    }

    @Override
    public void batchesPlanned(OpenItem item, List<UUID> batchIds) {
        workItems.complete(item, Map.of(BATCH_IDS, texts(batchIds)));
    }

    @Override
    public boolean coverageCompleted(UUID campaignId) {
        var waiting = runtime.createExecutionQuery()
                .processDefinitionKey(ID)
                .processInstanceBusinessKey(campaignId.toString())
                .messageEventSubscriptionName(COVERAGE_COMPLETED)
                .singleResult();
        if (waiting == null) {
            return false;
        }
        runtime.messageEventReceived(COVERAGE_COMPLETED, waiting.getId());
        return true;
    }

    @Override
    public void accepted(OpenItem item, boolean standing) {
        workItems.complete(item, Map.of(ACCEPTED, true, STANDING, standing));
    }

    @Override
    public void remedialOrdered(OpenItem item, CampaignView campaign, List<UUID> unitIds) {
        var variables = new HashMap<String, Object>(dates(campaign));
        variables.put(ACCEPTED, false);
        variables.put(REMEDIAL, true);
        // a period is polled once
        variables.put(POLLED, false);
        variables.put(UNIT_IDS, texts(unitIds));
        workItems.complete(item, variables);
    }

    static Map<String, Date> dates(CampaignView campaign) {
        return Map.of(
                IMPLEMENTATION_END,
                endOf(campaign, Phase.IMPLEMENTATION),
                ACCEPTANCE_END,
                endOf(campaign, Phase.ACCEPTANCE));
    }

    private static Date endOf(CampaignView campaign, Phase phase) {
        LocalDate last = campaign.dates().lastDayOf(phase);
        return EndOfDay.of(last);
    }

    static List<String> texts(List<UUID> ids) {
        return new ArrayList<>(ids.stream().map(UUID::toString).toList());
    }
}
