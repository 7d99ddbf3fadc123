package cn.minqing.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;

/** The pieces most pages are made of. */
public final class PageParts {
    private PageParts() {}

    public static String text(String key, Object... args) {
        return I18NProvider.translate(locale(), key, args);
    }

    public static Locale locale() {
        var ui = UI.getCurrent();
        return ui == null ? Locale.SIMPLIFIED_CHINESE : ui.getLocale();
    }

    /** Title, a line below it where there is one, and what can be done. */
    public static Div header(String title, String meta, Component... actions) {
        var header = new Div(new H1(title));
        header.addClassName("page-header");
        if (!meta.isEmpty()) {
            var line = new Div(new Span(meta));
            line.addClassName("page-meta");
            header.add(line);
        }
        if (actions.length > 0) {
            var bar = new Div(actions);
            bar.addClassName("page-actions");
            header.add(bar);
        }
        return header;
    }

    public static Section section(String titleKey, Component... content) {
        var section = new Section(new H2(text(titleKey)));
        section.addClassName("section");
        section.add(content);
        return section;
    }

    /** Says that there is nothing yet, and in {@code <key>.next} what will appear. */
    public static Div empty(String key) {
        var empty = new Div(new H3(text(key)), new Paragraph(text(key + ".next")));
        empty.addClassName("empty");
        return empty;
    }

    public static Span tag(String words) {
        var tag = new Span(words);
        tag.addClassName("tag");
        return tag;
    }

    public static void fact(DescriptionList facts, String key, String value) {
        if (!value.isEmpty()) {
            facts.add(new Div(new DescriptionList.Term(text(key)), new DescriptionList.Description(value)));
        }
    }

    public static TextArea area(String key, int limit) {
        var area = new TextArea(text(key));
        area.setMaxLength(limit);
        area.setMinRows(3);
        area.setWidthFull();
        area.setManualValidation(true);
        return area;
    }
}
