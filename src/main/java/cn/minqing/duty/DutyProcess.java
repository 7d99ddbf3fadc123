package cn.minqing.duty;

import cn.minqing.tasklist.OpenItem;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Gives the person the task on the day of duty; the process {@code duty-day} does it. */
public interface DutyProcess {

    record Start(UUID dutyId, UUID campaignId, UUID personId, LocalDate day) {}

    void start(Start start);

    /** The task of a turn whose day has come is somebody else's now. */
    void reassign(UUID dutyId, UUID personId);

    /** The turn is recorded as held or not held. */
    void recorded(OpenItem item, boolean held);

    /** These turns are over without a record: their campaign is archived. */
    void end(List<UUID> dutyIds);
}
