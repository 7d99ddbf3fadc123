package cn.minqing.process.issuehandling;

import static cn.minqing.process.issueescalation.IssueEscalationProcess.ACCEPTANCE_DUE;
import static cn.minqing.process.issueescalation.IssueEscalationProcess.ESCALATION_OUTCOME;
import static cn.minqing.process.issueescalation.IssueEscalationProcess.LEVEL_DECISION;
import static cn.minqing.process.issuehandling.IssueHandlingProcess.*;

import cn.minqing.issue.IssueProcess;
import cn.minqing.issue.IssueTasks;
import cn.minqing.issue.Route;
import cn.minqing.process.EndOfDay;
import cn.minqing.process.issueescalation.IssueEscalationProcess;
import cn.minqing.process.issueescalation.LevelVariables;
import cn.minqing.process.mergedissueanswer.MergedIssueAnswerProcess;
import cn.minqing.tasklist.OpenItem;
import cn.minqing.tasklist.WorkItems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Drives {@code issue-handling} and the {@code issue-escalation} it calls. */
@Component
class EngineIssueProcess implements IssueProcess {
    /** Tasks that are due when the issue is. */
    private static final String[] DUE_WITH_THE_ISSUE = {
        IssueTasks.HANDLE,
        IssueTasks.EXPLAIN,
        IssueTasks.HANDLE_AT_LEVEL,
        IssueTasks.HANDLE_BY_DEPARTMENT,
        IssueTasks.REPORT_PART
    };

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final WorkItems workItems;
    private final ChargeVariables charges;

