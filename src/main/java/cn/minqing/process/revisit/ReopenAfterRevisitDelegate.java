package cn.minqing.process.revisit;

import cn.minqing.supervision.Revisits;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 重新办理: the claim was not confirmed. */
@Component
class ReopenAfterRevisitDelegate implements JavaDelegate {
    private final Revisits revisits;

    ReopenAfterRevisitDelegate(Revisits revisits) {
        this.revisits = revisits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        revisits.reopen(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
