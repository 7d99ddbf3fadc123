package cn.minqing.ui.shell;

import cn.minqing.platform.UserError;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;

/** Tells people how something went, in whole sentences. What they typed stays where it is. */
public final class Notices {
    private static final int SUCCESS_MILLIS = 4000;

    private Notices() {}

    /** A short word that something is done; {@code key} of the bundle. */
    public static void success(String key, Object... args) {
        closeOthers();
        open(I18NProvider.translate(locale(), key, args), NotificationVariant.LUMO_SUCCESS, SUCCESS_MILLIS);
    }

    /** Says what could not be done and what to do; stays until it is closed. */
    public static void show(UserError error) {
        failure(text(error.message()));
    }

    /**
     * As {@link #show(UserError)}, and puts each fault beside its field and leads to the first one. A fault whose field
     * is not here joins the sentence.
     *
     * @param fields the fields by the name the error uses, in the order of the page
     */
    public static void show(UserError error, Map<String, ? extends HasValidation> fields) {
        clear(fields);
        var sentences = new ArrayList<String>();
        sentences.add(text(error.message()));
        HasValidation first = null;
        for (var entry : fields.entrySet()) {
            var fault = error.fields().get(entry.getKey());
            if (fault != null) {
                entry.getValue().setErrorMessage(text(fault));
                entry.getValue().setInvalid(true);
                first = first == null ? entry.getValue() : first;
            }
        }
        error.fields().forEach((name, fault) -> {
            if (!fields.containsKey(name)) {
                sentences.add(text(fault));
            }
        });
        if (first instanceof Component component) {
            component.scrollIntoView();
        }
        if (first instanceof Focusable<?> focusable) {
            focusable.focus();
        }
        failure(String.join(" ", sentences));
    }

    /** Takes the marks of an earlier attempt away. */
    public static void clear(Map<String, ? extends HasValidation> fields) {
        fields.values().forEach(field -> {
            field.setErrorMessage(null);
            field.setInvalid(false);
        });
    }

    /**
     * Runs what the user asked for and shows a {@link UserError}, also when somebody else was faster.
     *
     * @return whether it was done
     */
    public static boolean attempt(Runnable action) {
        return attempt(new LinkedHashMap<String, HasValidation>(), action);
    }

    /** As {@link #attempt(Runnable)}, with faults beside the fields. */
    public static boolean attempt(Map<String, ? extends HasValidation> fields, Runnable action) {
        clear(fields);
        closeOthers();
        try {
            action.run();
            return true;
        } catch (RuntimeException e) {
            var error = userError(e);
            if (error.isEmpty()) {
                throw e;
            }
            show(error.get(), fields);
            return false;
        }
    }

    /** The sentence of a message, in the language of the page. */
    public static String text(UserError.Message message) {
        return I18NProvider.translate(
                locale(), "error." + message.code(), message.args().toArray());
    }

    /** What somebody can be told about a failure: a {@link UserError}, or that somebody else was faster. */
    public static Optional<UserError> userError(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UserError error) {
                return Optional.of(error);
            }
            if (cause instanceof OptimisticLockingFailureException
                    || cause.getClass().getSimpleName().equals("OptimisticLockingException")) {
                return Optional.of(new UserError("stale"));
            }
        }
        return Optional.empty();
    }

    static void failure(String sentence) {
        open(sentence, NotificationVariant.LUMO_WARNING, 0);
    }

    private static void open(String sentence, NotificationVariant variant, int millis) {
        var note = new Notification();
        note.addThemeVariants(variant);
        note.setPosition(Position.TOP_CENTER);
        note.setDuration(millis);
        note.setAssertive(millis == 0);
        var body = new Div(new Span(sentence));
        body.addClassName("notice");
        if (millis == 0) {
            closeOthers();
            var close = new Button(VaadinIcon.CLOSE.create(), e -> note.close());
            close.addThemeNames("tertiary-inline", "icon");
            close.setAriaLabel(I18NProvider.translate(locale(), "shell.close"));
            body.add(close);
        }
        note.add(body);
        note.open();
    }

    /** The last failure goes when an attempt succeeds or fails anew, so that sentences never stand together. */
    private static void closeOthers() {
        List.copyOf(UI.getCurrent().getChildren().toList()).stream()
                .filter(Notification.class::isInstance)
                .map(Notification.class::cast)
                .filter(note -> note.getDuration() == 0)
                .forEach(Notification::close);
    }

    private static java.util.Locale locale() {
        return UI.getCurrent().getLocale();
    }
}
