package cn.minqing.process.revisit;

/** Names the model {@code revisit} uses. */
public final class RevisitModel {
    public static final String ID = "revisit";

    public static final String REVISIT_ID = "revisitId";
    public static final String ISSUE_ID = "issueId";
    public static final String CAMPAIGN_ID = "campaignId";
    public static final String REVISIT_DUE = "revisitDue";
    public static final String CLAIM_CONFIRMED = "claimConfirmed";

    private RevisitModel() {}
}
