package cn.minqing.process.monthlyledger;

import cn.minqing.ledger.LedgerSteps;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 封存末期台账 */
@Component
class FreezeLastLedgerDelegate implements JavaDelegate {
    private final LedgerSteps ledgers;

    FreezeLastLedgerDelegate(LedgerSteps ledgers) {
        this.ledgers = ledgers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ledgers.freezeLast(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
