package cn.minqing.process.issuehandling;

import cn.minqing.issue.IssueSteps;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 上报上一级: the next level gets it. */
@Component
class RaiseLevelDelegate implements JavaDelegate {
    private final IssueSteps issues;

    RaiseLevelDelegate(IssueSteps issues) {
        this.issues = issues;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var level = issues.raiseLevel(UUID.fromString(execution.getProcessBusinessKey()));
        execution.setVariable(IssueHandlingProcess.ISSUE_LEVEL, level.name());
    }
}
