package cn.minqing.process.campaign;

/** Names the model {@code campaign} uses. */
public final class CampaignProcess {
    public static final String ID = "campaign";

    public static final String CAMPAIGN_ID = "campaignId";
    public static final String MOBILIZATION_END = "mobilizationEnd";
    public static final String IMPLEMENTATION_START = "implementationStart";
    public static final String IMPLEMENTATION_END = "implementationEnd";
    public static final String ACCEPTANCE_END = "acceptanceEnd";
    public static final String REMEDIAL = "remedial";
    public static final String PLAN_APPROVED = "planApproved";
    public static final String UNIT_IDS = "unitIds";
    public static final String UNIT_ID = "unitId";
    public static final String CONTACTS_CONFIRMED = "contactsConfirmed";
    public static final String BATCH_IDS = "batchIds";
    public static final String BATCH_ID = "batchId";
    public static final String BATCH_START = "batchStart";
    public static final String ACCEPTED = "accepted";
    public static final String POLLED = "polled";
    public static final String STANDING = "standing";
    public static final String COVERAGE_COMPLETED = "minqing.coverageCompleted";

    private CampaignProcess() {}
}
