package cn.minqing.ui.campaign;

import cn.minqing.organization.Actors;
import cn.minqing.tasklist.Drafts;
import cn.minqing.ui.component.LocalDraft;
import cn.minqing.ui.shell.Dates;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** Keeps what is being typed on the server, and in the browser while the server cannot be reached; says so quietly. */
class Autosave<T> extends Div {
    private static final Logger LOG = LoggerFactory.getLogger(Autosave.class);
    private static final int PAUSE_MILLIS = 1200;

    private final transient Drafts drafts;
    private final transient ObjectMapper json;
    private final transient Dates dates;
    private final transient Supplier<T> typed;
    private final Class<T> type;
    private final String key;
    private final Span note = new Span();
    private final LocalDraft local;

    /**
     * @param subject what the draft belongs to: {@code campaign-plan/<id>}
     * @param typed reads the form
     */
    Autosave(Drafts drafts, ObjectMapper json, Dates dates, String subject, Class<T> type, Supplier<T> typed) {
        this.drafts = drafts;
        this.json = json;
        this.dates = dates;
        this.type = type;
        this.typed = typed;
        this.key = subject;
        this.local = new LocalDraft(Actors.current().id() + "/" + subject);
        note.addClassName("saved-note");
        note.getElement().setAttribute("role", "status");
        note.setVisible(false);
        local.addRestoreListener(event -> save());
        add(local, note);
    }

    static String key(String what, UUID id) {
        return what + "/" + id;
    }

    /** What was typed an earlier time and not handed in. */
    Optional<T> stored() {
        var draft = drafts.load(key);
        if (draft.isEmpty()) {
            return Optional.empty();
        }
        try {
            var read = json.readValue(draft.get().json(), type);
            say("campaigns.draft.restored", dates.when(draft.get().savedAt(), getLocale()));
            return Optional.of(read);
        } catch (JacksonException e) {
            LOG.warn("A draft of {} is of an older form and is left out", key, e);
            return Optional.empty();
        }
    }

    /** Saves after each change of the field, and while somebody types after each pause. */
    <C extends Component & HasValue<?, ?>> void watch(String name, C field) {
        if (field instanceof HasValueChangeMode typing) {
            typing.setValueChangeMode(ValueChangeMode.LAZY);
            typing.setValueChangeTimeout(PAUSE_MILLIS);
            local.watch(name, field);
        }
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                save();
            }
        });
    }

    void save() {
        var at = drafts.save(key, json.writeValueAsString(typed.get()));
        local.clear();
        say("campaigns.draft.saved", dates.when(at, getLocale()));
    }

    /** The real thing was handed in. */
    void clear() {
        drafts.clear(key);
        local.clear();
    }

    private void say(String text, String when) {
        note.setText(getTranslation(text, when));
        note.setVisible(true);
    }
}
