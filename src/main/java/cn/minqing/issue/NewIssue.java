package cn.minqing.issue;

import cn.minqing.platform.Ids;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is registered.
 *
 * @param clientKey made by whoever fills the form: the same key registers one issue only, however often it is sent
 * @param householdId null for a matter of the whole village, where the channel allows one
 * @param areaCode the village or group of a matter without household; empty otherwise
 * @param channel how it came in
 * @param category code of the template's issue categories
 * @param solvable what the visitor thinks: now, cadre, above, policy
 * @param route the route the first visitor chose, differing from the proposal only with an {@code overrideReason};
 *     null leaves it to be confirmed later
 * @param answer what was said on the spot; required for ON_THE_SPOT, else empty
 */
public record NewIssue(
        UUID clientKey,
        UUID campaignId,
        @Nullable UUID householdId,
        String areaCode,
        Channel channel,
        String category,
        String title,
        String description,
        boolean urgent,
        String solvable,
        @Nullable Route route,
        String overrideReason,
        String answer) {

    /** A matter that came up on a visit. */
    public NewIssue(
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
        this(
                clientKey,
                campaignId,
                householdId,
                "",
                Channel.VISIT,
                category,
                title,
                description,
                urgent,
                solvable,
                route,
                overrideReason,
                answer);
    }

    /** A matter that came up on a visit, told by nobody twice. */
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

    /** The same matter, come in another way. */
    public NewIssue by(Channel other) {
        return at(householdId, areaCode, other);
    }

    /** The same matter of another household, or of a village when {@code household} is null. */
    public NewIssue at(@Nullable UUID household, String area, Channel other) {
        return new NewIssue(
                clientKey,
                campaignId,
                household,
                area,
                other,
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
