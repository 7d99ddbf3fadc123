package cn.minqing.meeting;

import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects every fault of what was typed, so that the page shows all of them at once. */
final class Form {
    private final Map<String, Message> faults = new LinkedHashMap<>();

    Form required(String field, String value, int limit) {
        return require(!value.isBlank(), field, "meeting.missing." + field).optional(field, value, limit);
    }

    Form optional(String field, String value, int limit) {
        if (value.strip().length() > limit) {
            faults.putIfAbsent(
                    field, Message.of("meeting.tooLong", limit, value.strip().length()));
        }
        return this;
    }

    Form require(boolean holds, String field, String code, Object... args) {
        if (!holds) {
            faults.putIfAbsent(field, Message.of(code, args));
        }
        return this;
    }

    void check() {
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults);
        }
    }
}
