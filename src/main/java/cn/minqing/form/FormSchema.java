package cn.minqing.form;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A form as form-js writes it, and the only judge of answers to it: the page shows what it says, the server checks again
 * with the same object.
 *
 * <p>Answers are maps as JSON has them (text, number, true/false, lists, maps); they may come from outside and be
 * anything. What is asked of a part that is hidden, or of nobody, is dropped.
 */
public final class FormSchema {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String id;
    private final String version;
    private final String name;
    private final String json;
    private final List<FormPart> parts;

    private FormSchema(String id, String version, String name, String json, List<FormPart> parts) {
        this.id = id;
        this.version = version;
        this.name = name;
        this.json = json;
        this.parts = parts;
    }

    /** @throws IllegalArgumentException for a component, rule or condition that the product does not know */
    public static FormSchema parse(String json) {
        var root = JSON.readTree(json);
        var id = text(root, "id");
        if (id.isEmpty()) {
            throw new IllegalArgumentException("A form without an id");
        }
        var name = text(root, "name");
        return new FormSchema(id, fingerprint(json), name.isEmpty() ? id : name, json, parts(root));
    }

    public String id() {
        return id;
    }

    /** Changes with every change of the form; kept beside the answers. */
    public String version() {
        return version;
    }

    /** What people call it; the id when the designer gave no name. */
    public String name() {
        return name;
    }

    /** The schema as the designer's tool wrote it. */
    public String json() {
        return json;
    }

    public List<FormPart> parts() {
        return parts;
    }

    /** Every question with its path; questions of a repeated part have {@code []} in theirs. */
    public Map<String, FormPart.Field> fields() {
        var found = new LinkedHashMap<String, FormPart.Field>();
        collect(parts, "", found);
        return found;
    }

    /** Whether the answers are right and none is missing. */
    public Faults validate(Map<String, ?> answers) {
        return new Faults(Reading.of(parts, answers, true).faults());
    }

    /** Whether the answers given so far are right; questions may still be open. */
    public Faults validatePartial(Map<String, ?> answers) {
        return new Faults(Reading.of(parts, answers, false).faults());
    }

    /** The right answers in the types {@link FormPart.Kind} names; unknown keys, hidden fields and faults dropped. */
    public Map<String, Object> clean(Map<String, ?> answers) {
        return Reading.of(parts, answers, false).clean();
    }

    /**
     * The sum of the numbers shown in a group or repeated part.
     *
     * @param group id, or path, of the part
     */
    public BigDecimal total(String group, Map<String, ?> answers) {
        var wanted = find(parts, group, "")
                .orElseThrow(() -> new IllegalArgumentException("Form " + id + " has no part " + group));
        return sum(answers, (path, field) -> path.startsWith(wanted.prefix()) && contains(wanted.part(), field));
    }

    /**
     * What the answers come to, by their property {@code measure}: {@code incomeThisYear.wage} is the number, added to
     * others that share it; {@code outcome.basic.food=yes} is 1 where a choice named is taken, 0 where another is.
     */
    public Map<String, BigDecimal> measures(Map<String, ?> answers) {
        var clean = clean(answers);
        var sums = new LinkedHashMap<String, BigDecimal>();
        fields().forEach((path, field) -> {
            var measure = field.measure();
            if (!field.measured().isEmpty()) {
                if (Answers.get(clean, path) instanceof String choice) {
                    sums.put(measure, field.measured().contains(choice) ? BigDecimal.ONE : BigDecimal.ZERO);
                }
            } else if (!measure.isEmpty()) {
                values(clean, path).forEach(number -> sums.merge(measure, number, BigDecimal::add));
            }
        });
        return sums;
    }

