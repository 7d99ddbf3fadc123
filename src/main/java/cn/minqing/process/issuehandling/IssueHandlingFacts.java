package cn.minqing.process.issuehandling;

import cn.minqing.issue.IssueSteps;
import cn.minqing.tasklist.WorkItemFacts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the task list shows of the tasks of {@code issue-handling}. */
@Component
class IssueHandlingFacts implements WorkItemFacts {
    private final ObjectProvider<IssueSteps> steps;

    IssueHandlingFacts(ObjectProvider<IssueSteps> steps) {
        this.steps = steps;
    }

    @Override
    public String process() {
        return IssueHandlingProcess.ID;
    }

    @Override
    public Facts of(Task task) {
        return IssueFacts.of(steps.getObject(), task);
    }
}
