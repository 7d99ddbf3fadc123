package cn.minqing.ui.campaign;

import java.util.UUID;

/** Addresses of the campaign pages, without a leading slash. */
public final class CampaignNavigation {
    /** Every campaign the person has to do with. */
    public static final String CAMPAIGNS = "campaigns";

    static final String LAUNCH = "campaigns/new";
    static final String OVERVIEW = "campaign/:campaignId";
    static final String CONTACTS = "campaign/:campaignId/contacts";

    private CampaignNavigation() {}

    public static String overview(UUID campaignId) {
        return "campaign/" + campaignId;
    }

    public static String contacts(UUID campaignId) {
        return "campaign/" + campaignId + "/contacts";
    }

    /** The contacts of one unit. */
    public static String contactsOfUnit(UUID campaignId, UUID unitId) {
        return contacts(campaignId) + "?unit=" + unitId;
    }

    /** The contacts within one area, for instance a villagers' group. */
    public static String contactsOfGroup(UUID campaignId, String groupCode) {
        return contacts(campaignId) + "?group=" + groupCode;
    }
}
