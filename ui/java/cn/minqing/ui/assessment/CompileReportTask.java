package cn.minqing.ui.assessment;

import cn.minqing.assessment.Reports;
import cn.minqing.assessment.Summaries;
import cn.minqing.platform.AppClock;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.shell.TaskPage;
import com.vaadin.flow.component.Component;
import java.util.Set;

/** The page of {@code campaign.userTask_compileReport}. */
@org.springframework.stereotype.Component
class CompileReportTask implements TaskPage {
    private final Reports reports;
    private final Summaries summaries;
    private final AppClock clock;

    CompileReportTask(Reports reports, Summaries summaries, AppClock clock) {
        this.reports = reports;
        this.summaries = summaries;
        this.clock = clock;
    }

    @Override
    public Set<String> elements() {
        return Set.of("campaign.userTask_compileReport");
    }

    @Override
    public Component open(WorkItem item, Runnable done) {
        return new CompileReportPanel(reports, summaries, item, clock, done);
    }
}
