package cn.minqing.process.supervision;

import cn.minqing.supervision.Supervision;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 催办整改: the date to rectify has passed. */
@Component
class RemindRectifierDelegate implements JavaDelegate {
    private final Supervision supervision;

    RemindRectifierDelegate(Supervision supervision) {
        this.supervision = supervision;
    }

    @Override
    public void execute(DelegateExecution execution) {
        supervision.remindRectifier(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
