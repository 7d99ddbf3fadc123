package cn.minqing.process.issueescalation;

import cn.minqing.issue.IssueSteps;
import cn.minqing.process.issuehandling.IssueFacts;
import cn.minqing.tasklist.WorkItemFacts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the task list shows of the tasks of {@code issue-escalation}. */
@Component
class IssueEscalationFacts implements WorkItemFacts {
    private final ObjectProvider<IssueSteps> steps;

    IssueEscalationFacts(ObjectProvider<IssueSteps> steps) {
        this.steps = steps;
    }

    @Override
    public String process() {
        return IssueEscalationProcess.ID;
    }

    @Override
    public Facts of(Task task) {
        return IssueFacts.of(steps.getObject(), task);
    }
}
