package cn.minqing.process.campaign;

import cn.minqing.campaign.RunningVisits;
import cn.minqing.process.EndOfDay;
import cn.minqing.visit.Visits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Finds the running {@code household-visit} cases of a campaign. */
@Component
class EngineRunningVisits implements RunningVisits {
    private static final String HOUSEHOLD_VISIT = "household-visit";
    private static final String VISIT_CANCELLED = "minqing.visitCancelled";
    private static final String VISIT_TASK = "userTask_visitHousehold";
    private static final String VISIT_DUE = "visitDue";
    private static final int PAGE = 1000;

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Visits visits;

    EngineRunningVisits(RuntimeService runtime, TaskService tasks, Visits visits) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.visits = visits;
    }

    @Override
    public List<UUID> contactsWithoutFile(UUID campaignId) {
        return visits.contactsWithoutFile(campaignId);
    }

    @Override
    public Set<UUID> unfinished(UUID campaignId) {
        var contacts = new HashSet<UUID>();
        running(campaignId).forEach(found -> contacts.add(UUID.fromString(found.getBusinessKey())));
        return contacts;
    }

    @Override
    public void postpone(UUID contactId, LocalDate due) {
        var end = EndOfDay.of(due);
        for (var visit : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(contactId.toString(), HOUSEHOLD_VISIT)
                .list()) {
            runtime.setVariable(visit.getId(), VISIT_DUE, end);
        }
        for (var task : tasks.createTaskQuery()
                .processInstanceBusinessKey(contactId.toString())
                .taskDefinitionKey(VISIT_TASK)
                .list()) {
            task.setDueDate(end);
            tasks.saveTask(task);
        }
    }

    @Override
    public int cancelAll(UUID campaignId, String reason) {
        var open = running(campaignId);
        for (var visit : open) {
            runtime.createMessageCorrelation(VISIT_CANCELLED)
                    .processInstanceId(visit.getId())
                    .correlate();
        }
        return open.size();
    }

    private List<ProcessInstance> running(UUID campaignId) {
        var found = new ArrayList<ProcessInstance>();
        List<ProcessInstance> page;
        do {
            page = runtime.createProcessInstanceQuery()
                    .processDefinitionKey(HOUSEHOLD_VISIT)
                    .variableValueEquals(CampaignProcess.CAMPAIGN_ID, campaignId.toString())
                    .orderByProcessInstanceId()
                    .asc()
                    .listPage(found.size(), PAGE);
            found.addAll(page);
        } while (page.size() == PAGE);
        return found;
    }
}
