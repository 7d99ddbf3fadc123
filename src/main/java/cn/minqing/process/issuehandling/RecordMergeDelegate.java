package cn.minqing.process.issuehandling;

import cn.minqing.issue.IssueSteps;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 登记合并: the other issue goes on. */
@Component
class RecordMergeDelegate implements JavaDelegate {
    private final IssueSteps issues;

    RecordMergeDelegate(IssueSteps issues) {
        this.issues = issues;
    }

    @Override
    public void execute(DelegateExecution execution) {
        issues.recordMerge(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
