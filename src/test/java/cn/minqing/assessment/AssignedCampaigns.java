package cn.minqing.assessment;

import cn.minqing.SmallWorld;
import cn.minqing.campaign.CampaignDates;
import cn.minqing.campaign.CampaignTemplates;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Ids;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Campaigns whose contacts are assigned without going through mobilization: the papers of later phases need no more. */
@Component
public class AssignedCampaigns {
    private final Campaigns campaigns;
    private final CampaignTemplates templates;
    private final JdbcClient jdbc;
    private final AppClock clock;

    AssignedCampaigns(Campaigns campaigns, CampaignTemplates templates, JdbcClient jdbc, AppClock clock) {
        this.campaigns = campaigns;
        this.templates = templates;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A campaign of that name; every household of the world has a cadre, in turn. */
    public CampaignView create(SmallWorld world, String name) {
        var template = templates.find("s1-shangluo").orElseThrow();
        var campaign = world.as(
                world.clerk(),
                () -> campaigns.launch(
                        template.id(),
                        name,
                        world.office().id(),
                        world.village().id(),
                        CampaignDates.proposed(template, clock.today())));
        for (var index = 0; index < world.households().size(); index++) {
            assign(world, campaign.id(), world.households().get(index), index);
        }
        return campaign;
    }

    public void assign(SmallWorld world, UUID campaignId, UUID householdId, int turn) {
        var cadre = world.cadres().get(turn % world.cadres().size());
        var id = Ids.next();
        jdbc.sql("""
                insert into contact (id, campaign_id, household_id, person_id, unit_id, from_date, card_code)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        id,
                        campaignId,
                        householdId,
                        cadre.id(),
                        cadre.unitId(),
                        clock.today(),
                        id.toString().replace("-", "").substring(22).toUpperCase(java.util.Locale.ROOT))
                .update();
    }
}
