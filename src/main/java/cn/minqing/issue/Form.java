package cn.minqing.issue;

import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects every fault of a form, so that the page shows all of them at once. */
final class Form {
    private final Map<String, Message> faults = new LinkedHashMap<>();

    Form required(String field, String value, int limit) {
        if (value.isBlank()) {
            fault(field, "issue.missing." + field);
        }
        return optional(field, value, limit);
    }

    Form optional(String field, String value, int limit) {
        if (value.strip().length() > limit) {
            faults.put(field, Message.of("issue.tooLong", limit, value.strip().length()));
        }
        return this;
    }

    Form require(boolean holds, String field, String code, Object... args) {
        if (!holds) {
            fault(field, code, args);
        }
        return this;
    }

    private void fault(String field, String code, Object... args) {
        faults.putIfAbsent(field, Message.of(code, args));
    }

    void check() {
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults);
        }
    }
}
