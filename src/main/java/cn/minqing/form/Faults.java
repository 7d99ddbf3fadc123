package cn.minqing.form;

import cn.minqing.platform.UserError.Message;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is wrong with answers, by the path of the field ({@code income.wage}, {@code members[0].name}), in the order of
 * the form.
 */
public record Faults(Map<String, Message> byPath) {
    public static final Faults NONE = new Faults(Map.of());

    public boolean isEmpty() {
        return byPath.isEmpty();
    }

    /** The same faults with something before each path, e.g. the id of the form and a dot. */
    public Map<String, Message> under(String prefix) {
        var prefixed = new LinkedHashMap<String, Message>();
        byPath.forEach((path, message) -> prefixed.put(prefix + path, message));
        return prefixed;
    }
}
