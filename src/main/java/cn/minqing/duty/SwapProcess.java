package cn.minqing.duty;

import cn.minqing.tasklist.OpenItem;
import java.time.LocalDate;
import java.util.UUID;

/** Asks somebody to swap a turn of duty; the process {@code duty-swap} does it. */
public interface SwapProcess {

    /** @param until the last day on which it can be answered */
    record Start(UUID swapId, UUID campaignId, UUID toPerson, LocalDate until) {}

    void start(Start start);

    void answered(OpenItem item, boolean accepted);
}
