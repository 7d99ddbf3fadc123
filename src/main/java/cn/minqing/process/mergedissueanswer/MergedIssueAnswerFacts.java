package cn.minqing.process.mergedissueanswer;

import cn.minqing.issue.IssueSteps;
import cn.minqing.process.issuehandling.IssueFacts;
import cn.minqing.tasklist.WorkItemFacts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the task list shows of the task of {@code merged-issue-answer}. */
@Component
class MergedIssueAnswerFacts implements WorkItemFacts {
    private final ObjectProvider<IssueSteps> steps;

    MergedIssueAnswerFacts(ObjectProvider<IssueSteps> steps) {
        this.steps = steps;
    }

    @Override
    public String process() {
        return MergedIssueAnswerProcess.ID;
    }

    @Override
    public Facts of(Task task) {
        return IssueFacts.of(steps.getObject(), task);
    }
}
