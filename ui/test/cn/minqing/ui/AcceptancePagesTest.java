package cn.minqing.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.ProductTest;
import cn.minqing.SmallCampaigns;
import cn.minqing.SmallWorlds;
import cn.minqing.assessment.Breaches;
import cn.minqing.assessment.Breaches.NewBreach;
import cn.minqing.assessment.PollResult;
import cn.minqing.assessment.Polls;
import cn.minqing.campaign.CampaignView;
import cn.minqing.organization.Person;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Ids;
import cn.minqing.ui.Browser.Size;
import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@DisplayName("验收、测评、表彰整改和纪律的页面")
class AcceptancePagesTest {
    @Autowired
    SmallWorlds worlds;

    @Autowired
    SmallCampaigns paths;

    @Autowired
    Polls polls;

    @Autowired
    Breaches breaches;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AppClock clock;

    @LocalServerPort
    int port;

    @Test
    @DisplayName("抽中的住户凭联系卡自己答测评，答过就不再问；督查组的任务里看得到答过了，看不到答了什么")
    void a_resident_answers_the_poll_by_card() {
        var world = worlds.create();
        var campaign = paths.launchAs(world, "s7-hubin");
        for (var index = 0; index < 6; index++) {
            contact(
                    campaign,
                    world.households().get(index),
                    world.cadres().get(index % world.cadres().size()));
        }
        var poll = polls.draw(campaign.id()).pollId();
        runtime.createProcessInstanceByKey("satisfaction-poll")
                .businessKey(campaign.id().toString())
                .setVariable("campaignId", campaign.id().toString())
                .execute();
        var code = jdbc.sql("""
                select c.card_code from contact c join poll_sample s on s.contact_id = c.id
                where s.poll_id = ? order by c.card_code limit 1
                """).param(poll).query(String.class).single();
        var inspector = world.inspector();
        var task = paths.task(world, inspector, poll, Polls.ASK);
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            var phone = browser.stranger(Size.PHONE);
            browser.goTo(phone, "card/" + code);
            assertThat(phone.getByText("这次走访，您满意吗？").first()).isVisible();
            Browser.picture(phone, "poll-card-phone");
            Browser.isAccessible(phone);
            phone.locator("input[name=overall][value=basically]").check();
            phone.locator("#poll-words").fill("多来几次<script>alert(1)</script>");
            phone.getByText("提交测评").click();
            assertThat(phone.locator("#poll-words")).hasCount(0);
            phone.reload();
            assertThat(phone.locator("#poll-words")).hasCount(0);

            for (var size : Size.values()) {
                var page = browser.as(inspector.account(), size);
                browser.goTo(page, "task/" + task);
                assertThat(page.getByText("已答复").first()).isVisible();
                assertThat(page.content().contains("多来几次")).isFalse();
                Browser.picture(page, "poll-task-" + name(size));
                Browser.isAccessible(page);
                page.getByText("征询", new Page.GetByTextOptions().setExact(true))
                        .first()
                        .click();
                assertThat(page.getByText("怎么问的").first()).isVisible();
                Browser.picture(page, "poll-ask-" + name(size));
            }
        }
        assertThat(world.as(world.clerk(), () -> polls.results(campaign.id(), 1))
                        .getFirst())
                .extracting(PollResult::answered, PollResult::basically)
                .containsExactly(1, 1);
    }

    @Test
    @DisplayName("验收时转为常态活动，上期考评还能看")
    void acceptance_into_a_standing_campaign() {
        var world = worlds.create();
        var campaign = paths.visiting(world);
        paths.reported(world, campaign.id(), world.departments());
        var group = world.leadingGroup();
        var accept = paths.task(world, group, campaign.id(), "userTask_acceptCampaign");
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            for (var size : Size.values()) {
                var page = browser.as(group.account(), size);
                browser.goTo(page, "task/" + accept);
                assertThat(page.getByText("验收通过，转为常态活动（以月促年）").first()).isVisible();
                page.getByText("验收通过，转为常态活动（以月促年）").first().click();
                Browser.picture(page, "accept-standing-" + name(size));
                Browser.isAccessible(page);
            }
            var page = browser.as(group.account(), Size.DESKTOP);
            page.locator(".action-bar vaadin-button[theme~=primary]").click();
            page.waitForURL(url -> !url.contains("/task/" + accept));
            for (var size : Size.values()) {
                var view = browser.as(group.account(), size);
                browser.goTo(view, "campaign/" + campaign.id() + "/assessment?period=1");
                assertThat(view.getByText("表彰、整改和形成制度").first()).isVisible();
                Browser.picture(view, "assessment-period-" + name(size));
                Browser.isAccessible(view);
            }
        }
    }

    @Test
    @DisplayName("纪律从活动页进入：条目和登记的情况，只写单位")
    void discipline_from_the_campaign() {
        var world = worlds.create();
        var campaign = paths.launchAs(world, "s3-yunnan");
        contact(campaign, world.households().getFirst(), world.cadres().getFirst());
        var unit = world.departments().getFirst();
        var inspector = world.inspector();
        world.as(
                inspector,
                () -> breaches.record(
                        campaign.id(),
                        new NewBreach(Ids.next(), unit.id(), "不走过场", clock.today(), "两户的登记卡没有入户就填写，经回访证实。")));
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            for (var size : Size.values()) {
                var page = browser.as(inspector.account(), size);
                browser.goTo(page, "campaign/" + campaign.id());
                page.locator("#campaign-discipline").click();
                assertThat(page.getByText("待单位说明").first()).isVisible();
                assertThat(page.getByText(unit.name()).first()).isVisible();
                Browser.picture(page, "discipline-" + name(size));
                Browser.isAccessible(page);
            }
        }
    }

    private void contact(CampaignView campaign, UUID householdId, Person cadre) {
        var id = Ids.next();
        jdbc.sql("""
                insert into contact (id, campaign_id, household_id, person_id, unit_id, from_date, card_code)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        id,
                        campaign.id(),
                        householdId,
                        cadre.id(),
                        cadre.unitId(),
                        clock.today(),
                        id.toString().replace("-", "").substring(22).toUpperCase(Locale.ROOT))
                .update();
    }

    private static String name(Size size) {
        return size.name().toLowerCase(Locale.ROOT);
    }
}
