package cn.minqing.visit;

import cn.minqing.tasklist.OpenItem;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Follows a promise to its end; the process {@code commitment} does it. */
public interface CommitmentProcess {

    /** @param keeperId who promised in a visit; null for a public promise, which the unit's leaders keep */
    record Start(
            UUID commitmentId, UUID campaignId, @Nullable UUID keeperId, String keeperRole, LocalDate due) {}

    void start(Start start);

    /** It is kept, as who promised says; a public promise is confirmed until {@code confirmDue}. */
    void kept(OpenItem item, LocalDate confirmDue);

    /** @param due until when it is to be kept if it is not yet */
    void confirmed(OpenItem item, boolean really, LocalDate due);
}
