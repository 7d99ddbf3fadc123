package cn.minqing.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a campaign asks of the visits it has started. */
public interface RunningVisits {

    /** Contacts of the campaign whose household has no complete file. */
    List<UUID> contactsWithoutFile(UUID campaignId);

    /** Those contacts of the campaign whose visit is not finished. */
    Set<UUID> unfinished(UUID campaignId);

    /** Moves the due date of an unfinished visit. */
    void postpone(UUID contactId, LocalDate due);

    /**
     * Stops every unfinished visit of the campaign.
     *
     * @return how many there were
     */
    int cancelAll(UUID campaignId, String reason);
}
