package cn.minqing.ui.supervision;

import cn.minqing.platform.UserError;
import cn.minqing.supervision.Revisits;
import cn.minqing.supervision.Supervision;
import cn.minqing.tasklist.Drafts;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import cn.minqing.ui.shell.TaskPage;
import cn.minqing.visit.Commitments;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Works on every task of {@code supervision}, {@code revisit} and {@code commitment}. */
@Component
class SupervisionTaskPage implements TaskPage {
    private final Supervision supervision;
    private final Revisits revisits;
    private final Commitments commitments;
    private final Drafts drafts;
    private final Dates dates;

    SupervisionTaskPage(
            Supervision supervision, Revisits revisits, Commitments commitments, Drafts drafts, Dates dates) {
        this.supervision = supervision;
        this.revisits = revisits;
        this.commitments = commitments;
        this.drafts = drafts;
        this.dates = dates;
    }

    @Override
    public Set<String> elements() {
        return Set.of(
                "supervision." + Supervision.ORDER,
                "supervision." + Supervision.RECTIFY,
                "supervision." + Supervision.RECHECK,
                "revisit." + Revisits.REVISIT,
                "commitment." + Commitments.KEEP,
                "commitment." + Commitments.CONFIRM);
    }

    @Override
    public com.vaadin.flow.component.Component open(WorkItem item, Runnable done) {
        try {
            return switch (item.element()) {
                case Revisits.REVISIT -> new RevisitPanel(revisits, drafts, item, done);
                case Commitments.KEEP, Commitments.CONFIRM ->
                    new CommitmentPanel(commitments, drafts, dates, item, done);
                default -> {
                    var panel =
                            new Div(new NoticeFacts(supervision.view(item.subjectId()), dates), decisions(item, done));
                    panel.addClassNames("page", "page-form");
                    yield panel;
                }
            };
        } catch (UserError e) {
            var empty = new Div(new H3(Notices.text(e.message())));
            empty.addClassName("empty");
            return empty;
        }
    }

    NoticePanel decisions(WorkItem item, Runnable done) {
        return new NoticePanel(supervision, drafts, supervision.view(item.subjectId()), item, done);
    }
}
