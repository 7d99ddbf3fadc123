package cn.minqing.process.issuehandling;

import cn.minqing.issue.IssueSteps;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 提醒承办人: two workdays are left. */
@Component
class RemindHandlerDelegate implements JavaDelegate {
    private final IssueSteps issues;

    RemindHandlerDelegate(IssueSteps issues) {
        this.issues = issues;
    }

    @Override
    public void execute(DelegateExecution execution) {
        issues.askLadder(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
