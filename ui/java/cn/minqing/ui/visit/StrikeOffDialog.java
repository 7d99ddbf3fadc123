package cn.minqing.ui.visit;

import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.LinkedHashMap;
import java.util.Objects;

/** The household is no longer there: why, and what shows it. The unit leader decides. */
final class StrikeOffDialog extends Dialog {

    /** Hands it in; throws {@link cn.minqing.platform.UserError} with faults at {@code reason} and {@code note}. */
    interface Use {
        void accept(String reason, String note);
    }

    StrikeOffDialog(java.util.Set<String> reasons, Use use) {
        setHeaderTitle(getTranslation("sheet.strikeOff.title"));
        addClassName("form-dialog");
        setWidth("min(30rem, 100%)");
        var reason = new RadioButtonGroup<String>(getTranslation("sheet.strikeOff.reason"));
        reason.setItems(
                reasons.stream().sorted(java.util.Comparator.reverseOrder()).toList());
        reason.setItemLabelGenerator(code -> getTranslation("household.strikeOff." + code));
        reason.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        reason.addClassName("choices");
        reason.setManualValidation(true);
        reason.setRequiredIndicatorVisible(true);
        var note = new TextArea(getTranslation("sheet.strikeOff.note"));
        note.setHelperText(getTranslation("sheet.strikeOff.noteHelp"));
        note.setManualValidation(true);
        note.setRequiredIndicatorVisible(true);
        note.setMinRows(2);
        note.setWidthFull();
        var body = new Div(new Paragraph(getTranslation("sheet.strikeOff.what")), reason, note);
        body.addClassName("form-group");
        add(body);

        var fields = new LinkedHashMap<String, com.vaadin.flow.component.HasValidation>();
        fields.put("reason", reason);
        fields.put("note", note);
        var save = new Button(getTranslation("sheet.strikeOff.save"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(event -> {
            try {
                if (Notices.attempt(
                        fields, () -> use.accept(Objects.toString(reason.getValue(), ""), note.getValue()))) {
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
