package cn.minqing.process.issuehandling;

import cn.minqing.issue.IssueSteps;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 暂停时限: the clock stops until the promised review. */
@Component
class ParkIssueDelegate implements JavaDelegate {
    private final IssueSteps issues;

    ParkIssueDelegate(IssueSteps issues) {
        this.issues = issues;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ParkingVariables.set(execution, issues.parkIssue(UUID.fromString(execution.getProcessBusinessKey())));
    }
}
