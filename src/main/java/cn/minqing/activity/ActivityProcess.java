package cn.minqing.activity;

import cn.minqing.tasklist.OpenItem;
import java.time.LocalDate;
import java.util.UUID;

/** Has a leader of the place confirm an activity; the process {@code activity-confirmation} does it. */
public interface ActivityProcess {

    /** @param role code of the role that confirms, within its area or unit */
    void start(UUID activityId, UUID campaignId, String role, LocalDate due);

    void confirmed(OpenItem item, boolean really);

    /** Nothing waits to be confirmed any more. */
    void withdrawn(UUID activityId);
}
