package cn.minqing.campaign;

import cn.minqing.organization.People;
import cn.minqing.organization.Role;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who takes part in a campaign, and for which unit. */
@Service
@Transactional(readOnly = true)
public class Participants {
    private final Campaigns campaigns;
    private final Plans plans;
    private final People people;

    Participants(Campaigns campaigns, Plans plans, People people) {
        this.campaigns = campaigns;
        this.plans = plans;
        this.people = people;
    }

    /** {@code unitId} is the unit they act for here: their own, or the team they were put into. */
    public record Participant(UUID personId, String name, String rank, UUID unitId) {}

    /** The cadres of the units in the approved plan, by unit, then account. */
    public List<Participant> of(UUID campaignId) {
        return of(campaigns.get(campaignId), plans.unitsTakingPart(campaignId));
    }

    List<Participant> of(CampaignView campaign, List<UUID> unitIds) {
        return people.ofUnit(campaign.hostUnitId(), Role.CADRE).stream()
                .filter(person -> unitIds.contains(person.unitId()))
                .map(person -> new Participant(person.id(), person.name(), person.rank(), person.unitId()))
                .toList();
    }
}
