package cn.minqing.campaign;

import cn.minqing.form.Forms;
import cn.minqing.platform.UserError.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the text of a template: first its form, then the schema, then what must hold between its parts. */
@Component
class TemplateReader {
    private static final int MOST_FAULTS = 60;
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final TemplateSchema schema = new TemplateSchema();
    private final Collection<String> rules;
    private final Predicate<String> formExists;

    @Autowired
    TemplateReader(Forms forms) {
        this(ContactPlanner.RULES, forms::has);
    }

    TemplateReader(Collection<String> rules, Predicate<String> formExists) {
        this.rules = rules;
        this.formExists = formExists;
    }

    /** {@code template} is null when there are faults that keep it from being one. */
    record Result(@Nullable CampaignTemplate template, List<TemplateFault> faults) {}

    Result read(String yaml) {
        var text = TemplateText.read(yaml);
        if (text.fault() != null) {
            return new Result(null, List.of(text.fault()));
        }
        return check(text.tree(), text);
    }

    private Result check(JsonNode tree, TemplateText text) {
        var faults = new ArrayList<>(text.at(schema.faults(tree)));
        CampaignTemplate template = null;
        if (faults.isEmpty()) {
            try {
                template = JSON.treeToValue(tree, CampaignTemplate.class);
                faults.addAll(text.at(TemplateRules.faults(template, rules, formExists)));
            } catch (JacksonException e) {
                faults.add(new TemplateFault(0, where(e), Message.of("template.fault.other", "")));
            }
        }
        return new Result(
                template,
                faults.stream()
                        .sorted(Comparator.comparingInt(TemplateFault::line))
                        .limit(MOST_FAULTS)
                        .toList());
    }

    /** The assignment rules a template may name. */
    Collection<String> rules() {
        return rules;
    }

    JsonNode schema() {
        return schema.json();
    }

    /** As it was stored once, whatever has become a rule since. */
    static CampaignTemplate stored(String yaml) {
        return JSON.treeToValue(TemplateText.read(yaml).tree(), CampaignTemplate.class);
    }

    private static String where(JacksonException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            path.append(
                    step.getPropertyName() == null
                            ? "[" + step.getIndex() + "]"
                            : (path.isEmpty() ? "" : ".") + step.getPropertyName());
        }
        return path.toString();
    }
}
