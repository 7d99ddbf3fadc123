package cn.minqing.campaign;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Campaigns from launch to archive. */
@Service
public class Campaigns {

    /** The campaign, without a check of rights; for other contexts and the system's own use. */
    public CampaignView get(UUID id) {
        throw new UnsupportedOperationException();
    }

    /**
     * Stops work on a campaign that is archived.
     *
     * @throws cn.minqing.platform.UserError {@code campaign.archived}
     */
    public CampaignView requireRunning(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** The campaign in which somebody is in contact with the household now. */
    public Optional<CampaignView> currentOf(UUID householdId) {
        throw new UnsupportedOperationException();
    }
}
