package cn.minqing.assessment;

import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import java.util.LinkedHashMap;
import java.util.Map;

/** What holds for every section of text in a summary or a report, by the name of its field. */
final class Sections {
    private Sections() {}

    /** Faults of the sections that are longer than allowed, to which the caller may add others. */
    static Map<String, Message> tooLong(Map<String, String> sections, int longest) {
        var faults = new LinkedHashMap<String, Message>();
        sections.forEach((field, text) -> {
            if (text.length() > longest) {
                faults.put(field, Message.of("summary.textTooLong", longest));
            }
        });
        return faults;
    }

    /** @throws UserError {@code form.invalid} with every section that is empty */
    static void requireWritten(Map<String, String> sections) {
        var faults = new LinkedHashMap<String, Message>();
        sections.forEach((field, text) -> {
            if (text.isBlank()) {
                faults.put(field, Message.of("summary.textMissing"));
            }
        });
        stopAt(faults);
    }

    static void stopAt(Map<String, Message> faults) {
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults);
        }
    }
}
