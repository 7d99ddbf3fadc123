package cn.minqing.ui.visit;

import cn.minqing.platform.UserError.Message;
import cn.minqing.ui.component.LocalDraft;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is due for the household: done ones with their date and evidence, open ones to tick. */
final class Duties extends Div {

    /**
     * One obligation.
     *
     * @param hint what stands as evidence
     * @param withForm met by filling in a form of this sheet, not by a tick
     * @param issueCounts whether an issue of the household will do in place of written evidence
     * @param metOn null while it is open
     * @param evidence what was written when it was met
     */
    record Duty(
            String id,
            String name,
            String hint,
            boolean withForm,
            boolean issueCounts,
            @Nullable LocalDate metOn,
            String evidence) {}

    private final Map<String, Open> open = new LinkedHashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();

    private record Open(Duty duty, Checkbox tick, TextArea evidence) {}

    Duties(List<Duty> duties) {
        var list = new UnorderedList();
        list.addClassName("duties");
        for (var duty : duties) {
            list.add(duty.metOn() != null ? done(duty, duty.metOn()) : duty.withForm() ? byForm(duty) : open(duty));
        }
        add(list);
    }

    /** Evidence by obligation, of those ticked now. */
    Map<String, String> ticked() {
        var ticked = new LinkedHashMap<String, String>();
        open.forEach((id, duty) -> {
            if (duty.tick().getValue()) {
                ticked.put(id, duty.evidence().getValue().strip());
            }
        });
        return ticked;
    }

    void restore(Map<String, String> ticked) {
        open.forEach((id, duty) -> {
            duty.tick().setValue(ticked.containsKey(id));
            duty.evidence().setValue(ticked.getOrDefault(id, ""));
        });
    }

    void addChangeListener(Runnable listener) {
        listeners.add(listener);
    }

    void keepIn(LocalDraft draft) {
        open.forEach((id, duty) -> draft.watch("duty/" + id, duty.evidence()));
    }

    /** Shows faults at {@code <prefix><id>} and takes them out of the map. */
    void showFaults(Map<String, Message> faults, String prefix) {
        open.forEach((id, duty) -> {
            var fault = faults.remove(prefix + id);
            duty.evidence().setInvalid(fault != null);
            duty.evidence().setErrorMessage(fault == null ? "" : Notices.text(fault));
            if (fault != null) {
                duty.evidence().scrollIntoView();
                duty.evidence().focus();
            }
        });
    }

    /** For copying elsewhere. */
    String asText() {
        var lines = new ArrayList<String>();
        open.forEach((id, duty) -> {
            if (duty.tick().getValue()) {
                lines.add(duty.duty().name() + "：" + duty.evidence().getValue());
            }
        });
        return String.join("\n", lines);
    }

    private ListItem done(Duty duty, LocalDate metOn) {
        var item = new ListItem();
        item.addClassName("duty-done");
        var sign = VaadinIcon.CHECK_CIRCLE.create();
        sign.getElement().setAttribute("role", "img").setAttribute("aria-label", getTranslation("sheet.duty.done"));
        var name = new Span(duty.name());
        var when = new Span(metOn.toString());
        when.addClassName("when");
        item.add(sign, name, when);
        if (!duty.evidence().isBlank()) {
            var evidence = new Span(duty.evidence());
            evidence.addClassName("evidence");
            item.add(evidence);
        }
        return item;
    }

    private ListItem byForm(Duty duty) {
        var item = new ListItem();
        item.addClassName("duty-done");
        var sign = VaadinIcon.CIRCLE_THIN.create();
        sign.getElement().setAttribute("role", "img").setAttribute("aria-label", getTranslation("sheet.duty.open"));
        var hint = new Span(getTranslation("sheet.duty.byForm"));
        hint.addClassName("hint");
        item.add(sign, new Span(duty.name()), hint);
        return item;
    }

    private ListItem open(Duty duty) {
        var item = new ListItem();
        item.addClassName("duty");
        var tick = new Checkbox(duty.name());
        var evidence = new TextArea(getTranslation("sheet.duty.evidence"));
        evidence.addClassName("evidence");
        evidence.setHelperText(
                duty.issueCounts() ? getTranslation("sheet.duty.issueCounts", duty.hint()) : duty.hint());
        evidence.setWidthFull();
        evidence.setMinRows(1);
        evidence.setManualValidation(true);
        evidence.setRequiredIndicatorVisible(!duty.issueCounts());
        evidence.setVisible(false);
        evidence.setAriaLabel(getTranslation("sheet.duty.evidenceOf", duty.name()));
        tick.addValueChangeListener(event -> {
            evidence.setVisible(event.getValue());
            if (event.isFromClient()) {
                if (event.getValue()) {
                    evidence.focus();
                }
                listeners.forEach(Runnable::run);
            }
        });
        evidence.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                evidence.setInvalid(false);
                listeners.forEach(Runnable::run);
            }
        });
        item.add(tick, evidence);
        open.put(duty.id(), new Open(duty, tick, evidence));
        return item;
    }
}
