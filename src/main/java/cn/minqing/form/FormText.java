package cn.minqing.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answers of a form as words, for papers: questions with an answer only, in the order of the form. */
public final class FormText {
    private FormText() {}

    /** A question and its answer; {@code text} may have several paragraphs. */
    public record Line(String label, String text) {}

    public static List<Line> lines(FormSchema form, Map<String, ?> answers) {
        var lines = new ArrayList<Line>();
        collect(form.parts(), form.clean(answers), lines);
        return lines;
    }

    private static void collect(List<FormPart> parts, Map<String, ?> answers, List<Line> lines) {
        for (var part : parts) {
            switch (part) {
                case FormPart.Text text -> {}
                case FormPart.Field field -> {
                    var answer = Answers.get(answers, field.key());
                    if (answer != null && !Answers.empty(answer)) {
                        lines.add(new Line(field.label(), words(field, answer)));
                    }
                }
                case FormPart.Group group ->
                    collect(
                            group.parts(),
                            group.path().isEmpty() ? answers : map(Answers.get(answers, group.path())),
                            lines);
                case FormPart.Repeated list -> {
                    if (Answers.get(answers, list.path()) instanceof List<?> entries) {
                        entries.forEach(entry -> collect(list.parts(), map(entry), lines));
                    }
                }
            }
        }
    }

    private static String words(FormPart.Field field, Object answer) {
        return switch (answer) {
            case List<?> chosen ->
                chosen.stream().map(one -> label(field, String.valueOf(one))).collect(Collectors.joining("、"));
            case BigDecimal number -> field.prefix() + number.toPlainString() + field.suffix();
            default -> label(field, String.valueOf(answer));
        };
    }

    private static String label(FormPart.Field field, String value) {
        return field.options().stream()
                .filter(option -> option.value().equals(value))
                .map(FormPart.Option::label)
                .findFirst()
                .orElse(value);
    }

    private static Map<String, Object> map(@Nullable Object value) {
        var found = new LinkedHashMap<String, Object>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> found.put(String.valueOf(key), inner));
        }
        return found;
    }
}
