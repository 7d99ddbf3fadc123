package cn.minqing.ui.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers in nested maps, reached by keys with dots. */
final class Paths {
    private Paths() {}

    static @Nullable Object get(Map<String, ?> answers, String path) {
        Object found = answers;
        for (var step : path.split("\\.")) {
            if (!(found instanceof Map<?, ?> map)) {
                return null;
            }
            found = map.get(step);
        }
        return found;
    }

    static void put(Map<String, Object> answers, String path, Object value) {
        var dot = path.indexOf('.');
        if (dot < 0) {
            answers.put(path, value);
            return;
        }
        var inner = map(answers.get(path.substring(0, dot)));
        answers.put(path.substring(0, dot), inner);
        put(inner, path.substring(dot + 1), value);
    }

    /** A copy that can be changed; empty when it is no map. */
    static Map<String, Object> map(@Nullable Object value) {
        var copy = new LinkedHashMap<String, Object>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> copy.put(String.valueOf(key), inner));
        }
        return copy;
    }

    static List<Map<String, Object>> within(Map<String, Object> inner, List<Map<String, Object>> scopes) {
        var all = new ArrayList<Map<String, Object>>();
        all.add(inner);
        all.addAll(scopes);
        return all;
    }
}
