package cn.minqing.ui.assessment;

import cn.minqing.assessment.ReportTexts;
import cn.minqing.assessment.Reports;
import cn.minqing.assessment.Summaries;
import cn.minqing.assessment.SummaryView;
import cn.minqing.organization.Actors;
import cn.minqing.platform.AppClock;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.component.Pdf;
import cn.minqing.ui.component.Word;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashMap;

/** The office compiles the report from the units' summaries and the figures. */
class CompileReportPanel extends Composite<Div> {
    private static final int LONGEST_NUMBER = 64;

    private final Reports reports;
    private final WorkItem item;
    private final AppClock clock;
    private final TextField number = new TextField();
    private final TextSections texts;
    /** What stands in the fields; a download reads it in another thread. */
    private volatile ReportTexts written;

    CompileReportPanel(Reports reports, Summaries summaries, WorkItem item, AppClock clock, Runnable done) {
        this.reports = reports;
        this.item = item;
        this.clock = clock;
        var campaignId = item.subjectId();
        var report = reports.get(campaignId);
        written = report.texts();
        getContent().addClassNames("page", "page-form");

        number.setLabel(getTranslation("report.number"));
        number.setHelperText(getTranslation("report.number.help"));
        number.setMaxLength(LONGEST_NUMBER);
        number.setWidthFull();
        number.setValue(written.number());
        number.setValueChangeMode(ValueChangeMode.ON_BLUR);
        number.addValueChangeListener(e -> save());
        texts = new TextSections(Actors.current().id() + "/report/" + campaignId);
        part("overview", written.overview());
        part("practice", written.practice());
        part("outcome", written.outcome());
        part("problems", written.problems());
        part("nextSteps", written.nextSteps());
        texts.autosave(this::save);
        var words = new Section(new H3(getTranslation("report.words")), number, texts);
        words.addClassName("section");

        var units = new Section(new H3(getTranslation("report.summaries")));
        units.addClassName("section");
        summaries.ofCampaign(campaignId).forEach(summary -> units.add(unit(summary)));
        var figures = new Section(
                new H3(getTranslation("summary.figures")),
                new Span(getTranslation("report.figures.note")),
                new FiguresPanel(report.figures()));
        figures.addClassName("section");
        getContent().add(words, units, figures);

        var preview = new DownloadButton(
                getTranslation("assessment.preview"),
                Pdf.download(
                        getTranslation("report.file", item.subject()), () -> reports.preview(campaignId, written)));
        var previewWord = new DownloadButton(
                getTranslation("assessment.preview.word"),
                Word.download(
                        getTranslation("report.file", item.subject()), () -> reports.previewWord(campaignId, written)));
        var compile = new Button(getTranslation("report.compile"), e -> compile(done));
        compile.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var note = new Span(getTranslation("report.compile.note"));
        note.addClassName("action-note");
        var actions = new Div(note, preview, previewWord, compile);
        actions.addClassName("action-bar");
        getContent().add(actions);
    }

    private void part(String name, String text) {
        texts.add(name, getTranslation("report." + name), getTranslation("report." + name + ".help"), text);
    }

    private Component unit(SummaryView summary) {
        var body = new Div();
        paragraph(body, "summary.practice", summary.texts().practice());
        paragraph(body, "summary.outcome", summary.texts().outcome());
        paragraph(body, "summary.problems", summary.texts().problems());
        paragraph(body, "summary.nextSteps", summary.texts().nextSteps());
        return new Details(summary.unitName() + "　" + getTranslation("summary.state." + summary.state()), body);
    }

    private void paragraph(Div body, String title, String text) {
        body.add(new H4(getTranslation(title)));
        text.lines().filter(line -> !line.isBlank()).forEach(line -> body.add(new Paragraph(line)));
    }

    private ReportTexts read() {
        written = new ReportTexts(
                number.getValue(),
                texts.text("overview"),
                texts.text("practice"),
                texts.text("outcome"),
                texts.text("problems"),
                texts.text("nextSteps"));
        return written;
    }

    private void save() {
        if (Notices.attempt(() -> reports.saveDraft(item.id(), read()))) {
            texts.saved(clock.dateTime().toLocalTime());
        }
    }

    private void compile(Runnable done) {
        var fields = new LinkedHashMap<String, HasValidation>();
        fields.put("number", number);
        fields.putAll(texts.fields());
        if (Notices.attempt(fields, () -> reports.compile(item.id(), read()))) {
            texts.saved(clock.dateTime().toLocalTime());
            Notices.success("report.compiled");
            done.run();
        }
    }
}
