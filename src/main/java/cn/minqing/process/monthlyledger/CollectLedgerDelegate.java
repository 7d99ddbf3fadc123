package cn.minqing.process.monthlyledger;

import cn.minqing.ledger.LedgerSteps;
import cn.minqing.process.EndOfDay;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 汇总本月台账 */
@Component
class CollectLedgerDelegate implements JavaDelegate {
    private final LedgerSteps ledgers;

    CollectLedgerDelegate(LedgerSteps ledgers) {
        this.ledgers = ledgers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var collected = ledgers.collect(UUID.fromString(execution.getProcessBusinessKey()));
        execution.setVariable(MonthlyLedgerProcess.LEDGER_DUE, EndOfDay.of(collected.due()));
        execution.setVariable(
                MonthlyLedgerProcess.DEEDS_ROLE, collected.deedsRole().code());
    }
}
