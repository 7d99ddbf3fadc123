package cn.minqing.issue;

import cn.minqing.tasklist.WorkItem;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the list shows.
 *
 * @param campaignId null for all
 * @param states empty for all
 * @param route null for all
 * @param category empty for all
 * @param overdueOnly only those whose deadline has passed while the clock runs
 * @param mineOnly only those the current person answers for or handles
 * @param colour only with that mark of the ladder; null for all
 * @param areaCode only within that area; empty for all
 * @param text part of number or title; empty for all
 */
public record IssueFilter(
        @Nullable UUID campaignId,
        Set<IssueState> states,
        @Nullable Route route,
        String category,
        boolean overdueOnly,
        boolean mineOnly,
        WorkItem.@Nullable Colour colour,
        String areaCode,
        String text) {
    public static final IssueFilter ALL = new IssueFilter(null, Set.of(), null, "", false, false, null, "", "");

    public IssueFilter withText(String wanted) {
        return new IssueFilter(campaignId, states, route, category, overdueOnly, mineOnly, colour, areaCode, wanted);
    }
}
