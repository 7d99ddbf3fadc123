package cn.minqing.ui.assessment;

import cn.minqing.ui.component.LocalDraft;
import cn.minqing.ui.shell.Dates;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parts of a text, kept while they are being written: on the server after a pause, in the browser at once. */
class TextSections extends Composite<Div> {
    private static final int PAUSE_MILLIS = 1500;
    private static final int LONGEST = 20_000;

    private final Map<String, TextArea> fields = new LinkedHashMap<>();
    private final Span saved = new Span();
    private final LocalDraft local;
    private Runnable changed = () -> {};

    /** @param key person and task, for what the browser keeps */
    TextSections(String key) {
        local = new LocalDraft(key);
        local.addRestoreListener(e -> changed.run());
        saved.addClassName("saved-note");
        saved.setVisible(false);
        saved.getElement().setAttribute("role", "status");
        getContent().addClassName("text-sections");
        getContent().add(local);
    }

    TextSections add(String name, String label, String help, String value) {
        var field = new TextArea(label);
        field.setHelperText(help);
        field.setMaxLength(LONGEST);
        field.setMinRows(3);
        field.setMaxRows(14);
        field.setWidthFull();
        field.setRequiredIndicatorVisible(true);
        field.setValue(value);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MILLIS);
        field.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                changed.run();
            }
        });
        fields.put(name, field);
        local.watch(name, field);
        getContent().add(field);
        return this;
    }

    /** Ends the list of parts; {@code save} is called after each pause in writing. */
    TextSections autosave(Runnable save) {
        changed = save;
        getContent().add(saved);
        return this;
    }

    void saved(LocalTime at) {
        saved.setText(getTranslation("assessment.saved", Dates.time(at)));
        saved.setVisible(true);
        local.clear();
    }

    String text(String name) {
        return fields.get(name).getValue();
    }

    Map<String, HasValidation> fields() {
        return new LinkedHashMap<>(fields);
    }
}
