package cn.minqing.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.ProductTest;
import cn.minqing.SmallCampaigns;
import cn.minqing.SmallWorld;
import cn.minqing.SmallWorlds;
import cn.minqing.assessment.Assessments;
import cn.minqing.campaign.Acceptance;
import cn.minqing.campaign.Assignments;
import cn.minqing.campaign.CampaignTemplate;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Kickoff;
import cn.minqing.campaign.Phase;
import cn.minqing.ui.Browser.Size;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProductTest
@DisplayName("活动方案模板的页面")
class TemplatePagesTest {
    @Autowired
    SmallWorlds worlds;

    @Autowired
    SmallCampaigns paths;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Assignments assignments;

    @Autowired
    Kickoff kickoff;

    @Autowired
    Acceptance acceptance;

    @Autowired
    Assessments assessments;

    @LocalServerPort
    int port;

    @Test
    @DisplayName("第十个模板：全在页面上起草、改错、发布、立项，活动一直办到归档")
    void a_tenth_template_needs_no_programmer() {
        var world = worlds.create();
        var id = "t10-" + UUID.randomUUID().toString().substring(0, 8);
        var name = "护堤走访" + id.substring(4);
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            var office = browser.as(world.clerk().account(), Size.DESKTOP);
            browser.goTo(office, "campaign-templates");
            Browser.isAccessible(office);
            begin(office, id, name);
            fillFields(office);
            mendByLine(office);
            release(office);
            assertThat(office.locator("[data-template='" + id + "']")).containsText("现用第 1 版");
            var campaign = launch(browser, office, world, name);
            aSecondPersonReleases(browser, office, world, id);
            assertThat(campaigns.get(campaign.id()).template()).returns(1, CampaignTemplate::version);
            runToArchive(world, campaign);
            browser.goTo(office, "campaign/" + campaign.id());
            assertThat(office.locator("#campaign-archived")).isVisible();
        }
    }

    @Test
    @DisplayName("没存的改动留着；手机上也能改")
    void what_was_typed_is_kept() {
        var world = worlds.create();
        var id = "t-" + UUID.randomUUID().toString().substring(0, 8);
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            var office = browser.as(world.clerk().account(), Size.PHONE);
            browser.goTo(office, "campaign-templates");
            begin(office, id, "护堤");
            field(office, "sourceName").fill("护堤通知");
            field(office, "sourceName").blur();
            assertThat(office.locator(".saved-note")).containsText("改动已暂存");
            Browser.isAccessible(office);
            browser.goTo(office, "campaign-templates/" + id + "/1");
            assertThat(office.locator(".saved-note")).containsText("带出了");
            assertThat(field(office, "sourceName")).hasValue("护堤通知");
        }
    }

    @Test
    @DisplayName("导出的文件改了编码再导入，成为草稿；有错的文件说哪一行")
    void a_file_goes_out_and_comes_in() throws java.io.IOException {
        var world = worlds.create();
        var id = "t-" + UUID.randomUUID().toString().substring(0, 8);
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            var office = browser.as(world.clerk().account(), Size.DESKTOP);
            browser.goTo(office, "campaign-templates");
            var card = office.locator("[data-template='s1-shangluo']");
            var file = office.waitForDownload(
                    () -> card.getByText("导出", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                            .first()
                            .click());
            var text = java.nio.file.Files.readString(file.path());
            assertThat(file.suggestedFilename()).isEqualTo("s1-shangluo.yaml");

            hand(office, text.replace("id: s1-shangluo", "id: " + id));

            assertThat(office.locator("h1")).containsText("第 1 版");
            office.waitForURL("**/campaign-templates/" + id + "/1**");
            browser.goTo(office, "campaign-templates");
            assertThat(office.locator("[data-template='" + id + "']")).isVisible();
            Browser.isAccessible(office);
        }
    }

    private static void hand(Page office, String text) {
        office.locator("#template-import input[type=file]")
                .setInputFiles(new com.microsoft.playwright.options.FilePayload(
                        "t.yaml", "application/yaml", text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static void aSecondPersonReleases(Browser browser, Page office, SmallWorld world, String id) {
        browser.goTo(office, "campaign-templates/" + id + "/1?edit");
        field(office, "sourceName").fill("护堤补充通知");
        field(office, "sourceName").blur();
        Browser.settle(office);
        office.locator("#template-save").click();
        assertThat(office.getByText("草稿已保存").first()).isVisible();
        browser.goTo(office, "campaign-templates/" + id + "/2?edit");
        confirmRelease(office);
        assertThat(office.getByText("起草的人不能自己发布").first()).isVisible();

        var second = browser.as(world.secondClerk().account(), Size.DESKTOP);
        browser.goTo(second, "campaign-templates/" + id + "/2");
        confirmRelease(second);
        assertThat(second.getByText("第 2 版已发布").first()).isVisible();
    }

    private static void confirmRelease(Page page) {
        page.locator("#template-release").click();
        page.locator("vaadin-confirm-dialog-overlay, vaadin-confirm-dialog")
                .getByRole(AriaRole.BUTTON, new com.microsoft.playwright.Locator.GetByRoleOptions().setName("发布"))
                .last()
                .click();
    }

    private static void begin(Page office, String id, String name) {
        office.locator("#template-new").click();
        office.locator("#template-new-name input").fill(name);
        office.locator("#template-new-id input").fill("第十");
        office.locator("#template-new-submit").click();
        assertThat(office.getByText("编码只能用小写英文字母").first()).isVisible();
        office.locator("#template-new-id input").fill(id);
        office.locator("#template-new-submit").click();
        assertThat(office.locator("h1")).hasText(name + " · 第 1 版");
    }

    private static void fillFields(Page office) {
        field(office, "obligationsName").fill("护堤三件事");
        open(office, "obligations");
        var obligations = office.locator("[data-section='obligations']");
        obligations.locator("[data-part='obligations+']").click();
        assertThat(obligations.locator(".template-entries > vaadin-details")).hasCount(7);
        Browser.settle(office);
        var added = obligations.locator(".template-entries > vaadin-details").last();
        added.locator("[data-part='obligations[].id'] input").fill("dike");
        added.locator("[data-part='obligations[].name'] input").fill("看一段堤");
        added.locator("[data-part='obligations[].evidence'] input").fill("写明看了哪一段");
        added.locator("[data-part='obligations[].source'] input").fill("本地");
        added.locator("[data-part='obligations[].source'] input").blur();
        Browser.settle(office);
    }

    private static void mendByLine(Page office) {
        office.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("看文本"))
                .click();
        var text = office.locator("#template-text textarea");
        assertThat(text).hasValue(java.util.regex.Pattern.compile("看一段堤"));
        var good = text.inputValue();
        var line = good.lines().toList().indexOf("    days: 59");
        assertThat(line).isPositive();
        text.fill(good.replace("    days: 59", "    days: 很久"));
        office.locator("#template-check").click();
        assertThat(office.locator("#template-faults")).containsText("第 " + (line + 1) + " 行 phases[1].days：要写整数。");
        text.fill(good);
        office.locator("#template-check").click();
        assertThat(office.locator("#template-faults")).containsText("没有错误");
    }

    private static void release(Page office) {
        office.locator("#template-save").click();
        assertThat(office.getByText("草稿已保存").first()).isVisible();
        confirmRelease(office);
        assertThat(office.getByText("第 1 版已发布").first()).isVisible();
    }

    private CampaignView launch(Browser browser, Page office, SmallWorld world, String name) {
        browser.goTo(office, "campaigns/new");
        office.locator("#campaign-template vaadin-radio-button")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(name))
                .click();
        assertThat(office.locator("#campaign-name input")).hasValue(name);
        office.locator("#campaign-launch").click();
        assertThat(office.getByText("已立项").first()).isVisible();
        var line = world.as(world.clerk(), () -> campaigns.page(null, 10)).lines().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        var campaign = campaigns.get(line.id());
        assertThat(campaign.template())
                .returns("护堤三件事", CampaignTemplate::obligationsName)
                .returns(1, CampaignTemplate::version);
        assertThat(campaign.template().householdObligations()).hasSize(7);
        return campaign;
    }

    private void runToArchive(SmallWorld world, CampaignView campaign) {
        paths.meet(world, campaign);
        world.run(
                world.clerk(), () -> assignments.finishAdjusting(paths.task(campaign.id(), "userTask_adjustContacts")));
        for (var department : world.departments()) {
            world.run(
                    world.unitLeader(department),
                    () -> assignments.confirmUnit(paths.task(campaign.id(), "userTask_confirmContacts")));
        }
        paths.fire(campaign.id(), "timer_implementationStarts");
        paths.planOneBatch(world, campaign.id());
        paths.fire(campaign.id(), "timer_batchStarts");
        kickoff.runPending();
        paths.reported(world, campaign.id(), world.departments());
        assertThat(world.as(world.clerk(), () -> assessments.of(campaign.id()))).isNotEmpty();
        world.run(world.leadingGroup(), () -> acceptance.accept(paths.task(campaign.id(), "userTask_acceptCampaign")));
        assertThat(campaigns.get(campaign.id()).phase()).isEqualTo(Phase.ARCHIVED);
    }

    private static void open(Page office, String section) {
        office.locator("[data-section='" + section + "'] > vaadin-details-summary")
                .click();
    }

    private static com.microsoft.playwright.Locator field(Page office, String part) {
        return office.locator("[data-part='" + part + "'] input");
    }
}
