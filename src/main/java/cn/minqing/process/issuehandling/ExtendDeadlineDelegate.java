package cn.minqing.process.issuehandling;

import cn.minqing.issue.IssueSteps;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 顺延期限: the granted days are added. */
@Component
class ExtendDeadlineDelegate implements JavaDelegate {
    private final IssueSteps issues;

    ExtendDeadlineDelegate(IssueSteps issues) {
        this.issues = issues;
    }

    @Override
    public void execute(DelegateExecution execution) {
        issues.extendDeadline(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
