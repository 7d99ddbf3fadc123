package cn.minqing.ui.template;

import static cn.minqing.ui.template.TemplateTexts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Makes the editor of each part out of the published schema, so that a part that joins the format can be edited without
 * a change here. Fields have the id {@code template-<path>}.
 */
final class Editors {
    static final JsonNodeFactory NODES = JsonMapper.shared().getNodeFactory();

    private final Function<String, Map<String, String>> choices;
    private final Runnable changed;
    private final boolean readOnly;

    /**
     * @param choices names by code for what another part of the template, or the product, offers
     * @param changed told after each change somebody makes
     */
    Editors(Function<String, Map<String, String>> choices, Runnable changed, boolean readOnly) {
        this.choices = choices;
        this.changed = changed;
        this.readOnly = readOnly;
    }

    boolean readOnly() {
        return readOnly;
    }

    void changed() {
        changed.run();
    }

    /** @param part the part as the schema knows it, which its words are filed under */
    Editor of(JsonNode schema, String part, @Nullable JsonNode value) {
        return switch (schema.path("type").asString("")) {
            case "object" -> new ObjectEditor(this, schema, part, value);
            case "array" -> array(schema, part, value);
            case "integer" -> number(part, value);
            case "boolean" -> yesNo(part, value);
            default -> schema.has("enum") ? choice(schema, part, value) : words(schema, part, value);
        };
    }

    private Editor array(JsonNode schema, String part, @Nullable JsonNode value) {
        var items = schema.path("items");
        if ("object".equals(items.path("type").asString(""))) {
            return new ListEditor(this, schema, part, value);
        }
        if (items.has("enum")) {
            var group = new CheckboxGroup<String>();
            group.setItems(strings(items.path("enum")));
            group.setItemLabelGenerator(code -> text("template.value." + code));
            group.setLabel(TemplateTexts.part(part));
            group.setHelperText(TemplateTexts.help(part));
            group.setValue(new LinkedHashSet<>(strings(value)));
            return leaf(group, part, () -> {
                // In the order of the schema, not of the clicks.
                var chosen = strings(items.path("enum")).stream()
                        .filter(group.getValue()::contains)
                        .toList();
                return list(chosen);
            });
        }
        if (schema.has("x-from")) {
            var sources = strings(schema.path("x-from"));
            var box = new MultiSelectComboBox<String>();
            box.setLabel(TemplateTexts.part(part));
            box.setHelperText(TemplateTexts.help(part));
            box.setItems(query -> {
                var wanted = query.getFilter().orElse("");
                return offered(sources).entrySet().stream()
                        .filter(entry -> (entry.getKey() + entry.getValue()).contains(wanted))
                        .map(Map.Entry::getKey)
                        .skip(query.getOffset())
                        .limit(query.getLimit());
            });
            box.setItemLabelGenerator(code -> label(sources, code));
            box.setValue(new LinkedHashSet<>(strings(value)));
            box.setWidthFull();
            return leaf(box, part, () -> list(List.copyOf(box.getValue())));
        }
        var area = new TextArea(TemplateTexts.part(part));
        var help = TemplateTexts.help(part);
        area.setHelperText(help.isEmpty() ? text("templates.lines") : help);
        area.setValue(String.join("\n", strings(value)));
        area.setMinRows(3);
        area.setWidthFull();
        return leaf(
                area,
                part,
                () -> list(area.getValue()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList()));
    }

    private Editor number(String part, @Nullable JsonNode value) {
        var field = new IntegerField(TemplateTexts.part(part));
        field.setHelperText(TemplateTexts.help(part));
        field.setStepButtonsVisible(true);
        if (value != null && value.isInt()) {
            field.setValue(value.asInt());
        }
        return leaf(field, part, () -> field.getValue() == null ? null : NODES.numberNode(field.getValue()));
    }

