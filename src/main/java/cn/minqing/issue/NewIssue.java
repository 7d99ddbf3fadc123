package cn.minqing.issue;

import cn.minqing.platform.Ids;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is registered.
 *
 * @param clientKey made by whoever fills the form: the same key registers one issue only, however often it is sent
 * @param category code of the template's issue categories
 * @param solvable what the visitor thinks: now, cadre, above, policy
 * @param route the route the first visitor chose, differing from the proposal only with an {@code overrideReason};
 *     null leaves it to be confirmed later
 * @param answer what was said on the spot; required for ON_THE_SPOT, else empty
 */
public record NewIssue(
        UUID clientKey,
        UUID campaignId,
        UUID householdId,
        String category,
        String title,
        String description,
        boolean urgent,
        String solvable,
        @Nullable Route route,
        String overrideReason,
        String answer) {

    public NewIssue(
            UUID campaignId,
            UUID householdId,
            String category,
            String title,
            String description,
            boolean urgent,
            String solvable,
            @Nullable Route route,
            String overrideReason,
            String answer) {
        this(
                Ids.next(),
                campaignId,
                householdId,
                category,
                title,
                description,
                urgent,
                solvable,
                route,
                overrideReason,
                answer);
    }
}
