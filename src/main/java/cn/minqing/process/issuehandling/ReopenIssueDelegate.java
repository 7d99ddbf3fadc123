package cn.minqing.process.issuehandling;

import cn.minqing.issue.IssueSteps;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 重新办理: nobody is satisfied yet. */
@Component
class ReopenIssueDelegate implements JavaDelegate {
    private final IssueSteps issues;
    private final ChargeVariables charges;

    ReopenIssueDelegate(IssueSteps issues, ChargeVariables charges) {
        this.issues = issues;
        this.charges = charges;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reopened = issues.reopen(UUID.fromString(execution.getProcessBusinessKey()));
        execution.setVariables(charges.of(reopened.charge()));
        execution.setVariable(IssueHandlingProcess.REOPENED_TWICE, reopened.twice());
    }
}
