package cn.minqing.ui.activity;

import cn.minqing.activity.Activities;
import cn.minqing.activity.ActivityReceipts;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Participants;
import cn.minqing.household.Households;
import cn.minqing.organization.Areas;
import cn.minqing.organization.Enterprises;
import cn.minqing.platform.AppClock;
import cn.minqing.tasklist.Drafts;
import cn.minqing.ui.shell.Dates;
import cn.minqing.volunteer.Volunteers;
import org.springframework.stereotype.Component;

/** What the pages of other work call. */
@Component
record ActivityServices(
        Activities activities,
        ActivityReceipts receipts,
        Campaigns campaigns,
        Participants participants,
        Households households,
        Areas areas,
        Enterprises enterprises,
        Volunteers volunteers,
        Drafts drafts,
        AppClock clock,
        Dates dates) {}
