package cn.minqing.process.supervision;

import cn.minqing.supervision.Supervision;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 通报批评: not rectified twice. */
@Component
class IssueCircularDelegate implements JavaDelegate {
    private final Supervision supervision;

    IssueCircularDelegate(Supervision supervision) {
        this.supervision = supervision;
    }

    @Override
    public void execute(DelegateExecution execution) {
        supervision.issueCircular(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
