package cn.minqing.ui.template;

import static cn.minqing.ui.template.TemplateTexts.text;

import cn.minqing.campaign.TemplateFault;
import cn.minqing.campaign.TemplateVersions;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** All parts of a template as fields, each part in a section that opens. */
final class TemplateFields extends Div {
    private static final Set<String> OWN = Set.of("id", "version");

    private final transient TemplateVersions templates;
    private final transient JsonNode schema;
    private final transient Map<String, Editor> parts = new LinkedHashMap<>();
    private final Map<String, Details> sections = new LinkedHashMap<>();
    private transient ObjectNode original;

    TemplateFields(TemplateVersions templates, ObjectNode tree, boolean readOnly, Runnable changed) {
        this.templates = templates;
        this.schema = templates.schema();
        this.original = tree;
        addClassName("template-parts");
        var editors = new Editors(this::choices, changed, readOnly);
        var fixed = new Editors(this::choices, changed, true);
        var required = Editors.strings(schema.path("required"));
        var basics = new Div();
        basics.addClassName("template-object");
        schema.path("properties").properties().forEach(property -> {
            var name = property.getKey();
            var type = property.getValue().path("type").asString("");
            var value = tree.get(name);
            if (!"object".equals(type) && !"array".equals(type)) {
                var editor = (OWN.contains(name) ? fixed : editors).of(property.getValue(), name, value);
                parts.put(name, editor);
                basics.add(editor.view());
            }
        });
        section("basics", text("templates.basics"), basics).setOpened(true);
        schema.path("properties").properties().forEach(property -> {
            var name = property.getKey();
            if (parts.containsKey(name)) {
                return;
            }
            var optional = "object".equals(property.getValue().path("type").asString("")) && !required.contains(name);
            var editor = optional
                    ? new ObjectEditor.Optional(editors, property.getValue(), name, tree.get(name))
                    : editors.of(property.getValue(), name, tree.get(name));
            parts.put(name, editor);
            var body = new Div();
            var help = optional ? "" : TemplateTexts.help(name);
            if (!help.isEmpty()) {
                var note = new Span(help);
                note.addClassName("template-help");
                body.add(note);
            }
            body.add(editor.view());
            section(name, TemplateTexts.part(name), body);
        });
    }

    /** The template as the fields have it now. */
    ObjectNode read() {
        var tree = Editors.NODES.objectNode();
        var required = Editors.strings(schema.path("required"));
        parts.forEach((name, editor) -> {
            var value = OWN.contains(name) ? original.get(name) : editor.read();
            var left = value == null || (value.isArray() && value.isEmpty() && !required.contains(name));
            if (!left) {
                tree.set(name, value);
            }
        });
        original.properties().stream()
                .filter(entry -> !parts.containsKey(entry.getKey()))
                .forEach(entry -> tree.set(entry.getKey(), entry.getValue()));
        return tree;
    }

    /** Puts the faults beside their fields and opens the parts they are in. */
    void mark(List<TemplateFault> faults) {
        parts.values().forEach(Editor::clear);
        for (var fault : faults) {
            var path = Arrays.stream(fault.field().split("[.\\[\\]]+"))
                    .filter(step -> !step.isEmpty())
                    .toList();
            var editor = path.isEmpty() ? null : parts.get(path.getFirst());
            if (editor != null && editor.mark(path.subList(1, path.size()), TemplateTexts.reason(fault.reason()))) {
                sections.getOrDefault(path.getFirst(), sections.get("basics")).setOpened(true);
            }
        }
    }

    private Details section(String name, String title, Component body) {
        var details = new Details(title, body);
        details.addClassName("template-part");
        details.setWidthFull();
        details.getElement().setAttribute("data-section", name);
        sections.put(name, details);
        add(details);
        return details;
    }

    /** What another part of this template offers ({@code activities.code}), or the product. */
    private Map<String, String> choices(String source) {
        var dot = source.indexOf('.');
        if (dot < 0) {
            var offered = new LinkedHashMap<>(templates.choices(source));
            offered.replaceAll((code, name) -> name.isEmpty()
                    ? TemplateTexts.known("templates." + source.replaceAll("s$", "") + "." + code)
                    : name);
            if (source.equals("measures")) {
                measured("obligation:", "obligations.id", offered);
                measured("document:", "documents.id", offered);
                measured("zero:", "issueCategories.code", offered);
                List.of("poll", "discipline")
                        .forEach(one -> offered.put(one, TemplateTexts.known("templates.measure." + one)));
            }
            return offered;
        }
        var editor = parts.get(source.substring(0, dot));
        var list = editor == null ? original.get(source.substring(0, dot)) : editor.read();
        var found = new LinkedHashMap<String, String>();
        var entries = new ArrayList<JsonNode>();
        if (list != null) {
            list.forEach(entries::add);
        }
        entries.forEach(entry -> found.put(
                entry.path(source.substring(dot + 1)).asString(""),
                entry.path("name").asString("")));
        found.remove("");
        return found;
    }

    private void measured(String prefix, String source, Map<String, String> into) {
        choices(source)
                .forEach((code, name) ->
                        into.put(prefix + code, text("templates.measure." + prefix.replace(":", ""), name)));
    }
}
