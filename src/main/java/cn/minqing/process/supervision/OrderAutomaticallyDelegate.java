package cn.minqing.process.supervision;

import cn.minqing.supervision.Supervision;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 自动下达督办通知: the ladder has decided. */
@Component
class OrderAutomaticallyDelegate implements JavaDelegate {
    private final Supervision supervision;

    OrderAutomaticallyDelegate(Supervision supervision) {
        this.supervision = supervision;
    }

    @Override
    public void execute(DelegateExecution execution) {
        supervision.orderAutomatically(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
