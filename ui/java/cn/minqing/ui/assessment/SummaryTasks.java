package cn.minqing.ui.assessment;

import cn.minqing.assessment.Summaries;
import cn.minqing.platform.AppClock;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.shell.TaskPage;
import com.vaadin.flow.component.Component;
import java.util.Set;

/** The pages of the tasks of {@code unit-summary}. */
@org.springframework.stereotype.Component
class SummaryTasks implements TaskPage {
    private static final String WRITE = "unit-summary.userTask_writeSummary";
    private static final String REVIEW = "unit-summary.userTask_reviewSummary";

    private final Summaries summaries;
    private final AppClock clock;

    SummaryTasks(Summaries summaries, AppClock clock) {
        this.summaries = summaries;
        this.clock = clock;
    }

    @Override
    public Set<String> elements() {
        return Set.of(WRITE, REVIEW);
    }

    @Override
    public Component open(WorkItem item, Runnable done) {
        var summary = summaries.get(item.subjectId());
        return WRITE.endsWith(item.element())
                ? new WriteSummaryPanel(summaries, item, summary, clock, done)
                : new ReviewSummaryPanel(summaries, item, summary, done);
    }
}
