package cn.minqing.supervision;

import cn.minqing.tasklist.OpenItem;
import java.time.LocalDate;
import java.util.UUID;

/** Takes a supervision notice from step to step; the process {@code supervision} does it. */
public interface SupervisionProcess {

    /** @param automatic ordered by the ladder: nobody has to order it first */
    record Start(
            UUID noticeId,
            UUID campaignId,
            boolean automatic,
            String orderRole,
            String rectifierRole,
            LocalDate orderDue,
            LocalDate rectifyDue) {}

    void start(Start start);

    void ordered(OpenItem item, LocalDate rectifyDue);

    void dropped(OpenItem item);

    void rectified(OpenItem item, LocalDate recheckDue);

    void passed(OpenItem item);

    /** @param rectifyDue until when it is rectified again, unless it failed for the second time */
    void failed(OpenItem item, boolean secondFailure, LocalDate rectifyDue);
}
