package cn.minqing.process.activityconfirmation;

/** Names the model {@code activity-confirmation} uses. */
final class ActivityConfirmationModel {
    static final String ID = "activity-confirmation";

    static final String ACTIVITY_ID = "activityId";
    static final String CAMPAIGN_ID = "campaignId";
    static final String CONFIRM_ROLE = "confirmRole";
    static final String CONFIRM_DUE = "confirmDue";
    static final String ACTIVITY_CONFIRMED = "activityConfirmed";
    static final String WITHDRAWN = "minqing.activityWithdrawn";

    private ActivityConfirmationModel() {}
}
