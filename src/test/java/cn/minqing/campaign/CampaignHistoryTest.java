package cn.minqing.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.ProductTest;
import cn.minqing.SmallCampaigns;
import cn.minqing.SmallWorld;
import cn.minqing.SmallWorlds;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@DisplayName("活动总览：办理经过和对调联系户")
class CampaignHistoryTest {
    @Autowired
    SmallWorlds worlds;

    @Autowired
    SmallCampaigns paths;

    @Autowired
    CampaignHistory history;

    @Autowired
    Assignments assignments;

    @Autowired
    Balances balances;

    @Autowired
    Contacts contacts;

    @Test
    @DisplayName("办理经过按先后列出谁做了什么，不出现单户的改动")
    void history_tells_who_did_what_in_order() {
        var world = worlds.create();
        var campaign = paths.assigned(world);
        exchangeTwo(world, campaign.id());

        var entries = world.as(world.clerk(), () -> history.of(campaign.id()));

        assertThat(entries)
                .extracting(CampaignHistory.Entry::action)
                .containsExactly(
                        "campaign.launched",
                        "campaign.phaseEntered",
                        "plan.submitted",
                        "plan.approved",
                        "kickoffMeeting.recorded",
                        "contacts.assigned");
        assertThat(entries.get(1).phase()).isEqualTo(Phase.MOBILIZATION);
        assertThat(entries.get(3).person()).isEqualTo(world.leadingGroup().name());
        assertThat(entries.getLast().count()).isEqualTo(world.households().size());
    }

    @Test
    @DisplayName("满额时两名干部对调一户，户数不变，一户不漏")
    void exchange_keeps_every_load() {
        var world = worlds.create();
        var campaign = paths.assigned(world);
        var before = world.as(world.clerk(), () -> balances.balance(campaign.id()));

        var exchanged = exchangeTwo(world, campaign.id());

        assertThat(exchanged.balance().loads()).isEqualTo(before.loads());
        assertThat(contacts.get(exchanged.one().id()).personId())
                .isEqualTo(exchanged.other().personId());
        assertThat(contacts.get(exchanged.other().id()).personId())
                .isEqualTo(exchanged.one().personId());
        assertThat(world.as(world.clerk(), () -> balances.coverage(campaign.id()))
                        .complete())
                .isTrue();
    }

    private record Exchanged(Contact one, Contact other, Balances.Balance balance) {}

    private Exchanged exchangeTwo(SmallWorld world, UUID campaignId) {
        var all = contacts.ofCampaign(campaignId);
        var one = all.getFirst();
        var other = all.getLast();
        world.run(
                world.clerk(),
                () -> assignments.exchange(paths.task(campaignId, "userTask_adjustContacts"), one.id(), other.id()));
        return new Exchanged(one, other, world.as(world.clerk(), () -> balances.balance(campaignId)));
    }
}
