package cn.minqing.ui.issue;

import cn.minqing.issue.Channel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stands on the page of a new issue, kept until it is registered. {@code areaCode} is empty for a household's. */
record NewIssueDraft(
        UUID campaignId,
        Channel channel,
        boolean ofVillage,
        @Nullable UUID householdId,
        String areaCode,
        NewIssueInput input) {
    static final String KEY = "issue/new";
}
