package cn.minqing.register;

import org.jspecify.annotations.Nullable;

/** Which number formats of a spreadsheet show a date. */
final class DateFormats {
    private DateFormats() {}

    /** Built-in formats 14–22, 27–36 and 50–58 (those of East Asia too), or a format of one's own with a year or day. */
    static boolean isDate(int id, @Nullable String format) {
        if (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58) {
            return true;
        }
        if (format == null) {
            return false;
        }
        var plain = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").toLowerCase(java.util.Locale.ROOT);
        return plain.contains("yy") || plain.contains("d") && plain.contains("m");
    }
}
