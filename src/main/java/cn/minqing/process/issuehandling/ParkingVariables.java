package cn.minqing.process.issuehandling;

import cn.minqing.issue.IssueSteps.Parked;
import cn.minqing.process.EndOfDay;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Until when an issue is parked, as the model's variables. */
final class ParkingVariables {
    private ParkingVariables() {}

    static void set(DelegateExecution execution, Parked parked) {
        execution.setVariable(IssueHandlingProcess.REVIEW_FROM, EndOfDay.startOf(parked.reviewOn()));
        execution.setVariable(IssueHandlingProcess.REVIEW_DUE, EndOfDay.of(parked.reviewOn()));
        execution.setVariable(IssueHandlingProcess.TELL_PARKING_DUE, EndOfDay.of(parked.tellDue()));
        execution.setVariable(IssueHandlingProcess.PARKING_APPROVER_ROLE, parked.approverRole());
    }
}
