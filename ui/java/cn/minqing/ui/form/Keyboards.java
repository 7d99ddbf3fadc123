package cn.minqing.ui.form;

import com.vaadin.flow.component.textfield.TextField;

/** Brings up the right keyboard of a phone. */
public final class Keyboards {
    private Keyboards() {}

    /** @param mode as in HTML: numeric, decimal, text, tel */
    public static void show(TextField field, String mode) {
        field.addAttachListener(event -> field.getElement()
                .executeJs(
                        "const f = this; customElements.whenDefined(f.localName).then(() => requestAnimationFrame(() => {"
                                + " if (f.inputElement) f.inputElement.inputMode = $0 }))",
                        mode));
    }
}
