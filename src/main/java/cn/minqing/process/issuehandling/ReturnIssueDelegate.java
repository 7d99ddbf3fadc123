package cn.minqing.process.issuehandling;

import cn.minqing.issue.IssueSteps;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 退回原责任人: the first visitor handles it again. */
@Component
class ReturnIssueDelegate implements JavaDelegate {
    private final IssueSteps issues;
    private final ChargeVariables charges;

    ReturnIssueDelegate(IssueSteps issues, ChargeVariables charges) {
        this.issues = issues;
        this.charges = charges;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var charge = issues.resumeAfterReturn(UUID.fromString(execution.getProcessBusinessKey()));
        execution.setVariables(charges.of(charge));
    }
}
