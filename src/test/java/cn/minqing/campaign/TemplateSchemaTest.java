package cn.minqing.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import tools.jackson.databind.JsonNode;

@DisplayName("活动方案模板：公开的格式")
class TemplateSchemaTest {
    /** Names the table of triage for designers; the process reads the table itself. */
    private static final List<String> ONLY_WRITTEN = List.of("triage", "spotCheck.decision");

    private final JsonNode schema = new TemplateSchema().json();

    @Test
    @DisplayName("程序读的每一项格式里都有，格式里的每一项程序都读")
    void schema_and_program_know_the_same_parts() {
        var read = new TreeSet<String>();
        record("", CampaignTemplate.class, read);
        var written = new TreeSet<String>();
        parts("", schema, written);
        written.removeIf(part -> ONLY_WRITTEN.stream().anyMatch(part::startsWith));
        written.removeIf(part -> part.matches("(words|escalation\\.closing|limits\\.workdays)\\..*"));

        assertThat(written).isEqualTo(read);
    }

    @Test
    @DisplayName("每一项都有中文名称，页面上的和格式里的一致")
    void every_part_has_the_same_name_on_the_page() throws IOException {
        var words = PropertiesLoaderUtils.loadProperties(
                new EncodedResource(new ClassPathResource("messages/template.properties"), "UTF-8"));
        titles("", schema, words);
    }

    private static void titles(String path, JsonNode node, Properties words) {
        for (var property : node.path("properties").properties()) {
            var part = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
            var value = property.getValue();
            assertThat(words.getProperty("template.part." + part))
                    .as(part)
                    .isEqualTo(value.path("title").asString(""));
            choices(value, words);
            titles(part, value, words);
            if (value.has("items")) {
                choices(value.path("items"), words);
                titles(part + ".item", value.path("items"), words);
            }
        }
    }

    private static void choices(JsonNode node, Properties words) {
        node.path("enum")
                .forEach(code -> assertThat(words.getProperty("template.value." + code.asString()))
                        .as(code.asString())
                        .isNotBlank());
    }

    private static void parts(String path, JsonNode node, TreeSet<String> into) {
        for (var property : node.path("properties").properties()) {
            var part = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
            into.add(part);
            parts(part, property.getValue(), into);
            parts(part, property.getValue().path("items"), into);
        }
    }

    private static void record(String path, Class<?> type, TreeSet<String> into) {
        for (var component : type.getRecordComponents()) {
            var part = path.isEmpty() ? component.getName() : path + "." + component.getName();
            into.add(part);
            var inner = inner(component);
            if (inner.isRecord()) {
                record(part, inner, into);
            }
        }
    }

    private static Class<?> inner(RecordComponent component) {
        if (component.getGenericType() instanceof ParameterizedType type
                && !Map.class.isAssignableFrom(component.getType())
                && type.getActualTypeArguments()[0] instanceof Class<?> entry) {
            return entry;
        }
        return component.getType();
    }
}
