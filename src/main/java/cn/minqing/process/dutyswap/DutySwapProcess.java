package cn.minqing.process.dutyswap;

/** Names the model {@code duty-swap} uses. */
public final class DutySwapProcess {
    public static final String ID = "duty-swap";

    public static final String SWAP_ID = "swapId";
    public static final String CAMPAIGN_ID = "campaignId";
    public static final String ASKED_ID = "askedId";
    public static final String SWAP_DUE = "swapDue";
    public static final String SWAP_OVER = "swapOver";
    public static final String SWAP_ACCEPTED = "swapAccepted";

    private DutySwapProcess() {}
}
