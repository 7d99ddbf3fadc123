package cn.minqing.process.unitsummary;

/** Names the model {@code unit-summary} uses. */
public final class UnitSummaryProcess {
    public static final String ID = "unit-summary";

    public static final String CAMPAIGN_ID = "campaignId";
    public static final String UNIT_ID = "unitId";
    public static final String SUMMARY_ID = "summaryId";
    public static final String SUMMARY_DUE = "summaryDue";
    public static final String SUMMARY_APPROVED = "summaryApproved";

    private UnitSummaryProcess() {}
}
