package cn.minqing.ui.form;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as people type them on a Chinese keyboard, and as they read them. */
public final class Numbers {
    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d{1,15}(\\.\\d{0,15})?|\\.\\d{1,15})");

    /** Yuan, as designers write the unit of money: with or without ten thousand before it. */
    private static final String YUAN = "\u5143";

    private Numbers() {}

    static boolean isMoney(String unit) {
        return unit.endsWith(YUAN);
    }

    /** The number; the text itself when it is none; null when there is nothing. Full-width digits and commas count. */
    public static @Nullable Object read(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replace("。", ".")
                .replaceAll("[\\s,，]", "");
        return PLAIN.matcher(plain).matches() ? new BigDecimal(plain) : typed.strip();
    }

    public static String write(@Nullable Object answer) {
        return switch (answer) {
            case BigDecimal number -> plain(number);
            case Number number -> plain(new BigDecimal(number.toString()));
            case null, default -> Objects.toString(answer, "");
        };
    }

    /** With a thin space between the thousands, as figures are printed here. */
    public static String grouped(@Nullable Object answer) {
        var text = write(answer);
        var point = text.indexOf('.');
        var whole = point < 0 ? text : text.substring(0, point);
        return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", "\u202f") + (point < 0 ? "" : text.substring(point));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
