package cn.minqing.household;

import java.util.UUID;

/** Tells who is in contact with a household; the campaigns know. */
public interface HouseholdAccess {
    /** Whether the person is, now, the contact of the household in a campaign that is not archived. */
    boolean isContact(UUID personId, UUID householdId);

    /** Whether the person's unit-leader, office, leading-group or inspector role covers a contact of the household. */
    boolean oversees(UUID personId, UUID householdId);
}
