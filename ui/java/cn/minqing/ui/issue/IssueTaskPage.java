package cn.minqing.ui.issue;

import static cn.minqing.ui.issue.IssueTexts.text;

import cn.minqing.issue.IssueClocks;
import cn.minqing.issue.IssueRequests;
import cn.minqing.issue.IssueTasks;
import cn.minqing.issue.IssueView;
import cn.minqing.issue.Issues;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.Drafts;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.TaskPage;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Works on every task of {@code issue-handling} and {@code issue-escalation}. */
@Component
class IssueTaskPage implements TaskPage {
    private static final String HANDLING = "issue-handling.";
    private static final String ESCALATION = "issue-escalation.";

    private final Issues issues;
    private final IssueTasks tasks;
    private final IssueRequests requests;
    private final IssueClocks clocks;
    private final Drafts drafts;
    private final ObjectMapper json;
    private final Dates dates;

    IssueTaskPage(
            Issues issues,
            IssueTasks tasks,
            IssueRequests requests,
            IssueClocks clocks,
            Drafts drafts,
            ObjectMapper json,
            Dates dates) {
        this.issues = issues;
        this.tasks = tasks;
        this.requests = requests;
        this.clocks = clocks;
        this.drafts = drafts;
        this.json = json;
        this.dates = dates;
    }

    @Override
    public Set<String> elements() {
        return Set.of(
                HANDLING + IssueTasks.CONFIRM_TRIAGE,
                HANDLING + IssueTasks.HANDLE,
                HANDLING + IssueTasks.EXPLAIN,
                HANDLING + IssueTasks.TELL,
                HANDLING + IssueTasks.ASK,
                HANDLING + IssueTasks.CLOSE,
                ESCALATION + IssueTasks.ACCEPT,
                ESCALATION + IssueTasks.HANDLE_AT_LEVEL,
                ESCALATION + IssueTasks.HANDLE_BY_DEPARTMENT,
                ESCALATION + IssueTasks.REPORT_PART,
                HANDLING + IssueRequests.APPROVE_EXTENSION,
                HANDLING + IssueRequests.APPROVE_PARKING,
                HANDLING + IssueRequests.TELL_PARKING,
                HANDLING + IssueRequests.REVIEW_PARKING);
    }

    @Override
    public com.vaadin.flow.component.Component open(WorkItem item, Runnable done) {
        IssueView issue;
        try {
            issue = issues.view(item.subjectId());
        } catch (UserError e) {
            return DecisionPanel.gone(e);
        }
        var meta = new Div(new Span(issue.number()), new Span(text("issue.route." + way(issue))));
        meta.addClassName("page-meta");
        var mark = IssueTexts.mark(issue.colour(), issue.clock() != null);
        if (mark != null) {
            meta.add(mark);
        }
        meta.add(new Anchor("issue/" + issue.id(), text("issue.openPage")));
        var panel = new Div(meta);
        panel.addClassNames("section", "issue-task");
        if (issue.clock() != null) {
            var clock = new Span(IssueTexts.clock(dates, issue.clock(), clocks.explain(issue.id())));
            clock.addClassName("muted");
            panel.add(clock);
        }
        panel.add(new IssueMatter(issue, dates), decisions(item, issue, false, done));
        return panel;
    }

    DecisionPanel decisions(WorkItem item, IssueView issue, boolean named, Runnable done) {
        return new DecisionPanel(
                tasks, requests, clocks.explain(issue.id()), drafts, json, dates, item, issue, named, done);
    }

    private static String way(IssueView issue) {
        return (issue.route() == null ? issue.proposal().route() : issue.route()).name();
    }
}
