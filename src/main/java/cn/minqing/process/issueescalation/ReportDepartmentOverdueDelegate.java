package cn.minqing.process.issueescalation;

import cn.minqing.issue.IssueSteps;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 部门超期提醒: the department is late. */
@Component
class ReportDepartmentOverdueDelegate implements JavaDelegate {
    private final IssueSteps issues;

    ReportDepartmentOverdueDelegate(IssueSteps issues) {
        this.issues = issues;
    }

    @Override
    public void execute(DelegateExecution execution) {
        issues.askLadder(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
