package cn.minqing.process.issueescalation;

import cn.minqing.issue.IssueSteps;
import cn.minqing.organization.AreaLevel;
import cn.minqing.process.EndOfDay;
import cn.minqing.process.issuehandling.IssueHandlingProcess;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 登记本级接收: the level has the issue and its own clock. */
@Component
class OpenLevelDelegate implements JavaDelegate {
    private final IssueSteps issues;

    OpenLevelDelegate(IssueSteps issues) {
        this.issues = issues;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var level = AreaLevel.valueOf((String) execution.getVariable(IssueHandlingProcess.ISSUE_LEVEL));
        var opened = issues.openLevel(UUID.fromString(execution.getProcessBusinessKey()), level);
        execution.setVariable(IssueEscalationProcess.LEVEL_ROLE, opened.role());
        execution.setVariable(IssueEscalationProcess.ACCEPTANCE_DUE, EndOfDay.of(opened.acceptanceDue()));
        execution.setVariables(LevelVariables.due(opened.levelDue()));
    }
}
