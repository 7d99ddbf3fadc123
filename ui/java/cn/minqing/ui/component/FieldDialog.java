package cn.minqing.ui.component;

import static cn.minqing.ui.component.PageParts.text;

import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Map;

/** A few fields in a dialog: bundle keys {@code <key>.title}, {@code .help}, {@code .submit}, {@code .done}. */
public final class FieldDialog extends Dialog {

    /** The fields are shown in their order. */
    public FieldDialog(String key, Map<String, ? extends HasValidation> fields, Runnable submit, Runnable done) {
        this(key, fields.values().stream().map(Component.class::cast).toList(), fields, submit, done);
    }

    /**
     * @param content what is shown, in order
     * @param fields those of it that faults are shown beside, by the names the faults use
     */
    public FieldDialog(
            String key,
            List<? extends Component> content,
            Map<String, ? extends HasValidation> fields,
            Runnable submit,
            Runnable done) {
        setHeaderTitle(text(key + ".title"));
        setWidth("36rem");
        setMaxWidth("100%");
        add(new Paragraph(text(key + ".help")));
        content.forEach(this::add);
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
