package cn.minqing.ui.shell;

import cn.minqing.tasklist.WorkItem;
import com.vaadin.flow.component.Component;
import java.util.Set;

/** Makes the panel in which tasks of some kinds are worked on; a Spring bean of the area that owns them. */
public interface TaskPage {

    /** The user tasks it is for, as {@code <process>.<element>}: {@code household-visit.userTask_visitHousehold}. */
    Set<String> elements();

    /**
     * The panel; the task list shows it beside the list or full screen.
     *
     * @param done to be run once the item has been completed
     */
    Component open(WorkItem item, Runnable done);
}
