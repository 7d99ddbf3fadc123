package cn.minqing.ui.template;

import static cn.minqing.ui.template.TemplateTexts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Entries that can be added, taken away and put in order; each opens where it is worked on. */
final class ListEditor implements Editor {
    private record Entry(Editor editor, Details card) {}

    private final Editors editors;
    private final JsonNode items;
    private final String part;
    private final List<Entry> entries = new ArrayList<>();
    private final Div list = new Div();
    private final Div box = new Div();
    private final Span fault = new Span();

    ListEditor(Editors editors, JsonNode schema, String part, @Nullable JsonNode value) {
        this.editors = editors;
        this.items = schema.path("items");
        this.part = part + "[]";
        box.addClassName("template-list");
        list.addClassName("template-entries");
        fault.addClassName("template-fault");
        fault.setVisible(false);
        box.add(fault, list);
        if (value != null && value.isArray()) {
            value.forEach(entry -> add(entry, false));
        }
        var fixed = schema.path("minItems").asInt(0) > 1;
        if (!editors.readOnly() && !fixed) {
            var add = new Button(text("templates.add"), VaadinIcon.PLUS.create(), event -> {
                add(null, true);
                editors.changed();
            });
            add.getElement().setAttribute("data-part", part + "+");
            box.add(add);
        }
    }

    private void add(@Nullable JsonNode value, boolean open) {
        var editor = editors.of(items, part, value);
        var card = new Details();
        var entry = new Entry(editor, card);
        card.add(editor.view());
        if (!editors.readOnly()) {
            card.add(tools(entry));
        }
        card.setOpened(open);
        card.setWidthFull();
        card.addOpenedChangeListener(event -> name());
        entries.add(entry);
        list.add(card);
        name();
    }

    private Div tools(Entry entry) {
        var up = tool("templates.up", VaadinIcon.ARROW_UP, () -> move(entry, -1));
        var down = tool("templates.down", VaadinIcon.ARROW_DOWN, () -> move(entry, 1));
        var remove = tool("templates.remove", VaadinIcon.TRASH, () -> {
            entries.remove(entry);
            list.remove(entry.card());
        });
        var tools = new Div(up, down, remove);
        tools.addClassName("template-tools");
        return tools;
    }

    private Button tool(String key, VaadinIcon icon, Runnable work) {
        var button = new Button(text(key), icon.create(), event -> {
            work.run();
            name();
            editors.changed();
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private void move(Entry entry, int by) {
        var from = entries.indexOf(entry);
        var to = from + by;
        if (to >= 0 && to < entries.size()) {
            Collections.swap(entries, from, to);
            list.removeAll();
            entries.forEach(one -> list.add(one.card()));
        }
    }

    private void name() {
        for (var i = 0; i < entries.size(); i++) {
            var value = entries.get(i).editor().read();
            var name = value == null ? "" : value.path("name").asString("");
            entries.get(i).card().setSummaryText(name.isEmpty() ? text("templates.entryNumber", i + 1) : name);
        }
    }

    @Override
    public Component view() {
        return box;
    }

    @Override
    public JsonNode read() {
        var array = Editors.NODES.arrayNode();
        entries.forEach(entry -> array.add(entry.editor().read()));
        return array;
    }

    @Override
    public boolean mark(List<String> path, String words) {
        if (!path.isEmpty()) {
            var index = Integer.parseInt(path.getFirst());
            if (index < entries.size() && entries.get(index).editor().mark(path.subList(1, path.size()), words)) {
                entries.get(index).card().setOpened(true);
                return true;
            }
        }
        fault.setText(fault.isVisible() ? fault.getText() + " " + words : words);
        fault.setVisible(true);
        return true;
    }

    @Override
    public void clear() {
        fault.setVisible(false);
        fault.setText("");
        entries.forEach(entry -> entry.editor().clear());
    }
}
