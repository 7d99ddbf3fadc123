package cn.minqing.process.issuehandling;

import cn.minqing.issue.IssueSteps;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 继续挂账: the clock stays stopped until another review. */
@Component
class ProlongParkingDelegate implements JavaDelegate {
    private final IssueSteps issues;

    ProlongParkingDelegate(IssueSteps issues) {
        this.issues = issues;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ParkingVariables.set(execution, issues.prolongParking(UUID.fromString(execution.getProcessBusinessKey())));
    }
}
