package cn.minqing.process.dutyday;

/** Names the model {@code duty-day} uses. */
public final class DutyDayProcess {
    public static final String ID = "duty-day";

    public static final String DUTY_ID = "dutyId";
    public static final String CAMPAIGN_ID = "campaignId";
    public static final String SITTER_ID = "sitterId";
    public static final String DUTY_DUE = "dutyDue";
    public static final String DUTY_OVER = "dutyOver";
    public static final String DUTY_HELD = "dutyHeld";
    public static final String DUTY_WITHDRAWN = "minqing.dutyWithdrawn";

    private DutyDayProcess() {}
}
