package cn.minqing.supervision;

import cn.minqing.tasklist.OpenItem;
import java.time.LocalDate;
import java.util.UUID;

/** Takes a blind second visit to its end; the process {@code revisit} does it. */
public interface RevisitProcess {
    void start(UUID revisitId, UUID issueId, UUID campaignId, LocalDate due);

    void answered(OpenItem item, boolean claimConfirmed);
}
