package cn.minqing.assessment;

import cn.minqing.tasklist.OpenItem;
import java.time.LocalDate;

/** Tells the process how a unit's summary went on. */
public interface SummaryProcess {

    void submitted(OpenItem item);

    void approved(OpenItem item);

    /** {@code due}: by when the unit hands it in again. */
    void returned(OpenItem item, LocalDate due);
}
