package cn.minqing.process.issuehandling;

import cn.minqing.issue.IssueSteps;
import cn.minqing.issue.IssueTasks;
import cn.minqing.process.issueescalation.IssueEscalationProcess;
import cn.minqing.tasklist.WorkItemFacts.Facts;
import cn.minqing.tasklist.WorkItemFacts.Task;

/** Both processes of an issue show it alike. */
public final class IssueFacts {
    private IssueFacts() {}

    public static Facts of(IssueSteps steps, Task task) {
        var issueId = task.id(IssueHandlingProcess.ISSUE_ID);
        var unit = task.element().equals(IssueTasks.REPORT_PART) ? task.id(IssueEscalationProcess.CO_UNIT_ID) : null;
        var facts = steps.taskFacts(issueId, task.element(), task.role(), unit);
        return new Facts(
                facts.scopeId(),
                facts.campaignId(),
                facts.householdId(),
                facts.areaCode(),
                "ISSUE",
                issueId,
                facts.subject(),
                facts.place(),
                facts.colour());
    }
}
