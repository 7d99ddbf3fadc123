package cn.minqing.ui.assessment;

import cn.minqing.assessment.Assessments;
import cn.minqing.assessment.Reports;
import cn.minqing.campaign.Acceptance;
import cn.minqing.campaign.Campaigns;
import cn.minqing.platform.AppClock;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.shell.TaskPage;
import com.vaadin.flow.component.Component;
import java.util.Set;

/** The page of {@code campaign.userTask_acceptCampaign}. */
@org.springframework.stereotype.Component
class AcceptCampaignTask implements TaskPage {
    private final Acceptance acceptance;
    private final Campaigns campaigns;
    private final Assessments assessments;
    private final Reports reports;
    private final BehindRecords behind;
    private final AppClock clock;

    AcceptCampaignTask(
            Acceptance acceptance,
            Campaigns campaigns,
            Assessments assessments,
            Reports reports,
            BehindRecords behind,
            AppClock clock) {
        this.acceptance = acceptance;
        this.campaigns = campaigns;
        this.assessments = assessments;
        this.reports = reports;
        this.behind = behind;
        this.clock = clock;
    }

    @Override
    public Set<String> elements() {
        return Set.of("campaign.userTask_acceptCampaign");
    }

    @Override
    public Component open(WorkItem item, Runnable done) {
        var standing = campaigns.get(item.subjectId()).standing() != null;
        return new AcceptCampaignPanel(acceptance, assessments, reports, behind, clock, standing, item, done);
    }
}
