package cn.minqing.process.commitment;

/** Names the model {@code commitment} uses. */
public final class CommitmentModel {
    public static final String ID = "commitment";

    public static final String COMMITMENT_ID = "commitmentId";
    public static final String CAMPAIGN_ID = "campaignId";
    public static final String KEEPER_ID = "keeperId";
    public static final String KEEPER_ROLE = "keeperRole";
    public static final String COMMITMENT_DUE = "commitmentDue";
    public static final String PUBLIC_PROMISE = "publicPromise";
    public static final String CONFIRM_DUE = "confirmDue";
    public static final String COMMITMENT_KEPT = "commitmentKept";

    private CommitmentModel() {}
}
