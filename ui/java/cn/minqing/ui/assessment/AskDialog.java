package cn.minqing.ui.assessment;

import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Map;

/** A form in a dialog: bundle keys {@code <key>.title}, {@code .help}, {@code .submit}, {@code .done}. */
final class AskDialog extends Dialog {
    AskDialog(String key, Map<String, ? extends HasValidation> fields, Runnable submit, Runnable done) {
        setHeaderTitle(getTranslation(key + ".title"));
        setWidth("36rem");
        setMaxWidth("100%");
        add(new Paragraph(getTranslation(key + ".help")));
        fields.values().forEach(field -> add((Component) field));
        var confirm = new Button(getTranslation(key + ".submit"));
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
        getFooter().add(new Button(getTranslation("shell.close"), event -> close()), confirm);
    }
}