    EngineIssueProcess(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            WorkItems workItems,
            ChargeVariables charges) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.workItems = workItems;
        this.charges = charges;
    }

    @Override
    public void start(Start start) {
        var variables = new HashMap<String, @Nullable Object>(charges.of(start.charge()));
        variables.putAll(DecisionTableTriage.variables(start.facts()));
        variables.put(ISSUE_ID, start.issueId().toString());
        variables.put(CAMPAIGN_ID, start.campaignId().toString());
        variables.put(
                HOUSEHOLD_ID,
                start.householdId() == null ? null : start.householdId().toString());
        variables.put(FIRST_VISITOR_ID, start.firstVisitorId().toString());
        variables.put(ROUTE, start.route() == null ? null : start.route().name());
        variables.put(TRIAGE_CONFIRMED, start.route() != null);
        variables.put(TRIAGE_DUE, EndOfDay.of(start.triageDue()));
        runtime.startProcessInstanceByKey(ID, start.issueId().toString(), variables);
    }

    @Override
    public void triageConfirmed(OpenItem item, Route route, Charge charge) {
        var variables = new HashMap<>(charges.of(charge));
        variables.put(ROUTE, route.name());
        workItems.complete(item, variables);
    }

    @Override
    public void handled(OpenItem item, LocalDate feedbackDue) {
        workItems.complete(item, Map.of(HANDLING_OUTCOME, "HANDLED", FEEDBACK_DUE, EndOfDay.of(feedbackDue)));
    }

    @Override
    public void sentUp(OpenItem item, String level) {
        workItems.complete(item, Map.of(HANDLING_OUTCOME, "SEND_UP", ISSUE_LEVEL, level));
    }

    @Override
    public void levelAccepted(OpenItem item) {
        workItems.complete(item, Map.of(LEVEL_DECISION, "ACCEPT"));
    }

    @Override
    public void levelReturned(OpenItem item) {
        workItems.complete(item, Map.of(LEVEL_DECISION, "RETURN", ESCALATION_OUTCOME, "RETURNED"));
    }

    @Override
    public void levelDelegated(OpenItem item) {
        workItems.complete(item, Map.of(LEVEL_DECISION, "DELEGATE"));
    }

    @Override
    public void levelSentUp(OpenItem item) {
        var decision = item.element().equals(IssueTasks.ACCEPT) ? LEVEL_DECISION : HANDLING_OUTCOME;
        workItems.complete(item, Map.of(decision, "SEND_UP", ESCALATION_OUTCOME, "SENT_UP"));
    }

    @Override
    public void levelHandled(OpenItem item, LocalDate feedbackDue) {
        runtime.setVariable(instance(item.subjectId()), FEEDBACK_DUE, EndOfDay.of(feedbackDue));
        workItems.complete(item, Map.of(HANDLING_OUTCOME, "HANDLED", ESCALATION_OUTCOME, "HANDLED"));
    }

    @Override
    public void departmentObjected(OpenItem item, LocalDate acceptanceDue) {
        workItems.complete(item, Map.of(HANDLING_OUTCOME, "OBJECT", ACCEPTANCE_DUE, EndOfDay.of(acceptanceDue)));
    }

    @Override
    public void told(OpenItem item, LocalDate satisfactionDue) {
        workItems.complete(item, Map.of(SATISFACTION_DUE, EndOfDay.of(satisfactionDue)));
    }

    @Override
    public void satisfied(OpenItem item, String closingRole, LocalDate closingDue) {
        workItems.complete(
                item, Map.of(SATISFIED, true, CLOSING_ROLE, closingRole, CLOSING_DUE, EndOfDay.of(closingDue)));
    }

    @Override
    public void dissatisfied(OpenItem item) {
        workItems.complete(item, Map.of(SATISFIED, false));
    }

    @Override
    public void closureDecided(OpenItem item, boolean granted) {
        workItems.complete(item, Map.of(CLOSURE_GRANTED, granted));
    }

    @Override
    public void answeredTogether(UUID issueId, LocalDate feedbackDue) {
        runtime.createMessageCorrelation(ANSWERED_TOGETHER)
                .processInstanceId(instance(issueId))
                .setVariable(FEEDBACK_DUE, EndOfDay.of(feedbackDue))
                .correlate();
    }

    @Override
    public void raised(UUID issueId) {
        runtime.createMessageCorrelation(HANDLING_RAISED)
                .processInstanceBusinessKey(issueId.toString())
                .setVariable(ESCALATION_OUTCOME, "SENT_UP")
                .correlate();
    }

    @Override
    public void tellMerged(UUID issueId, UUID campaignId, UUID firstVisitorId, LocalDate feedbackDue) {
        runtime.startProcessInstanceByKey(
                MergedIssueAnswerProcess.ID,
                issueId.toString(),
                Map.of(
                        ISSUE_ID, issueId.toString(),
                        CAMPAIGN_ID, campaignId.toString(),
                        FIRST_VISITOR_ID, firstVisitorId.toString(),
                        FEEDBACK_DUE, EndOfDay.of(feedbackDue)));
    }

    @Override
    public void mergedTold(OpenItem item) {
        workItems.complete(item, Map.of());
    }

    @Override
    public void extensionRequested(UUID issueId, String approverRole, LocalDate decisionDue) {
        request(issueId, EXTENSION_REQUESTED, approverRole, decisionDue);
    }

    @Override
    public void extensionDecided(OpenItem item, boolean granted) {
        workItems.complete(item, Map.of(EXTENSION_APPROVED, granted));
    }

    @Override
    public void parkingRequested(UUID issueId, String approverRole, LocalDate decisionDue) {
        request(issueId, PARKING_REQUESTED, approverRole, decisionDue);
    }

    @Override
    public void parkingDecided(OpenItem item, boolean granted) {
        workItems.complete(item, Map.of(PARKING_APPROVED, granted));
    }

    @Override
    public void parkingTold(OpenItem item) {
        workItems.complete(item, Map.of());
    }

    @Override
    public void parkingReviewed(OpenItem item, boolean continues) {
        workItems.complete(item, Map.of(PARKING_CONTINUES, continues));
    }

    @Override
    public void parkingLifted(UUID issueId) {
        tell(instance(issueId), PARKING_LIFTED);
    }

    @Override
    public void requestLapsed(UUID issueId) {
        tell(instance(issueId), REQUEST_LAPSED);
    }

    @Override
    public void withdrawn(UUID issueId) {
        tell(instance(issueId), ISSUE_WITHDRAWN);
    }

    @Override
    public void merged(UUID issueId) {
        tell(instance(issueId), ISSUE_MERGED);
    }

    @Override
    public void coHandlersNamed(UUID issueId, List<UUID> unitIds) {
        var level = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(issueId.toString(), IssueEscalationProcess.ID)
                .singleResult()
                .getId();
        runtime.createMessageCorrelation(IssueEscalationProcess.CO_HANDLERS_NAMED)
                .processInstanceId(level)
                .setVariable(
                        IssueEscalationProcess.CO_UNIT_IDS,
                        new ArrayList<>(unitIds.stream().map(UUID::toString).toList()))
                .correlate();
    }

    @Override
    public void partReported(OpenItem item) {
        workItems.complete(item, Map.of());
    }

    @Override
    public void rescheduled(UUID issueId, LocalDate due, LocalDate dueSoon, @Nullable LocalDate acceptanceDue) {
        var end = EndOfDay.of(due);
        for (var instance : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(issueId.toString())
                .list()) {
            var id = instance.getId();
            var level = instance.getProcessDefinitionId().startsWith(IssueEscalationProcess.ID + ":");
            if (level) {
                runtime.setVariables(id, LevelVariables.due(due));
            } else {
                runtime.setVariables(id, charges.due(due, dueSoon));
            }
            move(id, "timer_dueSoon", EndOfDay.startOf(dueSoon));
            move(id, "timer_overdue", EndOfDay.over(due));
            move(id, "timer_levelOverdue", EndOfDay.over(due));
            move(id, "timer_departmentOverdue", EndOfDay.over(due));
            for (var task : tasks.createTaskQuery()
                    .processInstanceId(id)
                    .taskDefinitionKeyIn(DUE_WITH_THE_ISSUE)
                    .list()) {
                tasks.setDueDate(task.getId(), end);
            }
            if (level && acceptanceDue != null) {
                runtime.setVariable(id, ACCEPTANCE_DUE, EndOfDay.of(acceptanceDue));
                move(id, "timer_acceptanceOverdue", EndOfDay.of(acceptanceDue));
                for (var task : tasks.createTaskQuery()
                        .processInstanceId(id)
                        .taskDefinitionKey(IssueTasks.ACCEPT)
                        .list()) {
                    tasks.setDueDate(task.getId(), EndOfDay.of(acceptanceDue));
                }
            }
        }
    }

    private void move(String instance, String timer, Date due) {
        for (var job : management
                .createJobQuery()
                .processInstanceId(instance)
                .activityId(timer)
                .list()) {
            management.setJobDuedate(job.getId(), due, false);
        }
    }

    private void request(UUID issueId, String message, String approverRole, LocalDate decisionDue) {
        runtime.createMessageCorrelation(message)
                .processInstanceId(instance(issueId))
                .setVariable(APPROVER_ROLE, approverRole)
                .setVariable(APPROVAL_DUE, EndOfDay.of(decisionDue))
                .correlate();
    }

    private void tell(String instance, String message) {
        runtime.createMessageCorrelation(message).processInstanceId(instance).correlate();
    }

    @Override
    public void handOver(List<UUID> issueIds, UUID from, UUID to) {
        for (var issueId : issueIds) {
            var instance = instance(issueId);
            runtime.setVariable(instance, FIRST_VISITOR_ID, to.toString());
            if (from.toString().equals(runtime.getVariable(instance, HANDLER_ID))) {
                runtime.setVariable(instance, HANDLER_ID, to.toString());
            }
        }
    }

    private String instance(UUID issueId) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(issueId.toString(), ID)
                .singleResult()
                .getId();
    }
}
