package cn.minqing.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One part of a form, in the order in which it is shown. */
public sealed interface FormPart {
    /** Unique within the form; stable across versions. */
    String id();

    /** When the part is not shown; what is not shown is neither checked nor kept. */
    Condition hide();

    /** Words between the fields, possibly with simple Markdown. */
    record Text(String id, Condition hide, String text) implements FormPart {}

    /** Fields that belong together. Their answers lie in a map at {@code path}, or beside the group when it is empty. */
    record Group(String id, Condition hide, String path, String label, List<FormPart> parts) implements FormPart {}

    /**
     * The same fields as often as needed; answers are a list of maps at {@code path}.
     *
     * @param initial how many entries an empty form shows
     * @param growable whether entries can be added and removed
     */
    record Repeated(
            String id, Condition hide, String path, String label, int initial, boolean growable, List<FormPart> parts)
            implements FormPart {}

    /**
     * One question.
     *
     * @param key where the answer lies; a dot leads into a map
     * @param kind what the answer is: see {@link Kind}
     * @param options what can be chosen, for SELECT, RADIO and CHECKLIST
     * @param suffix unit of a number, e.g. 元; empty for none
     * @param columns width of sixteen; 0 for as wide as there is room
     * @param properties what the designer noted for the product: {@code prefill}, {@code measure}
     */
    record Field(
            String id,
            Condition hide,
            String key,
            Kind kind,
            String label,
            String description,
            Rules rules,
            List<Option> options,
            String prefix,
            String suffix,
            boolean readOnly,
            @Nullable Object defaultValue,
            int columns,
            Map<String, String> properties)
            implements FormPart {
        /** What the answer counts as; empty for nothing. */
        public String measure() {
            return properties.getOrDefault("measure", "").split("=", 2)[0];
        }

        /** The choices for which the measure holds; empty where it is the number itself. */
        public List<String> measured() {
            var split = properties.getOrDefault("measure", "").split("=", 2);
            return split.length < 2 ? List.of() : List.of(split[1].split("\\|"));
        }
    }

    /** A kind of question and the Java type of its answer once it is clean. */
    enum Kind {
        /** String of one line. */
        TEXT,
        /** String of many lines. */
        LONG_TEXT,
        /** BigDecimal. */
        NUMBER,
        /** String {@code 2013-01-21}. */
        DATE,
        /** String {@code 09:30}. */
        TIME,
        /** String {@code 2013-01-21T09:30}. */
        DATE_TIME,
        /** String: the value of an option. */
        SELECT,
        /** String: the value of an option. */
        RADIO,
        /** List of String: values of options. */
        CHECKLIST,
        /** Boolean. */
        CHECKBOX
    }

    record Option(String value, String label) {}

    /** What an answer must fulfil. {@code decimals} is null where any number of digits will do. */
    record Rules(
            boolean required,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable Integer decimals,
            @Nullable Integer minLength,
            @Nullable Integer maxLength,
            @Nullable Pattern pattern) {}
}
