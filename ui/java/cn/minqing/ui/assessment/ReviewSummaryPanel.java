package cn.minqing.ui.assessment;

import cn.minqing.assessment.Summaries;
import cn.minqing.assessment.SummaryView;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.component.Pdf;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;

/** The office reads a unit's summary and accepts it or sends it back with a reason. */
class ReviewSummaryPanel extends Composite<Div> {
    private static final int LONGEST_REASON = 500;

    ReviewSummaryPanel(Summaries summaries, WorkItem item, SummaryView summary, Runnable done) {
        getContent().addClassNames("page", "page-form");
        if (summary.submittedAt() != null) {
            var submitted =
                    new Div(new Span(getTranslation("summary.submittedBy", summary.writer(), summary.submittedAt())));
            submitted.addClassName("page-meta");
            getContent().add(submitted);
        }

        var words = new Section();
        words.addClassName("section");
        part(words, "summary.practice", summary.texts().practice());
        part(words, "summary.outcome", summary.texts().outcome());
        part(words, "summary.problems", summary.texts().problems());
        part(words, "summary.nextSteps", summary.texts().nextSteps());
        var figures =
                new Section(new H3(getTranslation("summary.figures.frozen")), new FiguresPanel(summary.figures()));
        figures.addClassName("section");

        var reason = new TextArea(getTranslation("summary.reason"));
        reason.setHelperText(getTranslation("summary.reason.help"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        var decision = new Section(reason);
        decision.addClassName("section");
        getContent().add(words, figures, decision);

        var file = new DownloadButton(
                getTranslation("assessment.pdf"),
                Pdf.download(getTranslation("summary.file", summary.unitName()), () -> summaries.pdf(summary.id())));
        var back = new Button(getTranslation("summary.sendBack"), e -> {
            if (Notices.attempt(Map.of("reason", reason), () -> summaries.sendBack(item.id(), reason.getValue()))) {
                Notices.success("summary.sentBack", summary.unitName());
                done.run();
            }
        });
        var approve = new Button(getTranslation("summary.approve"), e -> {
            if (Notices.attempt(() -> summaries.approve(item.id()))) {
                Notices.success("summary.approved", summary.unitName());
                done.run();
            }
        });
        approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var actions = new Div(file, back, approve);
        actions.addClassName("action-bar");
        getContent().add(actions);
    }

    private void part(Section section, String title, String text) {
        section.add(new H3(getTranslation(title)));
        text.lines().filter(line -> !line.isBlank()).forEach(line -> section.add(new Paragraph(line)));
    }
}
