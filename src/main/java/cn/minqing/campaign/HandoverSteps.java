package cn.minqing.campaign;

import cn.minqing.tasklist.OpenItem;
import java.time.LocalDate;
import java.util.UUID;

/** The process of a handover, as the handover tells it what has happened. */
public interface HandoverSteps {

    /** {@code due}: the last day to name a successor. */
    void requested(UUID handoverId, UUID campaignId, UUID unitId, LocalDate due);

    void successorNamed(OpenItem item, UUID successorId);

    void householdsTold(OpenItem item);

    /** Somebody's unit was merged or split; the households are told by the last day given. */
    void unitChanged(UUID handoverId, UUID campaignId, UUID unitId, UUID personId, LocalDate tellBy);

    /** The campaign is archived; nobody has to go on. */
    void withdrawn(UUID handoverId);
}
