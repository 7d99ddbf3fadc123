package cn.minqing.ui.template;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Shows one part of a template and reads it back. */
interface Editor {
    Component view();

    /** What stands there now; null when the part is left out. */
    @Nullable
    JsonNode read();

    /**
     * Puts a fault beside its field.
     *
     * @param path from this part inwards: names of fields and, in lists, numbers from 0
     * @return whether the field was found
     */
    boolean mark(List<String> path, String words);

    void clear();
}
