package cn.minqing.ui.campaign;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;

/** The recurring parts of these pages, in the classes of the stylesheet. */
final class Pieces {
    private Pieces() {}

    static Div section(String title, Component... content) {
        var section = new Div(new H2(title));
        section.addClassName("section");
        section.add(content);
        return section;
    }

    /** A section whose heading has something at its right. */
    static Div sectionWith(String title, Component beside, Component... content) {
        var head = new Div(new H2(title), beside);
        head.addClassName("section-head");
        var section = new Div(head);
        section.addClassName("section");
        section.add(content);
        return section;
    }

    /** A figure with its meaning; a link when there are records behind it. */
    static Component headline(String figure, String unit, String meaning, @Nullable String route) {
        var number = span("figure", figure);
        var what = span("unit", unit);
        var words = span("meaning", meaning);
        if (route == null) {
            var plain = new Div(number, what, words);
            plain.addClassName("headline");
            return plain;
        }
        var link = link(route, number, what, words);
        link.addClassName("headline");
        return link;
    }

    static Span span(String className, String text) {
        var span = new Span(text);
        span.addClassName(className);
        return span;
    }

    static Paragraph muted(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName("muted");
        return paragraph;
    }

    /** {@code info-note} or {@code warn-note}. */
    static Div note(String className, String text) {
        var note = new Div(new Span(text));
        note.addClassName(className);
        return note;
    }

    static Div empty(String title, String text, Component... next) {
        var empty = new Div(new H3(title), new Paragraph(text));
        empty.addClassName("empty");
        empty.add(next);
        return empty;
    }

    /** One line of {@code bars}: a name, the share as a bar, the figure in words. */
    static ListItem bar(String name, int part, int whole, String figure, @Nullable String route) {
        var bar = new Span();
        bar.addClassName("bar");
        bar.getStyle().set("--share", String.valueOf(whole == 0 ? 0 : Math.min(1.0, part / (double) whole)));
        var parts = new Component[] {span("name", name), bar, span("figure", figure)};
        var item = new ListItem();
        if (route == null) {
            item.add(parts);
        } else {
            item.add(link(route, parts));
        }
        return item;
    }

    static UnorderedList bars() {
        var list = new UnorderedList();
        list.addClassName("bars");
        return list;
    }

    /** A link that looks like a button. */
    static Anchor buttonLink(String route, String text) {
        var link = link(route, new Span(text));
        link.addClassName("button-link");
        return link;
    }

    /** A link to another page of the product, which opens without loading everything anew. */
    static Anchor link(String route, Component... content) {
        var link = new Anchor(route, content);
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    static Anchor link(String route, String text) {
        return link(route, new Span(text));
    }
}
