package cn.minqing.campaign;

import java.util.List;
import java.util.UUID;

/** A way to give every household one contact; a template names it. */
interface AssignmentRule {

    /** What a template calls it. */
    String name();

    /**
     * Gives each household exactly one cadre.
     *
     * @param households in the order in which neighbours stand beside each other
     * @param cadres in the order of their units
     * @return one assignment for each household, in the same order
     * @throws cn.minqing.platform.UserError {@code campaign.assignment.noCadres}, {@code
     *     campaign.assignment.infeasible} with households, capacity and how many are left over
     */
    List<Assigned> assign(List<UUID> households, List<Cadre> cadres);

    /** Somebody who can take households, {@code quota} at most. */
    record Cadre(UUID personId, UUID unitId, int quota) {}

    record Assigned(UUID householdId, UUID personId, UUID unitId) {}
}
