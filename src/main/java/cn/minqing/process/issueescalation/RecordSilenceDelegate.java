package cn.minqing.process.issueescalation;

import cn.minqing.issue.IssueSteps;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 视为受理并提醒: nobody said anything in time. */
@Component
class RecordSilenceDelegate implements JavaDelegate {
    private final IssueSteps issues;

    RecordSilenceDelegate(IssueSteps issues) {
        this.issues = issues;
    }

    @Override
    public void execute(DelegateExecution execution) {
        issues.recordSilence(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
