package cn.minqing.volunteer;

import java.util.UUID;

/**
 * A person or an enterprise that joins.
 *
 * @param clientKey made by the page, so that a second click changes nothing
 * @param phone empty when unknown
 * @param offer what they want to do, in their own words
 */
public record NewVolunteer(
        UUID clientKey, UUID campaignId, VolunteerKind kind, String name, String phone, String offer) {}
