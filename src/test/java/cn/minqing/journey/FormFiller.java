package cn.minqing.journey;

import cn.minqing.form.FormPart;
import cn.minqing.form.FormSchema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers every question of a form as somebody in a hurry would: the first choice, a small number, a short word. */
final class FormFiller {
    private static final BigDecimal SMALL = BigDecimal.valueOf(3);

    private FormFiller() {}

    /** Complete answers; {@code known} takes the place of what would be answered under the same key. */
    static Map<String, Object> fill(FormSchema form, LocalDate today, Map<String, Object> known) {
        var answers = parts(form.parts(), today);
        answers.putAll(known);
        var faults = form.validate(answers);
        if (!faults.isEmpty()) {
            throw new AssertionError("Form " + form.id() + " is not filled by " + answers + ": " + faults.under(""));
        }
        return answers;
    }

    private static Map<String, Object> parts(List<FormPart> parts, LocalDate today) {
        var answers = new LinkedHashMap<String, Object>();
        for (var part : parts) {
            switch (part) {
                case FormPart.Field field -> {
                    var answer = answer(field, today);
                    if (answer != null) {
                        answers.put(field.key(), answer);
                    }
                }
                case FormPart.Group group -> {
                    var inner = parts(group.parts(), today);
                    if (group.path().isEmpty()) {
                        answers.putAll(inner);
                    } else {
                        answers.put(group.path(), inner);
                    }
                }
                case FormPart.Repeated list -> answers.put(list.path(), List.of(parts(list.parts(), today)));
                case FormPart.Text text -> {}
            }
        }
        return answers;
    }

    private static @Nullable Object answer(FormPart.Field field, LocalDate today) {
        var rules = field.rules();
        return switch (field.kind()) {
            case TEXT, LONG_TEXT -> "有".repeat(rules.minLength() == null ? 2 : Math.max(2, rules.minLength()));
            case NUMBER -> number(rules);
            case DATE -> today.toString();
            case TIME -> "09:30";
            case DATE_TIME -> today + "T09:30";
            case SELECT, RADIO -> field.options().getFirst().value();
            // What a household belongs to is not changed by the way.
            case CHECKLIST ->
                field.properties().containsKey("household") && !rules.required()
                        ? null
                        : List.of(field.options().getFirst().value());
            case CHECKBOX -> true;
        };
    }

    private static BigDecimal number(FormPart.Rules rules) {
        var number = rules.min() == null ? SMALL : SMALL.max(rules.min());
        return rules.max() == null ? number : number.min(rules.max());
    }
}
