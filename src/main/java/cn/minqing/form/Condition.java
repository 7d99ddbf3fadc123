package cn.minqing.form;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A condition in the part of FEEL that forms use: names (with dots), texts, numbers, {@code true}, {@code false}, {@code
 * null}, {@code = != < <= > >=}, {@code and}, {@code or}, {@code not(…)}, {@code list contains(list, value)}, brackets.
 * A name nobody answered is {@code null}; a comparison of sizes with {@code null} does not hold.
 */
public final class Condition {
    /** Never holds: the part is always shown. */
    public static final Condition NEVER = new Condition("=false", scopes -> false);

    private final String text;
    private final Term term;

    private Condition(String text, Term term) {
        this.text = text;
        this.term = term;
    }

    /**
     * @param feel with or without the leading equals sign
     * @throws IllegalArgumentException when it lies outside the supported part of FEEL
     */
    public static Condition parse(String feel) {
        return feel.isBlank() ? NEVER : new Condition(feel, new Parser(feel.strip()).all());
    }

    /** @param scopes answers among which names are looked up, innermost first */
    public boolean test(List<? extends Map<String, ?>> scopes) {
        return Boolean.TRUE.equals(term.value(scopes));
    }

    @Override
    public String toString() {
        return text;
    }

    private interface Term {
        @Nullable
        Object value(List<? extends Map<String, ?>> scopes);
    }

    private static final class Parser {
        private static final Pattern TOKEN = Pattern.compile(
                "\\s*(list contains|\"(?:[^\"\\\\]|\\\\.)*\"|-?\\d+(?:\\.\\d+)?|[\\p{L}_][\\p{L}\\p{N}_.]*|!=|<=|>=|[=<>(),])");

        private final String text;
        private int position;
        private @Nullable String token;

        Parser(String feel) {
            this.text = feel.startsWith("=") ? feel.substring(1) : feel;
            advance();
        }

        Term all() {
            var term = or();
            if (token != null) {
                throw unsupported();
            }
            return term;
        }

        private Term or() {
            var left = and();
            while (accept("or")) {
                var first = left;
                var second = and();
                left = scopes -> isTrue(first, scopes) || isTrue(second, scopes);
            }
            return left;
        }

        private Term and() {
            var left = comparison();
            while (accept("and")) {
                var first = left;
                var second = comparison();
                left = scopes -> isTrue(first, scopes) && isTrue(second, scopes);
            }
            return left;
        }

        private Term comparison() {
            var left = operand();
            for (var operator : List.of("=", "!=", "<=", ">=", "<", ">")) {
                if (accept(operator)) {
                    var right = operand();
                    return scopes -> compare(operator, left.value(scopes), right.value(scopes));
                }
            }
            return left;
        }

        private Term operand() {
            var current = token;
            if (current == null) {
                throw unsupported();
            }
            advance();
            if (current.equals("(")) {
                var inner = or();
                expect(")");
                return inner;
            }
            if (current.equals("not")) {
                expect("(");
                var inner = or();
                expect(")");
                return scopes -> !isTrue(inner, scopes);
            }
            if (current.equals("list contains")) {
                expect("(");
                var list = operand();
                expect(",");
                var wanted = operand();
                expect(")");
                return scopes -> list.value(scopes) instanceof Collection<?> values
                        && values.stream().anyMatch(value -> same(value, wanted.value(scopes)));
            }
            if (current.startsWith("\"")) {
                var literal = current.substring(1, current.length() - 1)
                        .replace("\\\"", "\"")
                        .replace("\\\\", "\\");
                return scopes -> literal;
            }
            if (Character.isDigit(current.charAt(0)) || current.startsWith("-")) {
                var number = new BigDecimal(current);
                return scopes -> number;
            }
            if (!Character.isLetter(current.charAt(0)) && current.charAt(0) != '_') {
                throw unsupported();
            }
            return switch (current) {
                case "true" -> scopes -> true;
                case "false" -> scopes -> false;
                case "null" -> scopes -> null;
                default -> scopes -> lookUp(current, scopes);
            };
        }

        private boolean accept(String wanted) {
            if (wanted.equals(token)) {
                advance();
                return true;
            }
            return false;
        }

        private void expect(String wanted) {
            if (!accept(wanted)) {
                throw unsupported();
            }
        }

        private void advance() {
            if (text.substring(position).isBlank()) {
                token = null;
                position = text.length();
                return;
            }
            var matcher = TOKEN.matcher(text).region(position, text.length());
            if (!matcher.lookingAt()) {
                throw unsupported();
            }
            token = matcher.group(1);
            position = matcher.end();
        }

        private IllegalArgumentException unsupported() {
            return new IllegalArgumentException("Not a supported condition near " + position + ": " + text);
        }
    }

    private static boolean isTrue(Term term, List<? extends Map<String, ?>> scopes) {
        return Boolean.TRUE.equals(term.value(scopes));
    }

    private static @Nullable Object lookUp(String name, List<? extends Map<String, ?>> scopes) {
        for (var scope : scopes) {
            var found = Answers.get(scope, name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static boolean compare(String operator, @Nullable Object left, @Nullable Object right) {
        if (operator.equals("=")) {
            return same(left, right);
        }
        if (operator.equals("!=")) {
            return !same(left, right);
        }
        var first = Answers.number(left);
        var second = Answers.number(right);
        if (first == null || second == null) {
            return false;
        }
        var order = first.compareTo(second);
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number || right instanceof Number) {
            var first = Answers.number(left);
            var second = Answers.number(right);
            return first != null && second != null && first.compareTo(second) == 0;
        }
        return Objects.equals(blankAsNull(left), blankAsNull(right));
    }

    private static @Nullable Object blankAsNull(@Nullable Object value) {
        return value instanceof String text && text.isBlank() ? null : value;
    }
}
