package cn.minqing.process.bulletin;

/** Names the model {@code bulletin} uses. */
public final class BulletinModel {
    public static final String ID = "bulletin";

    public static final String BULLETIN_ID = "bulletinId";
    public static final String CAMPAIGN_ID = "campaignId";
    public static final String SIGN_DUE = "signDue";
    public static final String REVISE_DUE = "reviseDue";
    public static final String BULLETIN_SIGNED = "bulletinSigned";
    public static final String BULLETIN_WANTED = "bulletinWanted";

    private BulletinModel() {}
}
