package cn.minqing.process.monthlyledger;

import static cn.minqing.process.monthlyledger.MonthlyLedgerProcess.CAMPAIGN_ARCHIVED;
import static cn.minqing.process.monthlyledger.MonthlyLedgerProcess.ID;
import static cn.minqing.process.monthlyledger.MonthlyLedgerProcess.LEDGER_APPROVED;
import static cn.minqing.process.monthlyledger.MonthlyLedgerProcess.LEDGER_DAY;

import cn.minqing.ledger.LedgerProcess;
import cn.minqing.process.EndOfDay;
import cn.minqing.tasklist.OpenItem;
import cn.minqing.tasklist.WorkItems;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Drives {@code monthly-ledger}. */
@Component
class EngineLedgerProcess implements LedgerProcess {
    private final RuntimeService runtime;
    private final WorkItems workItems;

    EngineLedgerProcess(RuntimeService runtime, WorkItems workItems) {
        this.runtime = runtime;
        this.workItems = workItems;
    }

    @Override
    public void start(UUID ledgerId, LocalDate ledgerDay) {
        runtime.startProcessInstanceByKey(ID, ledgerId.toString(), Map.of(LEDGER_DAY, EndOfDay.startOf(ledgerDay)));
    }

    @Override
    public void sorted(OpenItem item) {
        workItems.complete(item, Map.of());
    }

    @Override
    public void approved(OpenItem item) {
        workItems.complete(item, Map.of(LEDGER_APPROVED, true));
    }

    @Override
    public void returned(OpenItem item) {
        workItems.complete(item, Map.of(LEDGER_APPROVED, false));
    }

    @Override
    public void end(List<UUID> ledgerIds) {
        for (var ledger : ledgerIds) {
            var waiting = runtime.createExecutionQuery()
                    .processDefinitionKey(ID)
                    .processInstanceBusinessKey(ledger.toString())
                    .messageEventSubscriptionName(CAMPAIGN_ARCHIVED)
                    .singleResult();
            if (waiting != null) {
                runtime.messageEventReceived(CAMPAIGN_ARCHIVED, waiting.getId());
            }
        }
    }
}
