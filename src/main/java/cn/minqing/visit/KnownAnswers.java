package cn.minqing.visit;

import cn.minqing.form.FormPart;
import cn.minqing.form.FormSchema;
import cn.minqing.form.Forms;
import cn.minqing.household.HouseholdView;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a household is not asked again: the form's own last answers, answers to the same question in another
 * form (properties {@code known}, {@code measure} or {@code household} with the same value), and the register. The newest
 * wins.
 */
final class KnownAnswers {
    private final Forms forms;
    private final Map<String, VisitRows.Answered> last;
    private final HouseholdView household;

    /** @param last the newest answers of the household by form */
    KnownAnswers(Forms forms, Map<String, VisitRows.Answered> last, HouseholdView household) {
        this.forms = forms;
        this.last = last;
        this.household = household;
    }

    /** By the key at the top of the form; what lies in a group with a path, or in a list, is only of the form itself. */
    Map<String, VisitSheet.Known> of(FormSchema schema) {
        var found = new LinkedHashMap<String, VisitSheet.Known>();
        var own = last.get(schema.id());
        if (own != null) {
            schema.clean(own.answers())
                    .forEach((key, value) -> found.put(key, new VisitSheet.Known(value, own.answeredOn(), "")));
        }
        schema.fields().forEach((path, field) -> {
            if (!meaning(field).isEmpty()) {
                last.values().stream()
                        .filter(other -> !other.formId().equals(schema.id()) && forms.has(other.formId()))
                        .forEach(other -> elsewhere(field, other, path, found));
                register(field, path, found);
            }
        });
        var right = schema.clean(values(found));
        found.keySet().retainAll(right.keySet());
        found.replaceAll((key, one) -> new VisitSheet.Known(right.get(key), one.on(), one.form()));
        return found;
    }

    static Map<String, Object> values(Map<String, VisitSheet.Known> known) {
        var values = new LinkedHashMap<String, Object>();
        known.forEach((key, one) -> values.put(key, one.value()));
        return values;
    }

    private void elsewhere(
            FormPart.Field field, VisitRows.Answered other, String path, Map<String, VisitSheet.Known> found) {
        var form = forms.get(other.formId());
        var answers = form.clean(other.answers());
        form.fields().forEach((there, asked) -> {
            if (meaning(asked).equals(meaning(field)) && asked.kind() == field.kind()) {
                var value = fitting(field, answers.get(there));
                if (value != null && isNewer(other.answeredOn(), found.get(path))) {
                    found.put(path, new VisitSheet.Known(value, other.answeredOn(), form.name()));
                }
            }
        });
    }

    private void register(FormPart.Field field, String path, Map<String, VisitSheet.Known> found) {
        switch (field.properties().getOrDefault("household", "")) {
            // Filling in the form changes the groups of the register, so the register is never older than a form.
            case "vulnerabilities" -> {
                var value = fitting(field, List.copyOf(household.vulnerabilities()));
                if (value != null) {
                    found.put(path, new VisitSheet.Known(value, null, ""));
                }
            }
            case "memberCount" -> {
                var confirmed = household.membersConfirmedOn();
                var before = found.get(path);
                if (!household.members().isEmpty()
                        && (before == null || confirmed != null && isNewer(confirmed, before))) {
                    found.put(path, new VisitSheet.Known(household.members().size(), confirmed, ""));
                }
            }
            default -> {}
        }
    }

    private static boolean isNewer(LocalDate on, VisitSheet.@Nullable Known before) {
        return before == null || before.on() == null || on.isAfter(before.on());
    }

    /** The answer as far as this question offers it; null for nothing of it. */
    private static @Nullable Object fitting(FormPart.Field field, @Nullable Object value) {
        return switch (field.kind()) {
            case SELECT, RADIO -> value != null && offers(field, value) ? value : null;
            case CHECKLIST -> {
                var chosen = value instanceof Collection<?> values
                        ? values.stream().filter(one -> offers(field, one)).toList()
                        : List.of();
                yield chosen.isEmpty() ? null : chosen;
            }
            default -> value;
        };
    }

    private static boolean offers(FormPart.Field field, Object value) {
        return field.options().stream().anyMatch(option -> option.value().equals(value));
    }

    /** What a question is about, whichever form asks it; empty for nothing that another form would know. */
    private static String meaning(FormPart.Field field) {
        var properties = field.properties();
        for (var name : List.of("known", "household", "measure")) {
            var value = properties.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return name + ":" + value;
            }
        }
        return "";
    }
}
