package cn.minqing.form;

import cn.minqing.platform.UserError.Message;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One walk over a form with answers in hand. */
final class Reading {
    private static final int LINE = 1_000;
    private static final int LINES = 20_000;
    private static final int ENTRIES = 200;

    private final boolean complete;
    private final Map<String, Message> faults = new LinkedHashMap<>();

    /** Every answer to a question that is shown, also those with a fault. */
    private final Map<String, Object> shown = new LinkedHashMap<>();

    private final Map<String, Object> clean = new LinkedHashMap<>();

    private Reading(boolean complete) {
        this.complete = complete;
    }

    /**
     * Walks until hiding one field hides no other.
     *
     * @param complete whether a missing answer is a fault
     */
    static Reading of(List<FormPart> parts, Map<String, ?> answers, boolean complete) {
        Map<String, ?> input = answers;
        while (true) {
            var reading = new Reading(complete);
            reading.walk(parts, input, List.of(input), "", reading.shown, reading.clean);
            if (reading.shown.equals(input)) {
                return reading;
            }
            input = reading.shown;
        }
    }

    Map<String, Message> faults() {
        return faults;
    }

    Map<String, Object> clean() {
        return clean;
    }

    private void walk(
            List<FormPart> parts,
            Map<String, ?> answers,
            List<Map<String, ?>> scopes,
            String prefix,
            Map<String, Object> shownHere,
            Map<String, Object> cleanHere) {
        for (var part : parts) {
            if (part.hide().test(scopes)) {
                continue;
            }
            switch (part) {
                case FormPart.Text text -> {}
                case FormPart.Group group -> group(group, answers, scopes, prefix, shownHere, cleanHere);
                case FormPart.Repeated list -> repeated(list, answers, scopes, prefix, shownHere, cleanHere);
                case FormPart.Field field -> field(field, answers, prefix, shownHere, cleanHere);
            }
        }
    }

    private void group(
            FormPart.Group group,
            Map<String, ?> answers,
            List<Map<String, ?>> scopes,
            String prefix,
            Map<String, Object> shownHere,
            Map<String, Object> cleanHere) {
        if (group.path().isEmpty()) {
            walk(group.parts(), answers, scopes, prefix, shownHere, cleanHere);
            return;
        }
        var raw = Answers.get(answers, group.path());
        var path = prefix + group.path();
        if (raw != null && !(raw instanceof Map<?, ?>)) {
            faults.put(path, Message.of("form.unreadable", group.label()));
            Answers.put(shownHere, group.path(), raw);
            return;
        }
        var inner = map(raw);
        var shownInner = new LinkedHashMap<String, Object>();
        var cleanInner = new LinkedHashMap<String, Object>();
        walk(group.parts(), inner, within(inner, scopes), path + ".", shownInner, cleanInner);
        if (!shownInner.isEmpty()) {
            Answers.put(shownHere, group.path(), shownInner);
        }
        if (!cleanInner.isEmpty()) {
            Answers.put(cleanHere, group.path(), cleanInner);
        }
    }

    private void repeated(
            FormPart.Repeated list,
            Map<String, ?> answers,
            List<Map<String, ?>> scopes,
            String prefix,
            Map<String, Object> shownHere,
            Map<String, Object> cleanHere) {
        var raw = Answers.get(answers, list.path());
        var path = prefix + list.path();
        if (raw == null) {
            return;
        }
        if (!(raw instanceof List<?> entries) || !entries.stream().allMatch(Map.class::isInstance)) {
            faults.put(path, Message.of("form.unreadable", list.label()));
            Answers.put(shownHere, list.path(), raw);
            return;
        }
        if (entries.size() > ENTRIES) {
            faults.put(path, Message.of("form.tooMany", list.label(), ENTRIES));
            Answers.put(shownHere, list.path(), raw);
            return;
        }
        var shownList = new ArrayList<Object>();
        var cleanList = new ArrayList<Object>();
        for (var i = 0; i < entries.size(); i++) {
            var inner = map(entries.get(i));
            var shownInner = new LinkedHashMap<String, Object>();
            var cleanInner = new LinkedHashMap<String, Object>();
            var untouched = inner.values().stream().allMatch(Answers::empty);
            if (!untouched) {
                walk(list.parts(), inner, within(inner, scopes), path + "[" + i + "].", shownInner, cleanInner);
            }
            shownList.add(shownInner);
            if (!cleanInner.isEmpty()) {
                cleanList.add(cleanInner);
            }
        }
        Answers.put(shownHere, list.path(), shownList);
        if (!cleanList.isEmpty()) {
            Answers.put(cleanHere, list.path(), cleanList);
        }
    }

    private void field(
            FormPart.Field field,
            Map<String, ?> answers,
            String prefix,
            Map<String, Object> shownHere,
            Map<String, Object> cleanHere) {
        var raw = Answers.get(answers, field.key());
        if (raw != null) {
            Answers.put(shownHere, field.key(), raw);
        }
        if (Answers.empty(raw)) {
            if (complete && field.rules().required()) {
                faults.put(prefix + field.key(), Message.of("form.required", field.label()));
            }
            return;
        }
        try {
            var value = value(field, raw);
            if (complete && field.rules().required() && Boolean.FALSE.equals(value)) {
                throw new Fault("form.required", field.label());
            }
            if (!Answers.empty(value)) {
                Answers.put(cleanHere, field.key(), value);
            } else if (complete && field.rules().required()) {
                throw new Fault("form.required", field.label());
            }
        } catch (Fault fault) {
            faults.put(prefix + field.key(), fault.message);
        }
    }

