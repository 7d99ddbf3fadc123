package cn.minqing.process.meeting;

/** Names the model {@code meeting} uses. */
public final class MeetingModel {
    public static final String ID = "meeting";

    public static final String MEETING_ID = "meetingId";
    public static final String CAMPAIGN_ID = "campaignId";
    public static final String HOLDER_ID = "holderId";
    public static final String MEETING_DUE = "meetingDue";
    public static final String MEETING_HELD = "meetingHeld";
    public static final String OPINIONS_OPEN = "opinionsOpen";
    public static final String OPINIONS_DUE = "opinionsDue";

    private MeetingModel() {}
}
