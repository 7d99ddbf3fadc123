package cn.minqing.form;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and writes answers, which come from outside and may be anything. */
final class Answers {
    /** Digits before or after the point; more is a slip or an attack, and would only cost time. */
    private static final int DIGITS = 15;

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,15})?");

    private Answers() {}

    static @Nullable Object get(Map<String, ?> answers, String path) {
        Object found = answers;
        for (var step : path.split("\\.")) {
            if (!(found instanceof Map<?, ?> map)) {
                return null;
            }
            found = map.get(step);
        }
        return found;
    }

    static void put(Map<String, Object> answers, String path, Object value) {
        var steps = path.split("\\.");
        var map = answers;
        for (var i = 0; i < steps.length - 1; i++) {
            map = inner(map, steps[i]);
        }
        map.put(steps[steps.length - 1], value);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> inner(Map<String, Object> map, String step) {
        return (Map<String, Object>) map.computeIfAbsent(step, key -> new LinkedHashMap<String, Object>());
    }

    /** The number, or null when it is none that the product could keep. */
    static @Nullable BigDecimal number(@Nullable Object value) {
        return switch (value) {
            case BigDecimal number -> fits(number) ? number : null;
            case Double number -> Double.isFinite(number) ? number(BigDecimal.valueOf(number)) : null;
            case Float number -> Float.isFinite(number) ? number(new BigDecimal(number.toString())) : null;
            case Number number -> number(new BigDecimal(number.toString()));
            case String text -> {
                var plain = text.strip().replace(",", "").replace("，", "");
                yield NUMBER.matcher(plain).matches() ? new BigDecimal(plain) : null;
            }
            case null, default -> null;
        };
    }

    private static boolean fits(BigDecimal number) {
        return Math.abs((long) number.scale()) <= DIGITS && (long) number.precision() - number.scale() <= DIGITS;
    }

    /** Without what neither a reader nor the database can use: control characters and halves of characters. */
    static String text(String raw) {
        var clean = new StringBuilder(raw.length());
        raw.codePoints()
                .filter(letter -> letter == '\n' || letter == '\t' || !Character.isISOControl(letter))
                .filter(letter -> letter > Character.MAX_VALUE || !Character.isSurrogate((char) letter))
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    static boolean empty(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case String text -> text.isBlank();
            case java.util.Collection<?> list -> list.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            default -> false;
        };
    }
}
