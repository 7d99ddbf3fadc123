package cn.minqing.campaign;

import cn.minqing.tasklist.OpenItem;
import java.util.List;
import java.util.UUID;

/** The process of a campaign, as the campaign tells it what has happened. */
public interface CampaignSteps {

    void launched(CampaignView campaign);

    void planSubmitted(OpenItem item);

    void planApproved(OpenItem item);

    void planReturned(OpenItem item);

    void meetingRecorded(OpenItem item);

    /** The units with contacts are asked to confirm them. */
    void contactsAdjusted(OpenItem item, List<UUID> unitIds);

    /** {@code noneObjected}: whether every unit that has answered so far has confirmed. */
    void unitAnswered(OpenItem item, boolean noneObjected);

    void batchesPlanned(OpenItem item, List<UUID> batchIds);

    /** Ends implementation before its last day; false when the process does not wait for that now. */
    boolean coverageCompleted(UUID campaignId);

    /** {@code standing}: whether the next period follows instead of the archive. */
    void accepted(OpenItem item, boolean standing);

    /** Visits are made up for in these units until the campaign's new dates. */
    void remedialOrdered(OpenItem item, CampaignView campaign, List<UUID> unitIds);
}
