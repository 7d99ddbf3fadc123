package cn.minqing.process.issuehandling;

import cn.minqing.issue.IssueSteps;
import cn.minqing.process.EndOfDay;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 记录当场答复: the answer given on the spot is the answer. */
@Component
class RecordOnTheSpotDelegate implements JavaDelegate {
    private final IssueSteps issues;

    RecordOnTheSpotDelegate(IssueSteps issues) {
        this.issues = issues;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var due = issues.recordOnTheSpot(UUID.fromString(execution.getProcessBusinessKey()));
        execution.setVariable(IssueHandlingProcess.SATISFACTION_DUE, EndOfDay.of(due));
    }
}
