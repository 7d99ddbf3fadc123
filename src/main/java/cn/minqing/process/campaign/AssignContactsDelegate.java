package cn.minqing.process.campaign;

import cn.minqing.campaign.Assignments;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 按规则分配联系户 */
@Component
class AssignContactsDelegate implements JavaDelegate {
    private final Assignments assignments;

    AssignContactsDelegate(Assignments assignments) {
        this.assignments = assignments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        assignments.assign(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
