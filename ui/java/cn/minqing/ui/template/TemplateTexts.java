package cn.minqing.ui.template;

import cn.minqing.campaign.TemplateChange;
import cn.minqing.campaign.TemplateFault;
import cn.minqing.platform.UserError.Message;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The words of the pages about templates. */
final class TemplateTexts {
    private TemplateTexts() {}

    static String text(String key, Object... args) {
        return I18NProvider.translate(locale(), key, args);
    }

    static Locale locale() {
        var ui = UI.getCurrent();
        return ui == null ? Locale.SIMPLIFIED_CHINESE : ui.getLocale();
    }

    /** What the bundle has, or nothing. */
    static String known(String key) {
        var found = text(key);
        return found.contains(key) ? "" : found;
    }

    /** The name of a part as the schema knows it: {@code obligations[].name}. */
    static String part(String part) {
        return text("template.part." + part.replace("[]", ".item"));
    }

    static String help(String part) {
        return known("template.part." + part.replace("[]", ".item") + ".help");
    }

    static String reason(Message reason) {
        return text("error." + reason.code(), reason.args().toArray());
    }

    static String fault(TemplateFault fault) {
        return fault.field().isEmpty()
                ? text("templates.fault", fault.line(), "", reason(fault.reason()))
                : text("templates.fault", fault.line(), fault.field(), reason(fault.reason()));
    }

    static String change(TemplateChange change) {
        var where = change.path().stream()
                .map(step -> step.entry().isEmpty()
                        ? part(step.part())
                        : text("templates.entry", part(step.part()), step.entry()))
                .collect(Collectors.joining(" · "));
        if (change.before().isEmpty()) {
            return text("templates.added", where, change.after());
        }
        return change.after().isEmpty()
                ? text("templates.removed", where, change.before())
                : text("templates.changed", where, change.before(), change.after());
    }

    static Div changes(List<TemplateChange> changes, boolean first) {
        var box = new Div();
        box.addClassName("template-changes");
        if (changes.isEmpty()) {
            box.add(new Span(text(first ? "templates.first" : "templates.same")));
            return box;
        }
        var list = new UnorderedList();
        changes.forEach(change -> list.add(new ListItem(change(change))));
        box.add(list);
        return box;
    }
}
