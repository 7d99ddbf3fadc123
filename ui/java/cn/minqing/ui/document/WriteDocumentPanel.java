package cn.minqing.ui.document;

import static cn.minqing.ui.supervision.Parts.text;

import cn.minqing.document.DocumentContent;
import cn.minqing.document.DocumentView;
import cn.minqing.document.Documents;
import cn.minqing.form.Forms;
import cn.minqing.organization.Actors;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import cn.minqing.tasklist.Drafts;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.component.LocalDraft;
import cn.minqing.ui.form.FormView;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import cn.minqing.ui.supervision.Parts;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** Somebody writes a document: a title, and a text or the form the template names. What is typed is kept. */
final class WriteDocumentPanel extends Div {
    private static final Logger LOG = LoggerFactory.getLogger(WriteDocumentPanel.class);
    private static final int PAUSE_MILLIS = 1200;

    private final transient Documents documents;
    private final transient Drafts drafts;
    private final transient ObjectMapper json;
    private final transient Dates dates;
    private final String key;
    private final LocalDraft local;
    private final Span saved = new Span();
    private final TextField title = new TextField(text("document.field.title"));
    private final TextArea body = new TextArea(text("document.field.body"));
    private final @Nullable FormView form;

    WriteDocumentPanel(
            Documents documents,
            Forms forms,
            Drafts drafts,
            ObjectMapper json,
            Dates dates,
            LocalDate today,
            WorkItem item,
            DocumentView document,
            Runnable done) {
        this.documents = documents;
        this.drafts = drafts;
        this.json = json;
        this.dates = dates;
        key = "document/" + document.id();
        local = new LocalDraft(Actors.current().id() + "/" + key);
        addClassNames("page", "page-form");
        add(Parts.header(
                document.name(),
                String.join(
                        " · ",
                        document.personName().isEmpty() ? document.unitName() : document.personName(),
                        document.campaignName(),
                        dates.due(document.due(), Parts.locale()))));
        if (!document.reason().isEmpty()) {
            var returned = new Div(text("document.returnedBecause", document.reviewer(), document.reason()));
            returned.addClassName("warn-note");
            add(returned);
        }
        title.setWidthFull();
        title.setMaxLength(Documents.TITLE);
        title.setManualValidation(true);
        body.setWidthFull();
        body.setMaxLength(Documents.BODY);
        body.setMinRows(12);
        body.setManualValidation(true);
        body.setHelperText(text("document.field.body.help"));
        saved.addClassName("saved-note");
        saved.getElement().setAttribute("role", "status");
        saved.setVisible(false);
        form = document.form().isEmpty() ? null : new FormView(forms.get(document.form()), today);
        var section = Parts.section("document.writing", local, title);
        if (form == null) {
            section.add(body);
        } else {
            section.add(form);
            form.addChangeListener(changed -> save());
            form.keepIn(local, "form.");
        }
        section.add(saved);
        add(section);
        fill(document);
        watch();

        var submit = new Button(text("document.handIn"));
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.setDisableOnClick(true);
        submit.addClickListener(event -> {
            if (handIn(item)) {
                done.run();
            } else {
                submit.setEnabled(true);
            }
        });
        var note = new Span(text("document.handIn.note"));
        note.addClassName("action-note");
        var bar = new Div(note, submit);
        bar.addClassName("action-bar");
        add(bar);
    }

    private void fill(DocumentView document) {
        var content = document.content();
        var stored = drafts.load(key);
        if (stored.isPresent()) {
            try {
                content = json.readValue(stored.get().json(), DocumentContent.class);
            } catch (JacksonException e) {
                LOG.warn("A draft of {} is of an older form and is left out", key, e);
            }
        }
        title.setValue(content.title().isEmpty() ? document.name() : content.title());
        body.setValue(content.body());
        if (form != null) {
            form.setAnswers(content.answers());
        }
    }

    private void watch() {
        title.setValueChangeMode(ValueChangeMode.LAZY);
        title.setValueChangeTimeout(PAUSE_MILLIS);
        body.setValueChangeMode(ValueChangeMode.LAZY);
        body.setValueChangeTimeout(PAUSE_MILLIS);
        local.watch("title", title);
        if (form == null) {
            local.watch("body", body);
        }
        title.addValueChangeListener(event -> saveTyped(event.isFromClient()));
        body.addValueChangeListener(event -> saveTyped(event.isFromClient()));
        local.addRestoreListener(event -> save());
    }

    private void saveTyped(boolean fromClient) {
        if (fromClient) {
            save();
        }
    }

    private void save() {
        var at = drafts.save(key, json.writeValueAsString(written()));
        local.clear();
        saved.setText(text("document.saved", dates.when(at, Parts.locale())));
        saved.setVisible(true);
    }

    private DocumentContent written() {
        return new DocumentContent(
                title.getValue(), form == null ? body.getValue() : "", form == null ? Map.of() : form.answers());
    }

    private boolean handIn(WorkItem item) {
        var fields = new LinkedHashMap<String, HasValidation>();
        fields.put("title", title);
        if (form == null) {
            fields.put("body", body);
        } else {
            form.clearFaults();
        }
        var done = Notices.attempt(fields, () -> {
            try {
                documents.handIn(item.id(), written());
            } catch (UserError e) {
                throw form == null ? e : atForm(e, form);
            }
        });
        if (done) {
            drafts.clear(key);
            local.clear();
            Notices.success("document.handIn.done");
        }
        return done;
    }

    /** Faults of the form are said at its fields and not a second time in the sentence. */
    private static UserError atForm(UserError error, FormView form) {
        var ofForm = new LinkedHashMap<String, Message>(error.fields());
        var ofTitle = ofForm.remove("title");
        form.showFaults(ofForm);
        return new UserError(error.message(), ofTitle == null ? Map.of() : Map.of("title", ofTitle));
    }
}
