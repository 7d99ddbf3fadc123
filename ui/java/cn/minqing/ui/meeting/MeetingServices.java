package cn.minqing.ui.meeting;

import cn.minqing.campaign.Campaigns;
import cn.minqing.form.Forms;
import cn.minqing.household.Households;
import cn.minqing.issue.Issues;
import cn.minqing.meeting.MeetingPaper;
import cn.minqing.meeting.Meetings;
import cn.minqing.meeting.Opinions;
import cn.minqing.platform.AppClock;
import cn.minqing.tasklist.Drafts;
import cn.minqing.ui.shell.Dates;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** What the panels of a meeting call. */
@Component
record MeetingServices(
        Meetings meetings,
        Opinions opinions,
        MeetingPaper paper,
        Issues issues,
        Campaigns campaigns,
        Households households,
        Forms forms,
        Drafts drafts,
        ObjectMapper json,
        Dates dates,
        AppClock clock) {}
