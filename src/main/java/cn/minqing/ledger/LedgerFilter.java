package cn.minqing.ledger;

import cn.minqing.issue.IssueState;
import cn.minqing.issue.Route;
import java.time.YearMonth;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of the ledger is shown.
 *
 * @param areaCode only within that area; empty for all
 * @param classCode only that class; empty for all
 * @param states empty for all
 * @param route null for all
 * @param month what was open at some time of that month; null for all
 * @param responsible part of the name of first visitor, handler or unit; empty for all
 */
public record LedgerFilter(
        UUID campaignId,
        String areaCode,
        String classCode,
        Set<IssueState> states,
        @Nullable Route route,
        @Nullable YearMonth month,
        String responsible) {

    public static LedgerFilter of(UUID campaignId) {
        return new LedgerFilter(campaignId, "", "", Set.of(), null, null, "");
    }

    public LedgerFilter withClass(String wanted) {
        return new LedgerFilter(campaignId, areaCode, wanted, states, route, month, responsible);
    }
}
