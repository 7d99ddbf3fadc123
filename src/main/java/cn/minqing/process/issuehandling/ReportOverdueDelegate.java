package cn.minqing.process.issuehandling;

import cn.minqing.issue.IssueSteps;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 超期报领导: the deadline has passed. */
@Component
class ReportOverdueDelegate implements JavaDelegate {
    private final IssueSteps issues;

    ReportOverdueDelegate(IssueSteps issues) {
        this.issues = issues;
    }

    @Override
    public void execute(DelegateExecution execution) {
        issues.askLadder(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
