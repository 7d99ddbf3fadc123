package cn.minqing.ui.shell;

import cn.minqing.ui.shell.SearchSource.Hit;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;

/** The one search box: opens over the page, asks every area, and leads to what was found. */
@org.springframework.stereotype.Component
class Search {
    private static final int PER_SOURCE = 8;
    private static final int MIN_LENGTH = 1;
    private static final int MAX_LENGTH = 60;
    private static final int WAIT_MILLIS = 250;

    private final List<SearchSource> sources;

    Search(List<SearchSource> sources) {
        this.sources = sources;
    }

    /** What looks like a search field on a wide page and like a sign on a narrow one. */
    Component button() {
        var button = new NativeButton("", e -> open());
        button.addClassName("top-search");
        var text = new Span();
        text.addClassName("top-search-text");
        var icon = VaadinIcon.SEARCH.create();
        icon.getElement().setAttribute("aria-hidden", "true");
        button.add(icon, text);
        button.addAttachListener(e -> {
            text.setText(button.getTranslation("shell.search.hint"));
            button.getElement().setAttribute("aria-label", button.getTranslation("shell.search"));
        });
        return button;
    }

    private void open() {
        var dialog = new Dialog();
        dialog.addClassName("search-dialog");
        dialog.setHeaderTitle(dialog.getTranslation("shell.search"));
        dialog.setWidth("min(40rem, 100vw)");
        var results = new Div();
        results.addClassName("search-results");
        results.getElement().setAttribute("aria-live", "polite");
        var field = new TextField(dialog.getTranslation("shell.search.label"));
        field.setHelperText(dialog.getTranslation("shell.search.hint"));
        field.setWidthFull();
        field.setClearButtonVisible(true);
        field.setMaxLength(MAX_LENGTH);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(WAIT_MILLIS);
        field.addValueChangeListener(e -> show(dialog, results, e.getValue().strip()));
        Shortcuts.addShortcutListener(field, () -> first(results), Key.ENTER).listenOn(field);
        var close = new Button(VaadinIcon.CLOSE.create(), e -> dialog.close());
        close.addThemeNames("tertiary", "icon");
        close.setAriaLabel(dialog.getTranslation("shell.close"));
        dialog.getHeader().add(close);
        dialog.add(field, results);
        dialog.open();
        field.focus();
    }

    private void show(Dialog dialog, Div results, String text) {
        results.removeAll();
        if (text.length() < MIN_LENGTH) {
            return;
        }
        var hits = new ArrayList<Hit>();
        sources.forEach(source -> hits.addAll(source.find(text, PER_SOURCE)));
        if (hits.isEmpty()) {
            results.add(new Paragraph(results.getTranslation("shell.search.nothing", text)));
        }
        for (var hit : hits) {
            var kind = new Span(results.getTranslation(hit.kind()));
            kind.addClassName("tag");
            var title = new Span(hit.title());
            title.addClassName("what");
            var detail = new Span(hit.detail());
            detail.addClassName("where");
            var link = new Anchor(hit.route());
            link.getElement().setAttribute("router-link", true);
            link.addClassName("search-hit");
            link.add(kind, title, detail);
            link.getElement().addEventListener("click", e -> dialog.close());
            results.add(link);
        }
    }

    private static void first(Div results) {
        results.getChildren()
                .filter(Anchor.class::isInstance)
                .map(Anchor.class::cast)
                .findFirst()
                .ifPresent(link -> UI.getCurrent().getPage().executeJs("$0.click()", link.getElement()));
    }
}
