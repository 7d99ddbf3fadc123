package cn.minqing.process.monthlyledger;

import cn.minqing.ledger.LedgerSteps;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 公示 */
@Component
class PublishLedgerDelegate implements JavaDelegate {
    private final LedgerSteps ledgers;

    PublishLedgerDelegate(LedgerSteps ledgers) {
        this.ledgers = ledgers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ledgers.publish(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
