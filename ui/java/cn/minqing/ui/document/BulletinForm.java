package cn.minqing.ui.document;

import static cn.minqing.ui.supervision.Parts.text;

import cn.minqing.bulletin.Bulletins;
import cn.minqing.tasklist.Drafts;
import cn.minqing.ui.form.Calendars;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** The fields of a bulletin; what is on record of its days can be fetched into the text. What is typed is kept. */
final class BulletinForm extends Div {
    private static final Logger LOG = LoggerFactory.getLogger(BulletinForm.class);
    private static final int PAUSE_MILLIS = 1200;

    private final DatePicker from = Calendars.translate(new DatePicker(text("bulletin.from")));
    private final DatePicker to = Calendars.translate(new DatePicker(text("bulletin.to")));
    private final TextField title = new TextField(text("document.field.title"));
    private final TextArea body = new TextArea(text("document.field.body"));
    private final Checkbox checked = new Checkbox(text("bulletin.checked"));
    private final transient Drafts drafts;
    private final transient ObjectMapper json;
    private final String key;

    BulletinForm(
            Bulletins bulletins,
            Drafts drafts,
            ObjectMapper json,
            UUID campaignId,
            String key,
            Bulletins.Content begun) {
        this.drafts = drafts;
        this.json = json;
        this.key = key;
        title.setWidthFull();
        title.setMaxLength(Bulletins.TITLE);
        title.setManualValidation(true);
        body.setWidthFull();
        body.setMaxLength(Bulletins.BODY);
        body.setMinRows(12);
        body.setManualValidation(true);
        body.setHelperText(text("document.field.body.help"));
        to.setManualValidation(true);
        var fetch = new Button(text("bulletin.fetch"), event -> fetch(bulletins, campaignId));
        var row = new Div(from, to, fetch);
        row.addClassName("chips");
        add(row, title, body, checked);
        fill(begun);
        for (var field : new com.vaadin.flow.component.HasValue<?, ?>[] {from, to, title, body}) {
            field.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    save();
                }
            });
        }
        title.setValueChangeMode(ValueChangeMode.LAZY);
        title.setValueChangeTimeout(PAUSE_MILLIS);
        body.setValueChangeMode(ValueChangeMode.LAZY);
        body.setValueChangeTimeout(PAUSE_MILLIS);
    }

    private void fill(Bulletins.Content begun) {
        var content = begun;
        var stored = drafts.load(key);
        if (stored.isPresent()) {
            try {
                content = json.readValue(stored.get().json(), Bulletins.Content.class);
            } catch (JacksonException e) {
                LOG.warn("A draft of {} is of an older form and is left out", key, e);
            }
        }
        from.setValue(content.from());
        to.setValue(content.to());
        title.setValue(content.title());
        body.setValue(content.body());
    }

    private void fetch(Bulletins bulletins, UUID campaignId) {
        var words = bulletins.material(campaignId, day(from), day(to)).stream()
                .map(Bulletins.Entry::words)
                .collect(Collectors.joining("\n"));
        if (words.isEmpty()) {
            Notices.success("bulletin.fetch.none");
        } else {
            body.setValue(body.isEmpty() ? words : body.getValue() + "\n" + words);
            save();
        }
    }

    private void save() {
        drafts.save(key, json.writeValueAsString(content()));
    }

    /** It was sent: nothing is kept any more. */
    void clear() {
        drafts.clear(key);
    }

    Bulletins.Content content() {
        return new Bulletins.Content(day(from), day(to), title.getValue(), body.getValue());
    }

    boolean checked() {
        return checked.getValue();
    }

    Map<String, HasValidation> fields() {
        var fields = new LinkedHashMap<String, HasValidation>();
        fields.put("to", to);
        fields.put("title", title);
        fields.put("body", body);
        return fields;
    }

    /** A day that somebody emptied counts as the other one. */
    private LocalDate day(DatePicker picker) {
        var value = picker.getValue();
        var other = picker == from ? to.getValue() : from.getValue();
        return value != null ? value : other != null ? other : LocalDate.EPOCH;
    }
}
