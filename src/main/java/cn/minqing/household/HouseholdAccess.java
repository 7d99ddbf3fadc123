package cn.minqing.household;

import java.util.Set;
import java.util.UUID;

/** Tells who is in contact with a household; the campaigns know. */
public interface HouseholdAccess {
    /** Whether the person is, now, the contact of the household in a campaign that is not archived. */
    boolean isContact(UUID personId, UUID householdId);

    /** Whether the person's unit-leader, office, leading-group or inspector role covers a contact of the household. */
    boolean oversees(UUID personId, UUID householdId);

    /** Everything the person may look up because of campaigns: what {@link #isContact} or {@link #oversees} hold for. */
    Reach reach(UUID personId);

    /**
     * @param households one by one: those one is in contact with, and for a unit leader those of the unit's contacts
     * @param areaCodes whole areas: for office, leading group and inspector the area of each campaign they serve
     */
    record Reach(Set<UUID> households, Set<String> areaCodes) {}
}
