package cn.minqing.ui.assessment;

import cn.minqing.assessment.Assessments;
import cn.minqing.assessment.Reports;
import cn.minqing.campaign.Acceptance;
import cn.minqing.platform.AppClock;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.shell.TaskPage;
import com.vaadin.flow.component.Component;
import java.util.Set;

/** The page of {@code campaign.userTask_acceptCampaign}. */
@org.springframework.stereotype.Component
class AcceptCampaignTask implements TaskPage {
    private final Acceptance acceptance;
    private final Assessments assessments;
    private final Reports reports;
    private final BehindRecords behind;
    private final AppClock clock;

    AcceptCampaignTask(
            Acceptance acceptance, Assessments assessments, Reports reports, BehindRecords behind, AppClock clock) {
        this.acceptance = acceptance;
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
        return new AcceptCampaignPanel(acceptance, assessments, reports, behind, clock, item, done);
    }
}
