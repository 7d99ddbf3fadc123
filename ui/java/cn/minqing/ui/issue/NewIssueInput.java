package cn.minqing.ui.issue;

import cn.minqing.issue.Channel;
import cn.minqing.issue.NewIssue;
import cn.minqing.issue.Route;
import cn.minqing.platform.Ids;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands in an {@link IssueForm}, complete or not; it may be kept in a draft as JSON.
 *
 * @param clientKey stays the same as long as it is the same matter, so that it is registered once
 * @param solvable empty while nothing is chosen
 * @param route null while nothing is chosen
 */
public record NewIssueInput(
        UUID clientKey,
        String category,
        String title,
        String description,
        boolean urgent,
        String solvable,
        @Nullable Route route,
        String overrideReason,
        String answer) {

    public static NewIssueInput empty() {
        return new NewIssueInput(Ids.next(), "", "", "", false, "", null, "", "");
    }

    /** Whether nothing has been typed or chosen yet. */
    public boolean isEmpty() {
        return category.isEmpty() && title.isBlank() && description.isBlank() && solvable.isEmpty() && answer.isBlank();
    }

    /** Of a household, or of the village {@code areaCode} when {@code householdId} is null. */
    NewIssue of(UUID campaignId, @Nullable UUID householdId, String areaCode, Channel channel) {
        return new NewIssue(
                clientKey,
                campaignId,
                householdId,
                areaCode,
                channel,
                category,
                title,
                description,
                urgent,
                solvable,
                route,
                overrideReason,
                answer);
    }

    /** Of a visit, or of no household where whoever registers it says which village. */
    public NewIssue of(UUID campaignId, @Nullable UUID householdId) {
        return of(campaignId, householdId, "", Channel.VISIT);
    }
}
