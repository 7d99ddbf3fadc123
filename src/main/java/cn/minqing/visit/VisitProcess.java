package cn.minqing.visit;

import cn.minqing.tasklist.OpenItem;
import java.time.LocalDate;

/** Takes the process of a visit further; each method completes the taken item. */
public interface VisitProcess {
    void visited(OpenItem item, boolean obligationsMet);

    /** The task comes back on that day. */
    void notAtHome(OpenItem item, LocalDate nextAttempt);

    void strikeOffRequested(OpenItem item, LocalDate decisionDue);

    void strikeOffDecided(OpenItem item, boolean approved);

    void spotChecked(OpenItem item, boolean confirmed);
}
