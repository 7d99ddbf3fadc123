package cn.minqing.ui.supervision;

import static cn.minqing.ui.supervision.Parts.text;

import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Map;

/** A form in a dialog: bundle keys {@code <key>.title}, {@code .help}, {@code .submit}, {@code .done}. */
public final class FormDialog extends Dialog {
    public FormDialog(String key, Map<String, ? extends HasValidation> fields, Runnable submit, Runnable done) {
        setHeaderTitle(text(key + ".title"));
        setWidth("36rem");
        setMaxWidth("100%");
        add(new Paragraph(text(key + ".help")));
        fields.values().forEach(field -> add((Component) field));
        var confirm = new Button(text(key + ".submit"));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(event -> {
            if (Notices.attempt(fields, submit)) {
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
