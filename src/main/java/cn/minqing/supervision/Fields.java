package cn.minqing.supervision;

import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects every fault of a form, so that the page shows all of them at once. */
final class Fields {
    private final Map<String, Message> faults = new LinkedHashMap<>();

    Fields required(String field, String value, int limit) {
        return require(!value.isBlank(), field, "supervision.missing." + field).optional(field, value, limit);
    }

    Fields optional(String field, String value, int limit) {
        return require(
                value.strip().length() <= limit,
                field,
                "supervision.tooLong",
                limit,
                value.strip().length());
    }

    Fields require(boolean holds, String field, String code, Object... args) {
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
