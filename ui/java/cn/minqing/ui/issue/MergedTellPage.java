package cn.minqing.ui.issue;

import static cn.minqing.ui.issue.IssueTexts.text;

import cn.minqing.issue.IssueTasks;
import cn.minqing.issue.IssueView;
import cn.minqing.issue.Issues;
import cn.minqing.issue.MergedAnswers;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import cn.minqing.ui.shell.TaskPage;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The first visitor of a merged issue tells the household what came of the other one. */
@Component
class MergedTellPage implements TaskPage {
    private final Issues issues;
    private final MergedAnswers answers;
    private final Dates dates;

    MergedTellPage(Issues issues, MergedAnswers answers, Dates dates) {
        this.issues = issues;
        this.answers = answers;
        this.dates = dates;
    }

    @Override
    public Set<String> elements() {
        return Set.of("merged-issue-answer." + MergedAnswers.TELL);
    }

    @Override
    public com.vaadin.flow.component.Component open(WorkItem item, Runnable done) {
        IssueView issue;
        try {
            issue = issues.view(item.subjectId());
        } catch (UserError e) {
            return DecisionPanel.gone(e);
        }
        var meta = new Div(new Span(issue.number()), new Anchor("issue/" + issue.id(), text("issue.openPage")));
        meta.addClassName("page-meta");
        var into = issue.intake().related().stream()
                .filter(one -> one.kind().equals("MERGED_INTO"))
                .map(IssueView.Related::number)
                .findFirst()
                .orElse("");
        var how = new Select<String>();
        how.setLabel(text("issue.field.how"));
        how.setItems(IssueTasks.WAYS);
        how.setItemLabelGenerator(code -> code == null ? "" : text("issue.how." + code));
        how.setValue(IssueTasks.WAYS.getFirst());
        var words = new TextArea(text("issue.field.told"));
        words.setMaxLength(2000);
        words.setMinRows(3);
        words.setRequiredIndicatorVisible(true);
        words.setValue(issue.answer());
        var submit = new Button(text("merged.tell.submit"));
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.setDisableOnClick(true);
        submit.addClickListener(e -> {
            Map<String, HasValidation> fields = Map.of("how", how, "words", words);
            var ok = Notices.attempt(
                    fields,
                    () -> answers.tell(item.id(), how.getValue() == null ? "" : how.getValue(), words.getValue()));
            submit.setEnabled(true);
            if (ok) {
                Notices.success("merged.tell.done");
                done.run();
            }
        });
        var form = new Div(how, words);
        form.addClassName("issue-form");
        var bar = new Div(submit);
        bar.addClassName("action-bar");
        var panel = new Div(
                meta,
                new H2(text("merged.tell.title")),
                new Paragraph(text("merged.tell.lead", into)),
                new IssueMatter(issue, dates),
                form,
                bar);
        panel.addClassNames("section", "issue-task");
        return panel;
    }
}
