package cn.minqing.campaign;

import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The shipped campaign templates, {@code processes/templates/<id>.yaml}. They are read and checked at the start: a
 * template with a fault stops it and says which field and why.
 */
@Service
public class CampaignTemplates {
    /** Steps whose limit in workdays a template must set. */
    public static final Set<String> LIMITS = Set.of(
            "triage",
            "acceptance",
            "feedback",
            "satisfaction",
            "closing",
            "strikeOff",
            "spotCheck",
            "summary",
            "handover",
            "tell");

    /** What a template may call otherwise. */
    public static final Set<String> WORDS = Set.of("contactCard", "householdFile", "diary");

    private static final Set<String> MEASURES = Set.of("coverage", "files", "obligations", "answered", "satisfaction");
    private static final List<Phase> PHASES = List.of(Phase.MOBILIZATION, Phase.IMPLEMENTATION, Phase.ACCEPTANCE);
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final List<CampaignTemplate> templates;

    CampaignTemplates() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:processes/templates/*.yaml");
        this.templates = Arrays.stream(files)
                .map(file -> read(file, ContactPlanner.RULES))
                .sorted(Comparator.comparing(CampaignTemplate::id))
                .toList();
    }

    public List<CampaignTemplate> all() {
        return templates;
    }

    public Optional<CampaignTemplate> find(String id) {
        return templates.stream().filter(template -> template.id().equals(id)).findFirst();
    }

    private static CampaignTemplate read(Resource file, List<String> rules) {
        var name = String.valueOf(file.getFilename());
        try (var content = file.getInputStream()) {
            return parse(name, content.readAllBytes(), rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads and checks one template.
     *
     * @param fileName {@code <id>.yaml}
     * @throws IllegalStateException naming the file and each faulty field with the reason
     */
    static CampaignTemplate parse(String fileName, byte[] yaml, List<String> rules) {
        CampaignTemplate template;
        try {
            template = YAML.readValue(yaml, CampaignTemplate.class);
        } catch (JacksonException e) {
            throw new IllegalStateException("Template " + fileName + ": " + e.getOriginalMessage() + where(e), e);
        }
        var faults = faults(template, fileName.replace(".yaml", ""), rules);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Template " + fileName + ": " + String.join("; ", faults));
        }
        return template;
    }

    private static String where(JacksonException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            path.append(path.isEmpty() ? " at " : ".")
                    .append(step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName());
        }
        return path.toString();
    }

    // A field the file leaves out is null whatever the record promises, so each is asked.
    private static List<String> faults(CampaignTemplate template, String stem, List<String> rules) {
        var faults = new Faults();
        faults.text("id", template.id());
        faults.check(stem.equals(template.id()), "id", "must be the name of the file, " + stem);
        faults.check(template.version() >= 1, "version", "must be 1 or more");
        faults.text("name", template.name());
        faults.text("source", template.source());
        if (faults.list("phases", template.phases())) {
            faults.check(
                    PHASES.equals(template.phases().stream()
                            .map(CampaignTemplate.PhasePlan::phase)
                            .toList()),
                    "phases",
                    "must be " + PHASES + " in this order");
            faults.each("phases", template.phases(), (field, phase) -> {
                faults.text(field + ".name", phase.name());
                faults.check(phase.days() >= 1, field + ".days", "must be 1 or more");
                faults.list(field + ".work", phase.work());
            });
        }
        if (faults.list("obligations", template.obligations())) {
            faults.unique("obligations", template.obligations(), CampaignTemplate.Obligation::id);
            faults.each("obligations", template.obligations(), (field, obligation) -> {
                faults.text(field + ".id", obligation.id());
                faults.text(field + ".name", obligation.name());
                faults.text(field + ".evidence", obligation.evidence());
                faults.check(obligation.form() != null, field + ".form", "is missing; write '' for none");
                faults.text(field + ".source", obligation.source());
            });
        }
        if (faults.present("assignment", template.assignment())) {
            faults.check(rules.contains(template.assignment().rule()), "assignment.rule", "must be one of " + rules);
            faults.text("assignment.decision", template.assignment().decision());
        }
        choices(faults, "issueCategories", template.issueCategories());
        choices(faults, "vulnerabilities", template.vulnerabilities());
        if (faults.present("escalation", template.escalation())
                && faults.list("escalation.levels", template.escalation().levels())) {
            escalation(faults, template.escalation());
        }
        if (faults.present("limits", template.limits())
                && faults.present("limits.workdays", template.limits().workdays())) {
            var workdays = template.limits().workdays();
            for (var step : LIMITS.stream().sorted().toList()) {
                var days = workdays.get(step);
                faults.check(days != null && days >= 1, "limits.workdays." + step, "must be 1 or more");
            }
        }
        if (faults.present("spotCheck", template.spotCheck())) {
            var percent = template.spotCheck().percent();
            faults.check(percent >= 0 && percent <= 100, "spotCheck.percent", "must be 0 to 100");
        }
        if (faults.list("assessment", template.assessment())) {
            faults.unique("assessment", template.assessment(), CampaignTemplate.AssessmentItem::id);
            faults.each("assessment", template.assessment(), (field, item) -> {
                faults.text(field + ".name", item.name());
                faults.check(
                        item.measure() != null && MEASURES.contains(item.measure()),
                        field + ".measure",
                        "must be one of " + MEASURES.stream().sorted().toList());
                faults.text(field + ".source", item.source());
            });
        }
        if (template.ledger() != null) {
            ledger(faults, template);
        }
        return faults.found;
    }

    /** Every category of issues belongs to exactly one class: each issue stands in the ledger once. */
    private static void ledger(Faults faults, CampaignTemplate template) {
        var ledger = java.util.Objects.requireNonNull(template.ledger());
        faults.check(ledger.workdays() >= 1, "ledger.workdays", "must be 1 or more");
        if (!faults.list("ledger.classes", ledger.classes())) {
            return;
        }
        faults.unique("ledger.classes", ledger.classes(), CampaignTemplate.LedgerClass::code);
        var known = template.issueCategories() == null
                ? List.<String>of()
                : template.issueCategories().stream()
                        .map(CampaignTemplate.Choice::code)
                        .toList();
        var placed = new HashSet<String>();
        faults.each("ledger.classes", ledger.classes(), (field, one) -> {
            faults.text(field + ".code", one.code());
            faults.text(field + ".name", one.name());
            faults.text(field + ".source", one.source());
            faults.check(one.categories() != null, field + ".categories", "is missing; write [] for none");
            for (var category : one.categories() == null ? List.<String>of() : one.categories()) {
                faults.check(known.contains(category), field + ".categories", category + " is no category of issues");
                faults.check(placed.add(category), field + ".categories", category + " stands in two classes");
            }
        });
        known.stream()
                .filter(category -> !placed.contains(category))
                .forEach(category -> faults.found.add("ledger.classes: " + category + " stands in no class"));
    }

    private static void choices(Faults faults, String field, List<CampaignTemplate.Choice> choices) {
        if (faults.list(field, choices)) {
            faults.unique(field, choices, CampaignTemplate.Choice::code);
            faults.each(field, choices, (place, choice) -> {
                faults.text(place + ".code", choice.code());
                faults.text(place + ".name", choice.name());
            });
        }
    }

    private static void escalation(Faults faults, CampaignTemplate.Escalation escalation) {
        var above = AreaLevel.values().length;
        for (var level : escalation.levels()) {
            var known = Arrays.stream(AreaLevel.values())
                    .filter(candidate -> candidate.name().equals(level))
                    .findFirst();
            if (known.isEmpty() || known.get().ordinal() >= above) {
                faults.found.add("escalation.levels: " + level + " is no level above the one before");
                return;
            }
            above = known.get().ordinal();
            var closing =
                    escalation.closing() == null ? null : escalation.closing().get(level);
            faults.check(
                    Arrays.stream(Role.values()).anyMatch(role -> role.code().equals(closing)),
                    "escalation.closing." + level,
                    "must be the code of a role");
        }
    }

    private static final class Faults {
        private final List<String> found = new ArrayList<>();

        void check(boolean good, String field, String reason) {
            if (!good) {
                found.add(field + ": " + reason);
            }
        }

        void text(String field, String value) {
            check(value != null && !value.isBlank(), field, "is missing");
        }

        boolean present(String field, Object value) {
            check(value != null, field, "is missing");
            return value != null;
        }

        boolean list(String field, List<?> values) {
            var good = values != null && !values.isEmpty();
            check(good, field, "must have an entry");
            return good;
        }

        <T> void unique(String field, List<T> values, Function<T, String> key) {
            var seen = new HashSet<String>();
            values.stream()
                    .map(key)
                    .filter(value -> !seen.add(value))
                    .forEach(value -> found.add(field + ": " + value + " stands there twice"));
        }

        <T> void each(String field, List<T> values, java.util.function.BiConsumer<String, T> check) {
            for (var i = 0; i < values.size(); i++) {
                check.accept(field + "[" + i + "]", values.get(i));
            }
        }
    }
}
