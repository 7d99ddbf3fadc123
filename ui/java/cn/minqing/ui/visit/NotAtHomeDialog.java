package cn.minqing.ui.visit;

import cn.minqing.platform.UserError;
import cn.minqing.ui.form.Calendars;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Nobody was there: when the next attempt is. */
final class NotAtHomeDialog extends Dialog {

    /** Hands it in; throws {@link UserError} with faults at {@code nextDate} and {@code note}. */
    interface Use {
        void accept(LocalDate nextDate, String note);
    }

    NotAtHomeDialog(LocalDate today, Use use) {
        setHeaderTitle(getTranslation("sheet.notAtHome.title"));
        addClassName("form-dialog");
        setWidth("min(30rem, 100%)");
        var next = new DatePicker(getTranslation("sheet.notAtHome.next"));
        Calendars.translate(next);
        next.setInitialPosition(today);
        next.setManualValidation(true);
        next.setRequiredIndicatorVisible(true);
        next.setValue(today.plusDays(1));
        next.setWidthFull();
        var quick = new Div();
        quick.addClassName("button-row");
        for (var choice : Map.of(
                        "sheet.notAtHome.tomorrow", today.plusDays(1),
                        "sheet.notAtHome.saturday", today.with(TemporalAdjusters.next(DayOfWeek.SATURDAY)))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByValue())
                .toList()) {
            var button = new Button(getTranslation(choice.getKey()), event -> next.setValue(choice.getValue()));
            quick.add(button);
        }
        var note = new TextField(getTranslation("sheet.notAtHome.note"));
        note.setHelperText(getTranslation("sheet.notAtHome.noteHelp"));
        note.setManualValidation(true);
        note.setWidthFull();
        var body = new Div(new Paragraph(getTranslation("sheet.notAtHome.what")), quick, next, note);
        body.addClassName("form-group");
        add(body);

        var fields = new LinkedHashMap<String, com.vaadin.flow.component.HasValidation>();
        fields.put("nextDate", next);
        fields.put("note", note);
        var save = new Button(getTranslation("sheet.notAtHome.save"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(event -> {
            try {
                if (next.getValue() == null) {
                    next.setErrorMessage(getTranslation("forms.badDate"));
                    next.setInvalid(true);
                } else if (Notices.attempt(
                        fields, () -> use.accept(Objects.requireNonNull(next.getValue()), note.getValue()))) {
                    close();
                }
            } finally {
                save.setEnabled(true);
            }
        });
        var cancel = new Button(getTranslation("household.cancel"), event -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getFooter().add(cancel, save);
    }
}