    private Editor yesNo(String part, @Nullable JsonNode value) {
        var usual = part.endsWith(".vulnerable");
        var box = new Checkbox(TemplateTexts.part(part));
        box.setHelperText(TemplateTexts.help(part));
        box.setValue(value == null ? usual : value.asBoolean(usual));
        var written = value != null;
        return leaf(box, part, () -> {
            var chosen = Boolean.TRUE.equals(box.getValue());
            return !written && chosen == usual && !part.equals("discipline.veto") ? null : NODES.booleanNode(chosen);
        });
    }

    private Editor choice(JsonNode schema, String part, @Nullable JsonNode value) {
        var select = new Select<String>();
        select.setLabel(TemplateTexts.part(part));
        select.setHelperText(TemplateTexts.help(part));
        select.setItems(strings(schema.path("enum")));
        select.setItemLabelGenerator(
                code -> code == null || code.isEmpty() ? text("templates.unset") : text("template.value." + code));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(text("templates.unset"));
        if (value != null && strings(schema.path("enum")).contains(value.asString(""))) {
            select.setValue(value.asString());
        }
        return leaf(select, part, () -> {
            var chosen = select.getValue();
            return chosen == null || chosen.isEmpty() ? null : NODES.stringNode(chosen);
        });
    }

    private Editor words(JsonNode schema, String part, @Nullable JsonNode value) {
        var written = value == null ? "" : value.asString("");
        if (schema.has("x-from")) {
            var sources = strings(schema.path("x-from"));
            var box = new ComboBox<String>(TemplateTexts.part(part));
            box.setHelperText(TemplateTexts.help(part));
            box.setItems(List.copyOf(offered(sources).keySet()));
            box.setItemLabelGenerator(code -> label(sources, code));
            box.setAllowCustomValue(true);
            box.setClearButtonVisible(true);
            box.addCustomValueSetListener(event -> box.setValue(event.getDetail()));
            if (!written.isEmpty()) {
                box.setValue(written);
            }
            var needed = part.endsWith("obligations[].form");
            return leaf(box, part, () -> {
                var chosen = box.getValue();
                return chosen == null || chosen.isEmpty()
                        ? needed ? NODES.stringNode("") : null
                        : NODES.stringNode(chosen);
            });
        }
        var field = new TextField(TemplateTexts.part(part));
        field.setHelperText(TemplateTexts.help(part));
        field.setValue(written);
        field.setWidthFull();
        return leaf(
                field,
                part,
                () -> field.getValue().isBlank()
                        ? null
                        : NODES.stringNode(field.getValue().strip()));
    }

    private Map<String, String> offered(List<String> sources) {
        var all = new LinkedHashMap<String, String>();
        sources.forEach(source -> all.putAll(choices.apply(source)));
        return all;
    }

    private String label(List<String> sources, @Nullable String code) {
        if (code == null) {
            return "";
        }
        var name = offered(sources).getOrDefault(code, "");
        return name.isEmpty() ? code : name;
    }

    static List<String> strings(@Nullable JsonNode values) {
        var all = new ArrayList<String>();
        if (values != null && values.isArray()) {
            values.forEach(value -> all.add(value.asString("")));
        }
        return all;
    }

    private static JsonNode list(List<String> values) {
        var array = NODES.arrayNode();
        values.forEach(array::add);
        return array;
    }

    private interface Reading {
        @Nullable
        JsonNode read();
    }

    private <C extends Component & HasValue<?, ?>> Editor leaf(C field, String part, Reading reading) {
        field.addClassName("template-field");
        field.getElement().setAttribute("data-part", part);
        field.setReadOnly(readOnly);
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                changed.run();
            }
        });
        return new Editor() {
            @Override
            public Component view() {
                return field;
            }

            @Override
            public @Nullable JsonNode read() {
                return reading.read();
            }

            @Override
            public boolean mark(List<String> path, String words) {
                if (field instanceof HasValidation marked) {
                    marked.setErrorMessage(words);
                    marked.setInvalid(true);
                    return true;
                }
                return false;
            }

            @Override
            public void clear() {
                if (field instanceof HasValidation marked) {
                    marked.setInvalid(false);
                }
            }
        };
    }
}
