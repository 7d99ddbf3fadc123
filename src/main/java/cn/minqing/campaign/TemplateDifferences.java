package cn.minqing.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What one version of a template says otherwise than another; entries of lists are known by their code. */
final class TemplateDifferences {
    private static final List<String> KEYS = List.of("id", "code", "phase");

    private final List<TemplateChange> found = new ArrayList<>();

    private TemplateDifferences() {}

    static List<TemplateChange> between(JsonNode before, JsonNode after) {
        var differences = new TemplateDifferences();
        differences.objects(before, after, "", List.of());
        return differences.found;
    }

    private void objects(JsonNode before, JsonNode after, String part, List<TemplateChange.Step> path) {
        var names = new LinkedHashSet<String>();
        after.propertyNames().forEach(names::add);
        before.propertyNames().forEach(names::add);
        for (var name : names) {
            if (part.isEmpty() && name.equals("version")) {
                continue;
            }
            var inner = part.isEmpty() ? name : part + "." + name;
            values(before.get(name), after.get(name), inner, and(path, new TemplateChange.Step(inner, "")));
        }
    }

    private void values(
            @Nullable JsonNode before, @Nullable JsonNode after, String part, List<TemplateChange.Step> path) {
        if (before != null && before.equals(after)) {
            return;
        }
        if (before != null && after != null && before.isObject() && after.isObject()) {
            objects(before, after, part, path);
        } else if (listOfParts(before) || listOfParts(after)) {
            lists(entries(before), entries(after), part + "[]", path);
        } else {
            found.add(new TemplateChange(path, words(before), words(after)));
        }
    }

    private void lists(
            Map<String, JsonNode> before, Map<String, JsonNode> after, String part, List<TemplateChange.Step> path) {
        var keys = new LinkedHashSet<>(after.keySet());
        keys.addAll(before.keySet());
        for (var key : keys) {
            var old = before.get(key);
            var now = after.get(key);
            var one = now == null ? old : now;
            var inner = and(path.subList(0, path.size() - 1), new TemplateChange.Step(part, name(one, key)));
            if (old != null && now != null) {
                objects(old, now, part, inner);
            } else {
                found.add(new TemplateChange(
                        inner, old == null ? "" : name(old, key), now == null ? "" : name(now, key)));
            }
        }
        var kept = before.keySet().stream().filter(after::containsKey).toList();
        if (!kept.equals(after.keySet().stream().filter(before::containsKey).toList())) {
            found.add(new TemplateChange(path, order(before, kept), order(after, kept)));
        }
    }

    private static String order(Map<String, JsonNode> entries, List<String> kept) {
        return entries.entrySet().stream()
                .filter(entry -> kept.contains(entry.getKey()))
                .map(entry -> name(entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static boolean listOfParts(@Nullable JsonNode node) {
        return node != null && node.isArray() && !node.isEmpty() && node.get(0).isObject();
    }

    private static Map<String, JsonNode> entries(@Nullable JsonNode list) {
        var entries = new LinkedHashMap<String, JsonNode>();
        if (list != null) {
            for (var entry : list) {
                var key = KEYS.stream()
                        .filter(entry::hasNonNull)
                        .findFirst()
                        .map(name -> entry.get(name).asString())
                        .orElse("");
                entries.put(key.isEmpty() || entries.containsKey(key) ? key + "#" + entries.size() : key, entry);
            }
        }
        return entries;
    }

    private static String name(JsonNode entry, String key) {
        return entry.hasNonNull("name") ? entry.get("name").asString() : key;
    }

    private static String words(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return "";
        }
        if (node.isArray()) {
            var all = new ArrayList<String>();
            node.forEach(one -> all.add(one.asString()));
            return String.join("; ", all);
        }
        return node.isObject() ? node.toString() : node.asString();
    }

    private static List<TemplateChange.Step> and(List<TemplateChange.Step> path, TemplateChange.Step step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
