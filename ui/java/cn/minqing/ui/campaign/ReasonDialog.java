package cn.minqing.ui.campaign;

import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;
import java.util.function.Consumer;

/** Asks for the reason of a decision that goes against somebody, who will read it. */
class ReasonDialog extends Dialog {
    private static final int LONGEST = 500;

    private final TextArea reason = new TextArea();

    /**
     * @param text bundle keys {@code <text>.title}, {@code .explanation}, {@code .reason}, {@code .submit}
     * @param submit does it; a {@code UserError} is shown at the field and the dialog stays
     */
    ReasonDialog(String id, String text, Consumer<String> submit) {
        setId(id);
        setHeaderTitle(getTranslation(text + ".title"));
        setWidth("32rem");
        setMaxWidth("100%");
        reason.setId(id + "-reason");
        reason.setLabel(getTranslation(text + ".reason"));
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(LONGEST);
        reason.setMinRows(4);
        reason.setWidthFull();
        add(new Paragraph(getTranslation(text + ".explanation")), reason);
        var cancel = new Button(getTranslation("campaigns.cancel"), event -> close());
        var confirm = new Button(getTranslation(text + ".submit"), event -> {
            Map<String, HasValidation> fields = Map.of("reason", reason);
            if (Notices.attempt(fields, () -> submit.accept(reason.getValue()))) {
                close();
            }
            event.getSource().setEnabled(true);
        });
        confirm.setId(id + "-submit");
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.setDisableOnClick(true);
        getFooter().add(cancel, confirm);
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                reason.focus();
            }
        });
    }
}
