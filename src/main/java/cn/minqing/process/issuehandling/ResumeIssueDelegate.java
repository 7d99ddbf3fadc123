package cn.minqing.process.issuehandling;

import cn.minqing.issue.IssueSteps;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 恢复办理: the clock counts again. */
@Component
class ResumeIssueDelegate implements JavaDelegate {
    private final IssueSteps issues;

    ResumeIssueDelegate(IssueSteps issues) {
        this.issues = issues;
    }

    @Override
    public void execute(DelegateExecution execution) {
        issues.resumeIssue(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
