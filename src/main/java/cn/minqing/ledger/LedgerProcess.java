package cn.minqing.ledger;

import cn.minqing.tasklist.OpenItem;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The process {@code monthly-ledger}, as the ledger tells it what has happened. */
public interface LedgerProcess {

    /** A ledger begins; its first day is {@code ledgerDay}. */
    void start(UUID ledgerId, LocalDate ledgerDay);

    void sorted(OpenItem item);

    void approved(OpenItem item);

    void returned(OpenItem item);

    /** The campaign is archived: what was open is frozen, nothing more is asked. */
    void end(List<UUID> ledgerIds);
}
