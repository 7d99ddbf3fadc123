package cn.minqing.ui.visit;

import cn.minqing.platform.UserError.Message;
import cn.minqing.ui.component.LocalDraft;
import cn.minqing.ui.form.Calendars;
import cn.minqing.ui.shell.Notices;
import cn.minqing.visit.SheetInput.NewPromise;
import cn.minqing.visit.VisitSheet.Promise;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was promised: earlier promises to tick as kept, and new ones. */
final class PromisesEditor extends Div {
    private final LocalDate today;
    private final Map<UUID, Checkbox> earlier = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final Div fresh = new Div();
    private final List<Runnable> listeners = new ArrayList<>();
    private @Nullable LocalDraft draft;
    private int made;

    private record Row(TextField text, DatePicker due, Div place, String key) {}

    PromisesEditor(List<Promise> promises, LocalDate today) {
        this.today = today;
        addClassName("form-group");
        for (var promise : promises) {
            var tick = new Checkbox(getTranslation("sheet.promise.kept", promise.text()));
            tick.setHelperText(
                    promise.due() == null
                            ? getTranslation(
                                    "sheet.promise.made", promise.madeOn().toString(), promise.madeBy())
                            : getTranslation(
                                    "sheet.promise.madeDue",
                                    promise.madeOn().toString(),
                                    promise.madeBy(),
                                    promise.due().toString()));
            tick.addValueChangeListener(event -> changed(event.isFromClient()));
            earlier.put(promise.id(), tick);
            add(tick);
        }
        fresh.addClassName("form-rows");
        var more = new Button(getTranslation("sheet.promise.add"), VaadinIcon.PLUS.create(), event -> {
            row("", null).text().focus();
            changed(true);
        });
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        more.addClassName("start");
        add(fresh, more);
    }

    Set<UUID> kept() {
        var kept = new LinkedHashSet<UUID>();
        earlier.forEach((id, tick) -> {
            if (tick.getValue()) {
                kept.add(id);
            }
        });
        return kept;
    }

    /** What was promised now; rows with nothing in them do not count. */
    List<NewPromise> promises() {
        return filled().stream()
                .map(row ->
                        new NewPromise(row.text().getValue().strip(), row.due().getValue()))
                .toList();
    }

    void restore(List<NewPromise> promises, Set<UUID> kept) {
        earlier.forEach((id, tick) -> tick.setValue(kept.contains(id)));
        rows.clear();
        fresh.removeAll();
        promises.forEach(promise -> row(promise.text(), promise.due()));
    }

    void addChangeListener(Runnable listener) {
        listeners.add(listener);
    }

    void keepIn(LocalDraft localDraft) {
        draft = localDraft;
        rows.forEach(row -> localDraft.watch(row.key(), row.text()));
    }

    /** Shows faults at {@code promises[i].text} and {@code .due} and takes them out of the map. */
    void showFaults(Map<String, Message> faults) {
        var filled = filled();
        for (var i = 0; i < filled.size(); i++) {
            var row = filled.get(i);
            show(row.text(), faults.remove("promises[" + i + "].text"));
            show(row.due(), faults.remove("promises[" + i + "].due"));
        }
    }

    private static void show(HasValidation field, @Nullable Message fault) {
        field.setErrorMessage(fault == null ? "" : Notices.text(fault));
        field.setInvalid(fault != null);
    }

    /** For copying elsewhere. */
    String asText() {
        return String.join(
                "\n",
                promises().stream()
                        .map(promise -> promise.text() + (promise.due() == null ? "" : "  " + promise.due()))
                        .toList());
    }

    private List<Row> filled() {
        return rows.stream()
                .filter(row -> !row.text().getValue().isBlank() || row.due().getValue() != null)
                .toList();
    }

    private Row row(String text, @Nullable LocalDate due) {
        var what = new TextField(getTranslation("sheet.promise.text"));
        what.setWidthFull();
        what.setManualValidation(true);
        what.setValue(text);
        var when = new DatePicker(getTranslation("sheet.promise.due"));
        when.setManualValidation(true);
        when.setInitialPosition(today);
        when.setWidthFull();
        Calendars.translate(when);
        when.setValue(due);
        var remove = new Button(VaadinIcon.TRASH.create());
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        remove.setAriaLabel(getTranslation("sheet.promise.remove"));
        remove.setTooltipText(getTranslation("sheet.promise.remove"));
        var place = new Div(what, when, remove);
        place.addClassNames("form-row", "promise-row");
        var row = new Row(what, when, place, "promise/" + made++);
        what.addValueChangeListener(event -> changed(event.isFromClient()));
        when.addValueChangeListener(event -> changed(event.isFromClient()));
        remove.addClickListener(event -> {
            rows.remove(row);
            fresh.remove(place);
            changed(true);
        });
        rows.add(row);
        fresh.add(place);
        if (draft != null) {
            draft.watch(row.key(), what);
        }
        return row;
    }

    private void changed(boolean byPerson) {
        if (byPerson) {
            listeners.forEach(Runnable::run);
        }
    }
}
