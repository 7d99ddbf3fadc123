package cn.minqing.issue;

import java.util.UUID;

/**
 * Tells who takes matters of a place in person for now, besides its contacts, its leaders and the office: whoever is on
 * duty there or holds a meeting.
 */
public interface IntakeDesk {

    /** @param areaCode the village, or the group of the household, the matter is of */
    boolean keptBy(UUID personId, UUID campaignId, Channel channel, String areaCode);
}
