package cn.minqing.project;

import cn.minqing.tasklist.OpenItem;
import java.time.LocalDate;
import java.util.UUID;

/** Follows a project from the proposal to its end; the process {@code project} does it. */
public interface ProjectProcess {

    void start(UUID projectId, UUID campaignId, LocalDate approveDue, LocalDate due);

    void decided(OpenItem item, boolean approved);

    void reported(OpenItem item, LocalDate checkDue);

    /** @param due until when it is to be done if it is not yet */
    void checked(OpenItem item, boolean done, LocalDate due);
}
