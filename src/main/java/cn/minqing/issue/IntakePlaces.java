package cn.minqing.issue;

import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Phase;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Area;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Areas;
import cn.minqing.organization.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the current person may register at the desk: in which campaigns, by which ways, for which villages. */
@Service
@Transactional(readOnly = true)
public class IntakePlaces {
    private static final int CAMPAIGNS = 50;
    private static final int AREAS = 500;

    private final Campaigns campaigns;
    private final Areas areas;

    IntakePlaces(Campaigns campaigns, Areas areas) {
        this.campaigns = campaigns;
        this.areas = areas;
    }

    /** The running campaigns, newest first; empty when there is nothing the person could register. */
    public List<CampaignView> campaigns() {
        var actor = Actors.current();
        return campaigns.page(null, CAMPAIGNS).lines().stream()
                .filter(line -> line.phase() != Phase.ARCHIVED)
                .map(line -> campaigns.get(line.id()))
                .filter(campaign -> !channels(actor, campaign).isEmpty())
                .toList();
    }

    /** The ways a matter may come in which the person takes; a contact takes only what is said in person. */
    public List<Channel> channels(UUID campaignId) {
        return channels(Actors.current(), campaigns.get(campaignId));
    }

    private static List<Channel> channels(Actor actor, CampaignView campaign) {
        if (actor.has(Role.CAMPAIGN_OFFICE, campaign.hostUnitId()) || leads(actor, campaign)) {
            return Channel.OF_DESK;
        }
        return actor.has(Role.CADRE)
                ? Channel.OF_DESK.stream().filter(Channel::inPerson).toList()
                : List.of();
    }

    private static boolean leads(Actor actor, CampaignView campaign) {
        return actor.grants().stream()
                .anyMatch(grant -> grant.role() == Role.VILLAGE_LEADER
                        && !grant.areaCode().isEmpty()
                        && (grant.areaCode().startsWith(campaign.areaCode())
                                || campaign.areaCode().startsWith(grant.areaCode())));
    }

    /** The villages and their groups that a matter without household may be of. */
    public List<Area> villages(UUID campaignId) {
        var actor = Actors.current();
        var campaign = campaigns.get(campaignId);
        if (channels(actor, campaign).stream().noneMatch(Channel::allowsVillage)) {
            return List.of();
        }
        var found = new ArrayList<Area>();
        collect(areas.get(campaign.areaId()), actor, campaign, found);
        return List.copyOf(found);
    }

    private void collect(Area area, Actor actor, CampaignView campaign, List<Area> found) {
        if (found.size() >= AREAS) {
            return;
        }
        if (area.level().ordinal() >= AreaLevel.VILLAGE.ordinal() && Issues.atDesk(actor, campaign, area.code())) {
            found.add(area);
        }
        areas.children(area.id()).forEach(below -> collect(below, actor, campaign, found));
    }
}
