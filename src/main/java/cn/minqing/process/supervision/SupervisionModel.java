package cn.minqing.process.supervision;

/** Names the model {@code supervision} uses. */
public final class SupervisionModel {
    public static final String ID = "supervision";

    public static final String NOTICE_ID = "noticeId";
    public static final String CAMPAIGN_ID = "campaignId";
    public static final String AUTOMATIC = "automatic";
    public static final String ORDER_ROLE = "orderRole";
    public static final String RECTIFIER_ROLE = "rectifierRole";
    public static final String ORDER_DUE = "orderDue";
    public static final String RECTIFY_DUE = "rectifyDue";
    public static final String ORDERED = "ordered";
    public static final String RECHECK_DUE = "recheckDue";
    public static final String RECTIFIED = "rectified";
    public static final String SECOND_FAILURE = "secondFailure";

    private SupervisionModel() {}
}