    private static Object value(FormPart.Field field, @Nullable Object raw) throws Fault {
        return switch (field.kind()) {
            case TEXT -> text(field, raw, LINE);
            case LONG_TEXT -> text(field, raw, LINES);
            case NUMBER -> number(field, raw);
            case DATE -> date(field, raw);
            case TIME -> time(field, raw);
            case DATE_TIME -> dateTime(field, raw);
            case SELECT, RADIO -> choice(field, raw);
            case CHECKLIST -> choices(field, raw);
            case CHECKBOX -> {
                if (!(raw instanceof Boolean)) {
                    throw new Fault("form.unreadable", field.label());
                }
                yield raw;
            }
        };
    }

    private static String text(FormPart.Field field, @Nullable Object raw, int most) throws Fault {
        if (!(raw instanceof String written)) {
            throw new Fault("form.unreadable", field.label());
        }
        var rules = field.rules();
        var longest = rules.maxLength() == null ? most : Math.min(most, rules.maxLength());
        if (written.length() > 4 * most) {
            throw new Fault("form.tooLong", field.label(), longest);
        }
        var text = Answers.text(written);
        var length = text.codePointCount(0, text.length());
        if (length > longest) {
            throw new Fault("form.tooLong", field.label(), longest);
        }
        if (text.isEmpty()) {
            return text;
        }
        if (rules.minLength() != null && length < rules.minLength()) {
            throw new Fault("form.tooShort", field.label(), rules.minLength());
        }
        if (rules.pattern() != null && !rules.pattern().matcher(text).find()) {
            throw new Fault("form.pattern", field.label());
        }
        return text;
    }

    private static BigDecimal number(FormPart.Field field, @Nullable Object raw) throws Fault {
        var number = Answers.number(raw);
        if (number == null) {
            throw new Fault("form.number", field.label());
        }
        var rules = field.rules();
        if (rules.decimals() != null && number.stripTrailingZeros().scale() > rules.decimals()) {
            throw rules.decimals() == 0
                    ? new Fault("form.whole", field.label())
                    : new Fault("form.decimals", field.label(), rules.decimals());
        }
        if (rules.min() != null && number.compareTo(rules.min()) < 0) {
            throw rules.min().signum() == 0
                    ? new Fault("form.negative", field.label())
                    : new Fault("form.min", field.label(), rules.min().toPlainString(), field.suffix());
        }
        if (rules.max() != null && number.compareTo(rules.max()) > 0) {
            throw new Fault("form.max", field.label(), rules.max().toPlainString(), field.suffix());
        }
        return number;
    }

    private static String date(FormPart.Field field, @Nullable Object raw) throws Fault {
        try {
            var date = raw instanceof LocalDate known ? known : LocalDate.parse(short32(raw));
            if (date.getYear() < 1850 || date.getYear() > 2200) {
                throw new Fault("form.date", field.label());
            }
            return date.toString();
        } catch (DateTimeException e) {
            throw new Fault("form.date", field.label());
        }
    }

    private static String time(FormPart.Field field, @Nullable Object raw) throws Fault {
        try {
            return (raw instanceof LocalTime known ? known : LocalTime.parse(short32(raw))).toString();
        } catch (DateTimeException e) {
            throw new Fault("form.time", field.label());
        }
    }

    private static String dateTime(FormPart.Field field, @Nullable Object raw) throws Fault {
        try {
            return (raw instanceof LocalDateTime known ? known : LocalDateTime.parse(short32(raw))).toString();
        } catch (DateTimeException e) {
            throw new Fault("form.date", field.label());
        }
    }

    private static String choice(FormPart.Field field, @Nullable Object raw) throws Fault {
        var value = String.valueOf(raw);
        if (raw instanceof Map
                || field.options().stream().noneMatch(option -> option.value().equals(value))) {
            throw new Fault("form.option", field.label());
        }
        return value;
    }

    private static List<String> choices(FormPart.Field field, @Nullable Object raw) throws Fault {
        if (!(raw instanceof java.util.Collection<?> values) || values.size() > ENTRIES) {
            throw new Fault("form.unreadable", field.label());
        }
        var chosen = new LinkedHashSet<String>();
        for (var value : values) {
            chosen.add(choice(field, value));
        }
        return List.copyOf(chosen);
    }

    private static String short32(@Nullable Object raw) {
        var text = String.valueOf(raw);
        return text.length() > 32 ? "" : text.strip();
    }

    private static List<Map<String, ?>> within(Map<String, ?> inner, List<Map<String, ?>> scopes) {
        var all = new ArrayList<Map<String, ?>>();
        all.add(inner);
        all.addAll(scopes);
        return all;
    }

    private static Map<String, Object> map(@Nullable Object raw) {
        var copy = new LinkedHashMap<String, Object>();
        if (raw instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (key instanceof String name && value != null) {
                    copy.put(name, value);
                }
            });
        }
        return copy;
    }

    private static final class Fault extends Exception {
        private final transient Message message;

        Fault(String code, Object... args) {
            super(code, null, false, false);
            this.message = Message.of(code, args);
        }
    }
}
