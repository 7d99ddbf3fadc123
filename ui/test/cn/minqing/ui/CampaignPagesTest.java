package cn.minqing.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.minqing.ProductTest;
import cn.minqing.SmallCampaigns;
import cn.minqing.SmallWorlds;
import cn.minqing.campaign.Acceptance;
import cn.minqing.ui.Browser.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProductTest
@DisplayName("活动的页面")
class CampaignPagesTest {
    @Autowired
    SmallWorlds worlds;

    @Autowired
    SmallCampaigns paths;

    @Autowired
    Acceptance acceptance;

    @LocalServerPort
    int port;

    @Test
    @DisplayName("总览：走到哪一步、走访了几户、联系户，两种屏幕都能看")
    void the_overview_of_a_running_campaign() {
        var world = worlds.create();
        var campaign = paths.visiting(world);
        var households = world.households().size();
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            for (var size : Size.values()) {
                var office = browser.as(world.clerk().account(), size);
                browser.goTo(office, "campaign/" + campaign.id());
                assertThat(office.locator("#campaign-figures")).containsText(households + " 户已走访 0 户");
                assertThat(office.locator("#batches-progress"))
                        .containsText("已启动 " + households + " / " + households + " 户");
                assertThat(office.locator("#campaign-history")).containsText("审定活动方案");
                Browser.isAccessible(office);
                browser.goTo(office, "campaign/" + campaign.id() + "/contacts");
                assertThat(office.locator("#contacts-count")).hasText("共 " + households + " 户");
                Browser.isAccessible(office);
            }
            var leader =
                    browser.as(world.unitLeader(world.departments().getFirst()).account(), Size.PHONE);
            browser.goTo(leader, "campaign/" + campaign.id() + "/contacts");
            assertThat(leader.locator("#contacts"))
                    .containsText(world.departments().getFirst().name());
            assertThat(leader.locator("#contacts"))
                    .not()
                    .containsText(world.departments().getLast().name());
            assertThat(leader.locator("#handover-request")).isVisible();

            var stranger = worlds.create();
            var foreign = browser.as(stranger.clerk().account(), Size.DESKTOP);
            browser.goTo(foreign, "campaign/" + campaign.id());
            assertThat(foreign.getByText("您的身份不能办这件事").first()).isVisible();
            assertThat(foreign.locator("#campaign-history")).hasCount(0);
        }
    }

    @Test
    @DisplayName("归档以后都能看，什么都不能改，页面上说明白")
    void an_archived_campaign_is_read_only() {
        var world = worlds.create();
        var campaign = paths.visiting(world);
        paths.reported(world, campaign.id(), world.departments());
        world.run(world.leadingGroup(), () -> acceptance.accept(paths.task(campaign.id(), "userTask_acceptCampaign")));
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            var office = browser.as(world.clerk().account(), Size.DESKTOP);
            browser.goTo(office, "campaign/" + campaign.id());
            assertThat(office.locator("#campaign-archived")).hasText("活动已归档，内容只能查看，不能再改。");
            assertThat(office.locator("#campaign-history")).containsText("活动归档");
            assertThat(office.locator("#campaign-plan")).isVisible();
            assertThat(office.locator("#campaign-close-early")).hasCount(0);
            var leader =
                    browser.as(world.unitLeader(world.departments().getFirst()).account(), Size.PHONE);
            browser.goTo(leader, "campaign/" + campaign.id() + "/contacts");
            assertThat(leader.locator("#contacts-count")).isVisible();
            assertThat(leader.locator("#handover-request")).hasCount(0);
        }
    }
}
