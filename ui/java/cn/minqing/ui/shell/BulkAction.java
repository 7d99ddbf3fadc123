package cn.minqing.ui.shell;

import cn.minqing.tasklist.WorkItem;
import com.vaadin.flow.component.Component;
import java.util.Optional;
import java.util.Set;

/** Something that may be done to many selected tasks at once; a Spring bean of the area that owns them. */
public interface BulkAction {

    /** The user tasks it is for, as {@link TaskPage#elements()}. */
    Set<String> elements();

    /** Bundle key of the button's text. */
    String label();

    /** A fresh run with its own form; one is made each time somebody presses the button. */
    Run start();

    /** One press of the button. */
    interface Run {
        /** What must be asked once for all of them; empty when nothing is. */
        Optional<Component> form();

        /**
         * Does it to one item, in a transaction of its own.
         *
         * @throws cn.minqing.platform.UserError when it cannot be done; the result lists the item with that sentence
         */
        void apply(WorkItem item);
    }
}
