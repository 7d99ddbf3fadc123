package cn.minqing.process.contacthandover;

import static cn.minqing.process.contacthandover.ContactHandoverProcess.*;

import cn.minqing.campaign.HandoverSteps;
import cn.minqing.process.EndOfDay;
import cn.minqing.tasklist.OpenItem;
import cn.minqing.tasklist.WorkItems;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Drives {@code contact-handover}. */
@Component
class EngineHandoverSteps implements HandoverSteps {
    private final RuntimeService runtime;
    private final WorkItems workItems;

    EngineHandoverSteps(RuntimeService runtime, WorkItems workItems) {
        this.runtime = runtime;
        this.workItems = workItems;
    }

    @Override
    public void requested(UUID handoverId, UUID campaignId, UUID unitId, LocalDate due) {
        runtime.startProcessInstanceByKey(
                ID,
                handoverId.toString(),
                Map.of(
                        HANDOVER_ID, handoverId.toString(),
                        CAMPAIGN_ID, campaignId.toString(),
                        UNIT_ID, unitId.toString(),
                        HANDOVER_DUE, EndOfDay.of(due)));
    }

    @Override
    public void successorNamed(OpenItem item, UUID successorId) {
        workItems.complete(item, Map.of(SUCCESSOR_ID, successorId.toString()));
    }

    @Override
    public void householdsTold(OpenItem item) {
        workItems.complete(item, Map.of());
    }

    @Override
    public void unitChanged(UUID handoverId, UUID campaignId, UUID unitId, UUID personId, LocalDate tellBy) {
        runtime.startProcessInstanceByMessage(
                UNIT_CHANGED,
                handoverId.toString(),
                Map.of(
                        HANDOVER_ID, handoverId.toString(),
                        CAMPAIGN_ID, campaignId.toString(),
                        UNIT_ID, unitId.toString(),
                        SUCCESSOR_ID, personId.toString(),
                        TELL_DUE, EndOfDay.of(tellBy)));
    }

    @Override
    public void withdrawn(UUID handoverId) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(handoverId.toString(), ID)
                .list()
                .forEach(running -> runtime.deleteProcessInstance(running.getId(), "campaign.archived"));
    }
}
