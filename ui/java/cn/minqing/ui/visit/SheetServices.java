package cn.minqing.ui.visit;

import cn.minqing.campaign.Campaigns;
import cn.minqing.household.Households;
import cn.minqing.issue.Issues;
import cn.minqing.platform.AppClock;
import cn.minqing.tasklist.Drafts;
import cn.minqing.ui.shell.Dates;
import cn.minqing.visit.Visits;
import org.springframework.stereotype.Component;

/** What the panels of visits call. */
@Component
record SheetServices(
        Visits visits,
        Households households,
        Campaigns campaigns,
        Issues issues,
        Drafts drafts,
        AppClock clock,
        Dates dates) {}
