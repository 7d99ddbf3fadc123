package cn.minqing.issue;

import java.util.UUID;

/**
 * What is registered.
 *
 * @param route the route the first visitor chose; differs from the proposal only with an {@code overrideReason}
 * @param answer what was said on the spot or explained; required for ON_THE_SPOT, else empty
 */
public record NewIssue(
        UUID campaignId,
        UUID householdId,
        String category,
        String title,
        String description,
        boolean urgent,
        String solvable,
        Route route,
        String overrideReason,
        String answer) {}
