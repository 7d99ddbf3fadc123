package cn.minqing.process.satisfactionpoll;

/** Names the model {@code satisfaction-poll} uses. */
public final class SatisfactionPollProcess {
    public static final String ID = "satisfaction-poll";

    public static final String CAMPAIGN_ID = "campaignId";
    public static final String POLL_ID = "pollId";
    public static final String POLL_END = "pollEnd";

    private SatisfactionPollProcess() {}
}