    private BigDecimal sum(Map<String, ?> answers, java.util.function.BiPredicate<String, FormPart.Field> wanted) {
        var clean = clean(answers);
        return fields().entrySet().stream()
                .filter(entry -> entry.getValue().kind() == FormPart.Kind.NUMBER)
                .filter(entry -> wanted.test(entry.getKey(), entry.getValue()))
                .flatMap(entry -> values(clean, entry.getKey()).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<BigDecimal> values(Map<String, ?> clean, String path) {
        var split = path.indexOf("[].");
        if (split < 0) {
            return Answers.get(clean, path) instanceof BigDecimal number ? List.of(number) : List.of();
        }
        var found = new ArrayList<BigDecimal>();
        if (Answers.get(clean, path.substring(0, split)) instanceof List<?> entries) {
            for (var entry : entries) {
                if (entry instanceof Map<?, ?> map) {
                    var inner = new LinkedHashMap<String, Object>();
                    map.forEach((key, value) -> inner.put(String.valueOf(key), value));
                    found.addAll(values(inner, path.substring(split + 3)));
                }
            }
        }
        return found;
    }

    private record Found(FormPart part, String prefix) {}

    private static Optional<Found> find(List<FormPart> parts, String wanted, String prefix) {
        for (var part : parts) {
            var found = switch (part) {
                case FormPart.Group group -> {
                    var inner = group.path().isEmpty() ? prefix : prefix + group.path() + ".";
                    yield wanted.equals(group.id()) || wanted.equals(prefix + group.path())
                            ? Optional.of(new Found(group, inner))
                            : find(group.parts(), wanted, inner);
                }
                case FormPart.Repeated list -> {
                    var inner = prefix + list.path() + "[].";
                    yield wanted.equals(list.id()) || wanted.equals(prefix + list.path())
                            ? Optional.of(new Found(list, inner))
                            : find(list.parts(), wanted, inner);
                }
                default -> Optional.<Found>empty();
            };
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean contains(FormPart part, FormPart.Field field) {
        return switch (part) {
            case FormPart.Group group -> group.parts().stream().anyMatch(inner -> contains(inner, field));
            case FormPart.Repeated list -> list.parts().stream().anyMatch(inner -> contains(inner, field));
            default -> part == field;
        };
    }

    private static void collect(List<FormPart> parts, String prefix, Map<String, FormPart.Field> found) {
        for (var part : parts) {
            switch (part) {
                case FormPart.Field field -> found.put(prefix + field.key(), field);
                case FormPart.Group group ->
                    collect(group.parts(), group.path().isEmpty() ? prefix : prefix + group.path() + ".", found);
                case FormPart.Repeated list -> collect(list.parts(), prefix + list.path() + "[].", found);
                case FormPart.Text text -> {}
            }
        }
    }

    private static List<FormPart> parts(JsonNode owner) {
        var parts = new ArrayList<FormPart>();
        for (var component : owner.path("components")) {
            part(component).ifPresent(parts::add);
        }
        return List.copyOf(parts);
    }

    private static Optional<FormPart> part(JsonNode component) {
        var type = text(component, "type");
        var id = text(component, "id");
        var hide = Condition.parse(text(component.path("conditional"), "hide"));
        return switch (type) {
            case "text" -> Optional.of(new FormPart.Text(id, hide, text(component, "text")));
            case "group" ->
                Optional.of(new FormPart.Group(
                        id, hide, text(component, "path"), text(component, "label"), parts(component)));
            case "dynamiclist" ->
                Optional.of(new FormPart.Repeated(
                        id,
                        hide,
                        required(component, "path"),
                        text(component, "label"),
                        component.path("defaultRepetitions").asInt(0),
                        component.path("allowAddRemove").asBoolean(true),
                        parts(component)));
            case "textfield" -> Optional.of(field(component, id, hide, FormPart.Kind.TEXT));
            case "textarea" -> Optional.of(field(component, id, hide, FormPart.Kind.LONG_TEXT));
            case "number" -> Optional.of(field(component, id, hide, FormPart.Kind.NUMBER));
            case "datetime" ->
                Optional.of(field(
                        component,
                        id,
                        hide,
                        switch (text(component, "subtype")) {
                            case "time" -> FormPart.Kind.TIME;
                            case "datetime" -> FormPart.Kind.DATE_TIME;
                            default -> FormPart.Kind.DATE;
                        }));
            case "select" -> Optional.of(field(component, id, hide, FormPart.Kind.SELECT));
            case "radio" -> Optional.of(field(component, id, hide, FormPart.Kind.RADIO));
            case "checklist", "taglist" -> Optional.of(field(component, id, hide, FormPart.Kind.CHECKLIST));
            case "checkbox" -> Optional.of(field(component, id, hide, FormPart.Kind.CHECKBOX));
            case "separator", "spacer", "button" -> Optional.empty();
            default -> throw new IllegalArgumentException("Unknown component " + type + " " + id);
        };
    }

    private static FormPart.Field field(JsonNode component, String id, Condition hide, FormPart.Kind kind) {
        var validate = component.path("validate");
        var pattern = text(validate, "pattern");
        var options = new ArrayList<FormPart.Option>();
        for (var value : component.path("values")) {
            options.add(new FormPart.Option(text(value, "value"), text(value, "label")));
        }
        var properties = new LinkedHashMap<String, String>();
        component
                .path("properties")
                .properties()
                .forEach(
                        entry -> properties.put(entry.getKey(), entry.getValue().asString("")));
        var appearance = component.path("appearance");
        var label = text(component, kind == FormPart.Kind.DATE ? "dateLabel" : "label");
        return new FormPart.Field(
                id,
                hide,
                required(component, "key"),
                kind,
                label.isEmpty() ? text(component, "label") : label,
                text(component, "description"),
                new FormPart.Rules(
                        validate.path("required").asBoolean(false),
                        number(validate, "min"),
                        number(validate, "max"),
                        whole(component, "decimalDigits"),
                        whole(validate, "minLength"),
                        whole(validate, "maxLength"),
                        pattern.isEmpty() ? null : Pattern.compile(pattern)),
                List.copyOf(options),
                text(appearance, "prefixAdorner"),
                text(appearance, "suffixAdorner"),
                component.path("readonly").asBoolean(false)
                        || component.path("disabled").asBoolean(false),
                component.has("defaultValue") ? JSON.convertValue(component.get("defaultValue"), Object.class) : null,
                component.path("layout").path("columns").asInt(0),
                Map.copyOf(properties));
    }

    private static String text(JsonNode node, String key) {
        var value = node.path(key);
        return value.isValueNode() && !value.isNull() ? value.asString() : "";
    }

    private static String required(JsonNode node, String key) {
        var value = text(node, key);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("Component " + text(node, "id") + " has no " + key);
        }
        return value;
    }

    private static @Nullable BigDecimal number(JsonNode node, String key) {
        var value = text(node, key);
        return value.isEmpty() ? null : new BigDecimal(value);
    }

    private static @Nullable Integer whole(JsonNode node, String key) {
        var value = text(node, key);
        return value.isEmpty() ? null : Integer.valueOf(value);
    }

    private static String fingerprint(String json) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
