package cn.minqing.ui.component;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps typed input in the browser until {@link #clear()} says that the server has it. Put it at the top of the form:
 * it shows quietly that something is kept, and offers it back after a lost connection or an expired session.
 *
 * <p>For text, number, date fields and single checkboxes. Choices reach the server with the tap and belong into its
 * draft. On a shared device nothing stays longer than a week or the logout ({@link #forgetAll}).
 */
@Tag("minqing-local-draft")
@JsModule("./component/local-draft.ts")
public class LocalDraft extends Component implements HasStyle {
    private final String key;
    private final Map<String, Component> watched = new LinkedHashMap<>();

    /** @param key person and task, for instance {@code "u17/visit/4711"}; never a name or a phone number */
    public LocalDraft(String key) {
        this.key = key;
        addClassName("local-draft");
    }

    /** @param name of the field within this draft, stable between versions */
    public <C extends Component & HasValue<?, ?>> LocalDraft watch(String name, C field) {
        watched.put(name, field);
        field.addAttachListener(e -> tellClient(name, field));
        if (field.isAttached()) {
            tellClient(name, field);
        }
        return this;
    }

    /** Call when the server has stored what was typed. */
    public void clear() {
        getElement().callJsFunction("clear");
    }

    /** The fields are already filled again when this is called. */
    public Registration addRestoreListener(ComponentEventListener<RestoreEvent> listener) {
        return addListener(RestoreEvent.class, listener);
    }

    /** Removes every draft from this browser; for the logout. */
    public static void forgetAll(UI ui) {
        ui.getPage().executeJs("window.minqingForgetDrafts?.()");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement()
                .callJsFunction(
                        "init",
                        key,
                        Map.of(
                                "found", getTranslation("component.draft.found"),
                                "restore", getTranslation("component.draft.restore"),
                                "discard", getTranslation("component.draft.discard"),
                                "kept", getTranslation("component.draft.kept")));
        watched.forEach((name, field) -> {
            if (field.isAttached()) {
                tellClient(name, field);
            }
        });
    }

    private void tellClient(String name, Component field) {
        if (isAttached()) {
            getElement().callJsFunction("watch", name, field.getElement());
        }
    }

    /** Somebody took back what was kept. */
    @DomEvent("draft-restored")
    public static class RestoreEvent extends ComponentEvent<LocalDraft> {
        private final String json;

        public RestoreEvent(LocalDraft source, boolean fromClient, @EventData("event.detail.json") String json) {
            super(source, fromClient);
            this.json = json;
        }

        /** The restored values by field name. */
        public String getJson() {
            return json;
        }
    }
}
