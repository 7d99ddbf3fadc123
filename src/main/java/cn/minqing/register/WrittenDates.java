package cn.minqing.register;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates in the ways lists write them: 2013-01-05, 2013/1/5, 2013.1, 20130105, 2013年1月5日, 2013. */
final class WrittenDates {
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{1,2}))?(?:-(\\d{1,2}))?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})?");

    private WrittenDates() {}

    /** The first of month or year where the rest is not said; empty for what is no date. */
    static Optional<LocalDate> parse(String text) {
        var plain = text.replaceFirst("[ T]\\d{1,2}:.*$", "")
                .replaceAll("[" + Words.get().dateMarks() + "/.\\s]+", "-")
                .replaceAll("-+$", "");
        for (var pattern : new Pattern[] {DATE, COMPACT}) {
            var found = pattern.matcher(plain);
            if (found.matches()) {
                try {
                    return Optional.of(LocalDate.of(part(found.group(1)), part(found.group(2)), part(found.group(3))));
                } catch (DateTimeException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static int part(String digits) {
        return digits == null ? 1 : Integer.parseInt(digits);
    }
}
