package cn.minqing.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;

/** The languages, each in its own script. */
class LanguageSwitch extends Div {
    LanguageSwitch(Languages languages) {
        addClassName("language-switch");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("shell.language"));
        for (var locale : Languages.ALL) {
            var button = new NativeButton(
                    getTranslation("shell.language." + locale.toLanguageTag()), e -> languages.choose(locale));
            button.getElement().setAttribute("lang", Languages.htmlName(locale));
            button.getElement()
                    .setAttribute(
                            "aria-pressed",
                            String.valueOf(Languages.closest(getLocale()).equals(locale)));
            add(button);
        }
    }
}
