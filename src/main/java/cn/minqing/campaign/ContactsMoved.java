package cn.minqing.campaign;

import java.util.List;
import java.util.UUID;

/**
 * A successor has taken over contacts: visits and issues that were the predecessor's for these households are theirs
 * from now on.
 */
public record ContactsMoved(
        UUID handoverId, UUID campaignId, UUID from, UUID to, List<UUID> contactIds, List<UUID> householdIds) {}
