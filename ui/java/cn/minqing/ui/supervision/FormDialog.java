package cn.minqing.ui.supervision;

import static cn.minqing.ui.supervision.Parts.text;

import cn.minqing.organization.Actors;
import cn.minqing.ui.component.LocalDraft;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;

/**
 * A form in a dialog: bundle keys {@code <key>.title}, {@code .help}, {@code .submit}, {@code .done}. What is typed stays in
 * the browser until it is sent.
 */
public final class FormDialog extends Dialog {
    public FormDialog(String key, Map<String, ? extends HasValidation> fields, Runnable submit, Runnable done) {
        setHeaderTitle(text(key + ".title"));
        setWidth("36rem");
        setMaxWidth("100%");
        add(new Paragraph(text(key + ".help")));
        var kept = new LocalDraft(Actors.currentId() + "/" + key);
        add(kept);
        fields.forEach((name, field) -> {
            add((Component) field);
            if (field instanceof HasSize sized) {
                sized.setWidthFull();
            }
            if (field instanceof TextArea text) {
                kept.watch(name, text);
            } else if (field instanceof TextField text) {
                kept.watch(name, text);
            } else if (field instanceof DatePicker date) {
                kept.watch(name, date);
            }
        });
        var confirm = new Button(text(key + ".submit"));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(event -> {
            if (Notices.attempt(fields, submit)) {
                kept.clear();
                close();
                Notices.success(key + ".done");
                done.run();
            } else {
                confirm.setEnabled(true);
            }
        });
        getFooter().add(new Button(text("supervision.cancel"), event -> close()), confirm);
    }
}
