package cn.minqing.form;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The forms shipped in {@code processes/}, by id. */
@Component
public class Forms {
    private final Map<String, FormSchema> byId = new TreeMap<>();

    Forms() throws IOException {
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*/*.form")) {
            var form = FormSchema.parse(file.getContentAsString(StandardCharsets.UTF_8));
            if (byId.put(form.id(), form) != null) {
                throw new IllegalStateException("Two forms are called " + form.id());
            }
        }
    }

    /** @throws IllegalArgumentException for an id that no form has */
    public FormSchema get(String id) {
        var form = byId.get(id);
        if (form == null) {
            throw new IllegalArgumentException("No form " + id + " among " + byId.keySet());
        }
        return form;
    }

    public boolean has(String id) {
        return byId.containsKey(id);
    }

    /** All forms, by id. */
    public java.util.List<FormSchema> all() {
        return java.util.List.copyOf(byId.values());
    }
}
