package cn.minqing.meeting;

import cn.minqing.tasklist.OpenItem;
import java.time.LocalDate;
import java.util.UUID;

/** Follows a meeting until every opinion is settled; the process {@code meeting} does it. */
public interface MeetingProcess {

    /** @param due until when it is to be written down */
    record Start(UUID meetingId, UUID campaignId, UUID holderId, LocalDate due) {}

    void start(Start start);

    /** @param opinionsOpen whether opinions wait to be settled, until {@code due} */
    void held(OpenItem item, boolean opinionsOpen, LocalDate due);

    void cancelled(OpenItem item);

    /** The last opinion was settled. */
    void settled(OpenItem item);
}
