package cn.minqing.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.ProductTest;
import cn.minqing.SmallCampaigns;
import cn.minqing.SmallWorlds;
import cn.minqing.activity.Activities;
import cn.minqing.activity.ActivityInput;
import cn.minqing.activity.ActivityState;
import cn.minqing.activity.Confirmations;
import cn.minqing.obligation.ObligationWorld;
import cn.minqing.platform.Ids;
import cn.minqing.ui.Browser.Size;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProductTest
@DisplayName("要做什么、谁还没做够、工作记录的页面")
class ObligationPagesTest {
    @Autowired
    ObligationWorld.Tools tools;

    @Autowired
    Activities activities;

    @Autowired
    SmallCampaigns paths;

    @LocalServerPort
    int port;

    @Test
    @DisplayName("手机上看还差什么，记一次慰问，回来看数变了，收条可打印；办公室看谁还没做够")
    void a_team_records_what_it_did() {
        var world = tools.create("s8-kaifaqu");
        var leader = world.people.cadres().getFirst();
        var team = world.team(leader);
        world.contact(leader, world.people.households().getFirst());
        world.did(Ids.next(), null, team, "labour", LocalDate.of(2013, 3, 4), null, null);
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            var page = browser.as(leader.account(), Size.PHONE);
            browser.goTo(page, "dues");
            assertThat(page.getByText("还差 20 户").first()).isVisible();
            Browser.picture(page, "dues-phone");
            Browser.isAccessible(page);
            page.getByText("搞劳动").first().click();
            assertThat(page.getByText("共同劳动").first()).isVisible();

            browser.goTo(page, "activities/new?campaign=" + world.campaign.id() + "&kind=condolence");
            fill(page, "题目", "慰问困难户");
            button(page, "加一户");
            var home = page.getByLabel("住户").first();
            home.fill("001");
            page.locator("vaadin-combo-box-item").first().click();
            fill(page, "金额（元）", "200");
            button(page, "记下");
            assertThat(page.getByText("请写做了什么").first()).isVisible();
            fill(page, "做了什么、有什么结果", "送去慰问金，问了过冬的难处。");
            Browser.picture(page, "activity-new-phone");
            Browser.isAccessible(page);
            page.reload();
            assertThat(page.getByLabel("题目").first()).hasValue("慰问困难户");
            button(page, "记下");
            assertThat(page.getByText("打印收条").first()).isVisible();
            Browser.picture(page, "activity-phone");
            Browser.isAccessible(page);
            browser.goTo(page, "dues");
            assertThat(page.getByText("还差 19 户").first()).isVisible();

            var office = browser.as(world.people.clerk().account(), Size.DESKTOP);
            browser.goTo(office, "dues/all");
            assertThat(office.getByText("第一工作组").first()).isVisible();
            Browser.picture(office, "dues-all-desktop");
            Browser.isAccessible(office);
            browser.goTo(office, "activities");
            assertThat(office.getByText("慰问困难户").first()).isVisible();
            Browser.picture(office, "activities-desktop");
            Browser.isAccessible(office);
        }
    }

    @Test
    @DisplayName("村负责人在手机上确认实事")
    void the_village_confirms() {
        var world = tools.create("s7-hubin");
        var people = world.people;
        var cadre = people.cadres().get(1);
        var id = people.as(
                cadre,
                () -> activities.record(
                        world.campaign.id(),
                        new ActivityInput(
                                Ids.next(),
                                "good-deed",
                                null,
                                "给三组装路灯",
                                LocalDate.of(2013, 3, 4),
                                null,
                                people.village().id(),
                                "装了六盏路灯，夜里好走路。",
                                null,
                                null,
                                "",
                                null,
                                "",
                                Set.of(),
                                List.of())));
        var item = paths.task(world.people, people.villageLeader(), id, Confirmations.CONFIRM);
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            var page = browser.as(people.villageLeader().account(), Size.PHONE);
            browser.goTo(page, "task/" + item);
            Browser.picture(page, "activity-confirm-phone");
            Browser.isAccessible(page);
            button(page, "属实");
            assertThat(page.getByText("已确认，计入").first()).isVisible();
            assertThat(people.as(people.clerk(), () -> activities.view(id)).state())
                    .isEqualTo(ActivityState.COUNTED);
            var desktop = browser.as(
                    people.unitLeader(people.departments().getFirst()).account(), Size.DESKTOP);
            browser.goTo(desktop, "dues/all");
            assertThat(desktop.locator("h1")).isVisible();
            Browser.picture(desktop, "dues-unit-desktop");
            Browser.isAccessible(desktop);
        }
    }

    private static void fill(Page page, String label, String text) {
        var field = page.getByLabel(label).first();
        field.fill(text);
        field.blur();
    }

    private static void button(Page page, String name) {
        Browser.settle(page);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .last()
                .click();
        Browser.settle(page);
    }
}
