package cn.minqing.ui.shell;

import cn.minqing.tasklist.WorkItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Finds the page of a task. */
@Component
public class TaskPages {
    private final Map<String, TaskPage> byElement = new TreeMap<>();

    TaskPages(List<TaskPage> pages) {
        for (var page : pages) {
            for (var element : page.elements()) {
                var other = byElement.put(element, page);
                if (other != null) {
                    throw new IllegalStateException(element + " has two pages: " + other + ", " + page);
                }
            }
        }
    }

    public Optional<TaskPage> of(WorkItem item) {
        return Optional.ofNullable(byElement.get(key(item)));
    }

    /** Every user task that has a page. */
    public Set<String> elements() {
        return Set.copyOf(byElement.keySet());
    }

    /** Ids of those user tasks alone, without their process. */
    public List<String> elementIds() {
        return byElement.keySet().stream()
                .map(key -> key.substring(key.indexOf('.') + 1))
                .distinct()
                .sorted()
                .toList();
    }

    /** The name under which a page announces the item's task. */
    public static String key(WorkItem item) {
        return item.process() + "." + item.element();
    }
}
