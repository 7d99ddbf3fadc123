package cn.minqing.process.issueescalation;

import cn.minqing.issue.IssueSteps;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 超期提醒: the level is late. */
@Component
class ReportLevelOverdueDelegate implements JavaDelegate {
    private final IssueSteps issues;

    ReportLevelOverdueDelegate(IssueSteps issues) {
        this.issues = issues;
    }

    @Override
    public void execute(DelegateExecution execution) {
        issues.askLadder(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
