package cn.minqing.ui.assessment;

import cn.minqing.assessment.Summaries;
import cn.minqing.assessment.SummaryTexts;
import cn.minqing.assessment.SummaryView;
import cn.minqing.organization.Actors;
import cn.minqing.platform.AppClock;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.component.Pdf;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** A unit leader writes the summary: the figures stand there already, the words are the unit's. */
class WriteSummaryPanel extends Composite<Div> {
    private final Summaries summaries;
    private final WorkItem item;
    private final AppClock clock;
    private final TextSections texts;

    WriteSummaryPanel(Summaries summaries, WorkItem item, SummaryView summary, AppClock clock, Runnable done) {
        this.summaries = summaries;
        this.item = item;
        this.clock = clock;
        getContent().addClassNames("page", "page-form");

        if (!summary.returnedReason().isEmpty()) {
            var returned = new Div(getTranslation("summary.returnedBecause", summary.returnedReason()));
            returned.addClassName("warn-note");
            getContent().add(returned);
        }

        var written = summary.texts();
        texts = new TextSections(Actors.current().id() + "/summary/" + summary.id());
        texts.add(
                        "practice",
                        getTranslation("summary.practice"),
                        getTranslation("summary.practice.help"),
                        written.practice())
                .add(
                        "outcome",
                        getTranslation("summary.outcome"),
                        getTranslation("summary.outcome.help"),
                        written.outcome())
                .add(
                        "problems",
                        getTranslation("summary.problems"),
                        getTranslation("summary.problems.help"),
                        written.problems())
                .add(
                        "nextSteps",
                        getTranslation("summary.nextSteps"),
                        getTranslation("summary.nextSteps.help"),
                        written.nextSteps())
                .autosave(this::save);
        var words = new Section(new H3(getTranslation("summary.words")), texts);
        words.addClassName("section");
        var figures = new Section(
                new H3(getTranslation("summary.figures")),
                new Span(getTranslation("summary.figures.note")),
                new FiguresPanel(summary.figures()));
        figures.addClassName("section");
        getContent().add(words, figures);

        var preview = new DownloadButton(
                getTranslation("assessment.preview"),
                Pdf.download(getTranslation("summary.file", summary.unitName()), () -> summaries.pdf(summary.id())));
        var submit = new Button(getTranslation("summary.submit"), e -> submit(done));
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.setDisableOnClick(true);
        var note = new Span(getTranslation("summary.submit.note"));
        note.addClassName("action-note");
        var actions = new Div(note, preview, submit);
        actions.addClassName("action-bar");
        getContent().add(actions);
    }

    private SummaryTexts written() {
        return new SummaryTexts(
                texts.text("practice"), texts.text("outcome"), texts.text("problems"), texts.text("nextSteps"));
    }

    private void save() {
        if (Notices.attempt(() -> summaries.saveDraft(item.id(), written()))) {
            texts.saved(clock.dateTime().toLocalTime());
        }
    }

    private void submit(Runnable done) {
        if (Notices.attempt(texts.fields(), () -> summaries.submit(item.id(), written()))) {
            texts.saved(clock.dateTime().toLocalTime());
            Notices.success("summary.submitted");
            done.run();
        }
    }
}
