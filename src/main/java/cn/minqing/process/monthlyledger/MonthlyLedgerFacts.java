package cn.minqing.process.monthlyledger;

import cn.minqing.ledger.Ledgers;
import cn.minqing.organization.Role;
import cn.minqing.tasklist.WorkItemFacts;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the task list shows of the tasks of {@code monthly-ledger}: the town's leader holds the role in the town. */
@Component
class MonthlyLedgerFacts implements WorkItemFacts {
    private final ObjectProvider<Ledgers> ledgers;

    MonthlyLedgerFacts(ObjectProvider<Ledgers> ledgers) {
        this.ledgers = ledgers;
    }

    @Override
    public String process() {
        return MonthlyLedgerProcess.ID;
    }

    @Override
    public Facts of(Task task) {
        var ledger = ledgers.getObject().subject(UUID.fromString(task.businessKey()));
        var ofTown = Role.TOWN_LEADER.code().equals(task.role());
        return new Facts(
                ofTown ? ledger.areaId() : ledger.hostUnitId(),
                ledger.campaignId(),
                null,
                ledger.areaCode(),
                "LEDGER",
                ledger.id(),
                ledger.areaName() + " " + ledger.month(),
                ledger.campaignName());
    }
}
