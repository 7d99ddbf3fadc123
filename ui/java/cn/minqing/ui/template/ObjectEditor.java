package cn.minqing.ui.template;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of one part, side by side where there is room. What the schema does not know is kept as it is. */
final class ObjectEditor implements Editor {
    private final Map<String, Editor> fields = new LinkedHashMap<>();
    private final Div box = new Div();
    private final ObjectNode unknown = Editors.NODES.objectNode();

    ObjectEditor(Editors editors, JsonNode schema, String part, @Nullable JsonNode value) {
        box.addClassName("template-object");
        var required = Editors.strings(schema.path("required"));
        schema.path("properties").properties().forEach(property -> {
            var name = property.getKey();
            var inner = part.isEmpty() ? name : part + "." + name;
            var current = value == null ? null : value.get(name);
            var nested = "object".equals(property.getValue().path("type").asString(""));
            Editor editor;
            if (nested && !required.contains(name) && !part.isEmpty()) {
                editor = new Optional(editors, property.getValue(), inner, current);
            } else {
                editor = editors.of(property.getValue(), inner, current);
            }
            fields.put(name, editor);
            if (nested) {
                box.add(new H3(TemplateTexts.part(inner)));
            }
            box.add(editor.view());
        });
        if (value != null && value.isObject()) {
            value.properties().stream()
                    .filter(entry -> !fields.containsKey(entry.getKey()))
                    .forEach(entry -> unknown.set(entry.getKey(), entry.getValue()));
        }
    }

    @Override
    public Component view() {
        return box;
    }

    @Override
    public JsonNode read() {
        var object = Editors.NODES.objectNode();
        fields.forEach((name, editor) -> {
            var value = editor.read();
            if (value != null) {
                object.set(name, value);
            }
        });
        unknown.properties().forEach(entry -> object.set(entry.getKey(), entry.getValue()));
        return object;
    }

    @Override
    public boolean mark(List<String> path, String words) {
        var field = path.isEmpty() ? null : fields.get(path.getFirst());
        return field != null && field.mark(path.subList(1, path.size()), words);
    }

    @Override
    public void clear() {
        fields.values().forEach(Editor::clear);
    }

    /** A part that a template may do without. */
    static final class Optional implements Editor {
        private final Checkbox has = new Checkbox(TemplateTexts.text("templates.has"));
        private final Editor inner;
        private final Div box = new Div();

        Optional(Editors editors, JsonNode schema, String part, @Nullable JsonNode value) {
            inner = editors.of(schema, part, value);
            has.setValue(value != null && !value.isNull());
            has.setReadOnly(editors.readOnly());
            has.getElement().setAttribute("data-part", part + "?");
            inner.view().setVisible(has.getValue());
            has.addValueChangeListener(event -> {
                inner.view().setVisible(event.getValue());
                if (event.isFromClient()) {
                    editors.changed();
                }
            });
            box.addClassName("template-optional");
            var help = TemplateTexts.help(part);
            if (!help.isEmpty()) {
                var note = new Span(help);
                note.addClassName("template-help");
                box.add(note);
            }
            box.add(has, inner.view());
        }

        @Override
        public Component view() {
            return box;
        }

        @Override
        public @Nullable JsonNode read() {
            return Boolean.TRUE.equals(has.getValue()) ? inner.read() : null;
        }

        @Override
        public boolean mark(List<String> path, String words) {
            return inner.mark(path, words);
        }

        @Override
        public void clear() {
            inner.clear();
        }
    }
}
