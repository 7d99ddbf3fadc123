package cn.minqing.assessment;

import cn.minqing.campaign.CampaignTemplate.Obligation;
import cn.minqing.campaign.CampaignView;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells how far an obligation that is counted from records is met; whoever counts implements it. */
public interface CountedWork {

    /**
     * One unit's share of an obligation in the running period.
     *
     * @param due how many subjects of the unit owe it: cadres, the unit itself, its villages
     * @param met how many of them have done what is due
     * @param behind those who have not, by name: ids of people for an obligation of cadres, otherwise of units
     */
    record Standing(int due, int met, List<UUID> behind) {}

    /** By unit or team; those without anybody who owes it are missing. */
    Map<UUID, Standing> byUnit(CampaignView campaign, Obligation obligation);
}
