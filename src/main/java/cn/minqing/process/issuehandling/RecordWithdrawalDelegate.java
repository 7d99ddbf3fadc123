package cn.minqing.process.issuehandling;

import cn.minqing.issue.IssueSteps;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 登记撤回: nobody works on it any more. */
@Component
class RecordWithdrawalDelegate implements JavaDelegate {
    private final IssueSteps issues;

    RecordWithdrawalDelegate(IssueSteps issues) {
        this.issues = issues;
    }

    @Override
    public void execute(DelegateExecution execution) {
        issues.recordWithdrawal(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
