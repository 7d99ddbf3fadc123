package cn.minqing.ui.household;

import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.function.Consumer;

/** Asks what a masked field is needed for, before it is shown. */
public final class PurposeDialog extends Dialog {

    /**
     * @param what the field in words
     * @param reveal shows it; throws {@link cn.minqing.platform.UserError} with a fault at {@code purpose}
     */
    public PurposeDialog(String what, Consumer<String> reveal) {
        setHeaderTitle(getTranslation("household.reveal.title", what));
        addClassName("form-dialog");
        setWidth("min(28rem, 100%)");
        var purpose = new TextField(getTranslation("household.reveal.purpose"));
        purpose.setHelperText(getTranslation("household.reveal.purposeHelp"));
        purpose.setRequiredIndicatorVisible(true);
        purpose.setManualValidation(true);
        purpose.setWidthFull();
        var body = new Div(new Paragraph(getTranslation("household.reveal.what")), purpose);
        body.addClassName("form-group");
        add(body);
        var show = new Button(getTranslation("household.reveal.show"), event -> {
            if (Notices.attempt(Map.of("purpose", purpose), () -> reveal.accept(purpose.getValue()))) {
                close();
            }
        });
        show.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        show.addClickShortcut(com.vaadin.flow.component.Key.ENTER);
        var cancel = new Button(getTranslation("household.cancel"), event -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getFooter().add(cancel, show);
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                purpose.focus();
            }
        });
    }
}
