package cn.minqing.campaign;

import cn.minqing.platform.UserError.Message;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/** The published schema of templates, {@code processes/templates/campaign-template.schema.json}, and what breaks it. */
final class TemplateSchema {
    static final String FILE = "processes/templates/campaign-template.schema.json";

    private final Schema schema;

    TemplateSchema() {
        try (var file = new ClassPathResource(FILE).getInputStream()) {
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(file, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode json() {
        return schema.getSchemaNode();
    }

    /** Every place that breaks the schema, with the reason, in the order of the schema. */
    List<Map.Entry<String, Message>> faults(JsonNode tree) {
        return schema.validate(tree).stream()
                .filter(error -> !List.of("if", "then").contains(error.getKeyword()))
                .map(TemplateSchema::fault)
                .distinct()
                .toList();
    }

    private static Map.Entry<String, Message> fault(Error error) {
        var place = place(error);
        var schema = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "required" -> Map.entry(inside(place, error.getProperty()), Message.of("template.fault.missing"));
            case "additionalProperties" ->
                Map.entry(inside(place, error.getProperty()), Message.of("template.fault.unknown"));
            case "type" -> Map.entry(place, Message.of("template.fault.type." + expected(schema)));
            case "minimum" -> Map.entry(place, Message.of("template.fault.min", schema.asString()));
            case "maximum" -> Map.entry(place, Message.of("template.fault.max", schema.asString()));
            case "enum" -> Map.entry(place, Message.of("template.fault.choice", list(schema)));
            case "pattern" -> Map.entry(place, Message.of("template.fault.code"));
            case "minLength" -> Map.entry(place, Message.of("template.fault.blank"));
            case "maxLength" -> Map.entry(place, Message.of("template.fault.tooLong", schema.asString()));
            case "minItems" -> Map.entry(place, Message.of("template.fault.few", schema.asString()));
            case "maxItems" -> Map.entry(place, Message.of("template.fault.many", schema.asString()));
            case "uniqueItems" -> Map.entry(place, Message.of("template.fault.repeated"));
            default -> Map.entry(place, Message.of("template.fault.other", error.getKeyword()));
        };
    }

    private static String expected(JsonNode type) {
        return switch (type.asString()) {
            case "string", "integer", "boolean", "array" -> type.asString();
            default -> "object";
        };
    }

    private static String list(JsonNode values) {
        var all = new ArrayList<String>();
        values.forEach(value -> all.add(value.asString()));
        return all.stream().collect(Collectors.joining(" "));
    }

    private static String inside(String place, String property) {
        return place.isEmpty() ? property : place + "." + property;
    }

    private static String place(Error error) {
        var path = error.getInstanceLocation();
        var place = new StringBuilder();
        for (var i = 0; i < path.getNameCount(); i++) {
            var step = path.getElement(i);
            if (step instanceof Integer index) {
                place.append('[').append(index).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(step);
            }
        }
        return place.toString();
    }
}
