package cn.minqing.process.monthlyledger;

import cn.minqing.ledger.LedgerSteps;
import cn.minqing.process.EndOfDay;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 封存 */
@Component
class FreezeLedgerDelegate implements JavaDelegate {
    private final LedgerSteps ledgers;

    FreezeLedgerDelegate(LedgerSteps ledgers) {
        this.ledgers = ledgers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var next = ledgers.freeze(UUID.fromString(execution.getProcessBusinessKey()));
        execution.setVariable(MonthlyLedgerProcess.LEDGER_DAY, EndOfDay.startOf(next));
    }
}
