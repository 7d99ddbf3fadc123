package cn.minqing.process.disciplinebreach;

import cn.minqing.assessment.Breaches;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 记录逾期未申辩 */
@Component
class RecordUnitSilentDelegate implements JavaDelegate {
    private final Breaches breaches;

    RecordUnitSilentDelegate(Breaches breaches) {
        this.breaches = breaches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        breaches.silent(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
