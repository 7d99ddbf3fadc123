package cn.minqing.process.contacthandover;

/** Names the model {@code contact-handover} uses. */
public final class ContactHandoverProcess {
    public static final String ID = "contact-handover";

    public static final String HANDOVER_ID = "handoverId";
    public static final String CAMPAIGN_ID = "campaignId";
    public static final String UNIT_ID = "unitId";
    public static final String HANDOVER_DUE = "handoverDue";
    public static final String SUCCESSOR_ID = "successorId";
    public static final String TELL_DUE = "tellDue";

    /** Message: the unit of a contact was merged or split. */
    public static final String UNIT_CHANGED = "minqing.unitChanged";

    private ContactHandoverProcess() {}
}
