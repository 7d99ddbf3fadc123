package cn.minqing.process.householdvisit;

/** Names the model {@code household-visit} uses. */
public final class HouseholdVisitProcess {
    public static final String ID = "household-visit";

    public static final String CAMPAIGN_ID = "campaignId";
    public static final String HOUSEHOLD_ID = "householdId";
    public static final String CONTACT_ID = "contactId";
    public static final String CADRE_ID = "cadreId";
    public static final String BATCH_ID = "batchId";
    public static final String VISIT_DUE = "visitDue";
    public static final String VISIT_RESULT = "visitResult";
    public static final String OBLIGATIONS_MET = "obligationsMet";
    public static final String NEXT_ATTEMPT = "nextAttempt";
    public static final String STRIKE_OFF_DUE = "strikeOffDue";
    public static final String STRIKE_OFF_APPROVED = "strikeOffApproved";
    public static final String SPOT_CHECK_DRAWN = "spotCheckDrawn";
    public static final String SPOT_CHECK_DUE = "spotCheckDue";
    public static final String VISIT_CONFIRMED = "visitConfirmed";

    static final String VISITED = "VISITED";
    static final String NOT_AT_HOME = "NOT_AT_HOME";
    static final String STRIKE_OFF = "STRIKE_OFF";

    private HouseholdVisitProcess() {}
}
