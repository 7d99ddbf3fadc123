package cn.minqing.process.monthlyledger;

/** Names the model {@code monthly-ledger} uses. */
public final class MonthlyLedgerProcess {
    public static final String ID = "monthly-ledger";

    public static final String LEDGER_DAY = "ledgerDay";
    public static final String LEDGER_DUE = "ledgerDue";
    public static final String DEEDS_ROLE = "deedsRole";
    public static final String LEDGER_APPROVED = "ledgerApproved";
    public static final String CAMPAIGN_ARCHIVED = "minqing.campaignArchived";

    private MonthlyLedgerProcess() {}
}
