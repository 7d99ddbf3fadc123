package cn.minqing.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.ProductTest;
import cn.minqing.SmallCampaigns;
import cn.minqing.SmallWorlds;
import cn.minqing.organization.Units;
import cn.minqing.ui.Browser.Size;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@DisplayName("名册、单位合并、一览、工作组和联系点的页面")
class RegisterPagesTest {
    @Autowired
    SmallWorlds worlds;

    @Autowired
    SmallCampaigns paths;

    @Autowired
    Units units;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Test
    @DisplayName("导入住户：错误逐行说明、可以下载，接受以后才写入")
    void households_are_imported() throws IOException {
        var world = worlds.create();
        var group = world.groups().getFirst().code();
        var csv = "组代码,户号,户主,姓名,身份证号\n" + group + ",901,张秋生,张秋生,\n" + group + ",902,王大有,王大有,110105196801010024\n";
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            var page = browser.as(world.administrator().account(), Size.DESKTOP);
            browser.goTo(page, "admin/imports");
            Browser.isAccessible(page);
            page.locator("vaadin-upload input[type=file]")
                    .setInputFiles(new FilePayload("住户.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
            assertThat(page.getByText("身份证号").first()).isVisible();
            assertThat(page.locator("h1")).hasText("住户.csv");
            Browser.isAccessible(page);
            var faults = page.waitForDownload(
                    () -> page.locator("a.button-link").first().click());
            assertThat(Files.size(faults.path())).isPositive();
            assertThat(inRegister(group)).isZero();
            page.getByRole(AriaRole.BUTTON)
                    .filter(new Locator.FilterOptions().setHasText("写入"))
                    .first()
                    .click();
            assertThat(page.getByText("已写入").first()).isVisible();
            assertThat(inRegister(group)).isEqualTo(1);
            var phone = browser.as(world.administrator().account(), Size.PHONE);
            browser.goTo(phone, "admin/imports");
            phone.getByText("住户.csv").first().click();
            assertThat(phone.locator("h1")).hasText("住户.csv");
            Browser.isAccessible(phone);
        }
    }

    private int inRegister(String group) {
        return jdbc.sql("select count(*) from household where group_code = ? and number in ('901', '902')")
                .param(group)
                .query(Integer.class)
                .single();
    }

    @Test
    @DisplayName("两个科室合并：先看会转走什么，再确认")
    void two_units_are_merged() {
        var world = worlds.create();
        var campaign = paths.visiting(world);
        var from = world.departments().getFirst();
        var to = world.departments().getLast();
        var office = world.office().name();
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            var page = browser.as(world.administrator().account(), Size.PHONE);
            browser.goTo(page, "admin/units");
            pick(page, page.getByLabel("被合并的单位").first(), office + " " + from.name(), "multi-select-combo-box");
            page.keyboard().press("Escape");
            pick(page, page.getByLabel("接收的单位").first(), office + " " + to.name(), "combo-box");
            page.getByLabel("依据或原因").first().fill("机构改革");
            button(page, "先看看会转走什么");
            assertThat(page.getByText("会一起转的").first()).isVisible();
            Browser.isAccessible(page);
            page.getByLabel("依据或原因").first().fill("机构改革方案");
            page.getByLabel("依据或原因").first().blur();
            assertThat(page.getByText("会一起转的")).hasCount(0);
            button(page, "先看看会转走什么");
            page.locator(".page-form > div vaadin-button[theme~=primary]")
                    .last()
                    .click();
            assertThat(page.locator(".inbox .inbox-row").first()).containsText("机构改革方案");
            assertThat(units.departments(world.office().id())).extracting("id").containsExactly(to.id());
            assertThat(campaign.id()).isNotNull();
        }
    }

    @Test
    @DisplayName("一览：点开一个村看到组，点开一个数看到它数的户")
    void the_board_opens_what_it_counts() {
        var world = worlds.create();
        var campaign = paths.visiting(world);
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            for (var size : Size.values()) {
                var page = browser.as(world.clerk().account(), size);
                browser.goTo(page, "board?campaign=" + campaign.id());
                assertThat(page.locator(".headline").first()).containsText("10");
                Browser.isAccessible(page);
                Browser.picture(page, "board-" + size.name().toLowerCase(java.util.Locale.ROOT));
                page.locator(".headline").first().click();
                assertThat(page.locator("#board-records .inbox-row")).hasCount(10);
                Browser.isAccessible(page);
                page.goBack();
                page.locator(".bars a").first().click();
                assertThat(page.locator("#board-records .inbox-row")).hasCount(5);
                page.locator("#board-records .inbox-row").first().click();
                assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/household/.*"));
            }
        }
    }

    @Test
    @DisplayName("起草方案时编组、找单位、试算；核对时换人、加联系点、导出对应表；单位确认时看得到")
    void teams_and_contact_points() throws IOException {
        var world = worlds.create();
        var campaign = paths.launch(world);
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            var page = browser.as(world.clerk().account(), Size.DESKTOP);
            browser.goTo(page, "task/" + paths.task(world, world.clerk(), campaign.id(), "userTask_draftPlan"));
            page.locator("#plan-units-none").click();
            assertThat(page.locator("#plan-units-count")).hasText("已选 0 个，共 2 个");
            page.locator("#plan-units-all").click();
            assertThat(page.locator("#plan-units-count")).hasText("已选 2 个，共 2 个");
            page.locator("#plan-preview").click();
            assertThat(page.locator("#plan-preview-result")).containsText("联系 10 户");
            page.locator("#team-add").click();
            page.locator("#team-name input").fill("帮困组");
            pick(
                    page,
                    page.locator("#team-leader input"),
                    world.cadres().getFirst().name(),
                    "combo-box");
            pick(
                    page,
                    page.locator("#team-members input"),
                    world.cadres().get(1).name(),
                    "multi-select-combo-box");
            page.keyboard().press("Tab");
            Browser.isAccessible(page);
            button(page, "保存");
            assertThat(page.locator("#plan-teams")).containsText("帮困组");
            button(page, "撤销");
            assertThat(page.locator("#plan-teams")).not().containsText("帮困组");

            paths.meet(world, campaign);
            var item = paths.task(world, world.clerk(), campaign.id(), "userTask_adjustContacts");
            for (var size : Size.values()) {
                var office = browser.as(world.clerk().account(), size);
                browser.goTo(office, "task/" + item);
                assertThat(office.locator("#contacts-invariant")).containsText("10 户");
                Browser.isAccessible(office);
            }
            page.locator("#task-adjust-contacts .campaign-home").first().click();
            page.locator("#contact-cadre input").fill(world.cadres().getLast().name());
            page.locator("vaadin-combo-box-item:visible").first().click();
            assertThat(page.locator("#change-cadre-dialog").first()).isAttached();
            page.keyboard().press("Escape");
            page.locator("#contact-save")
                    .waitFor(new Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
            page.locator("#contacts-filter input")
                    .fill(world.cadres().getFirst().name());
            assertThat(page.getByText("找到").first()).isVisible();
            page.locator("#contacts-filter input").fill("");
            page.locator("#point-add").click();
            pick(
                    page,
                    page.locator("#point-unit input"),
                    world.departments().getFirst().name(),
                    "combo-box");
            pick(page, page.locator("#point-place input"), world.village().name(), "combo-box");
            Browser.isAccessible(page);
            button(page, "保存");
            assertThat(page.locator("#contact-points"))
                    .containsText(world.village().name());
            var file = page.waitForDownload(() -> page.locator("#points-excel").click());
            try (var in = Files.newInputStream(file.path());
                    var book = new ReadableWorkbook(in)) {
                var rows = book.getFirstSheet().read();
                assertThat(rows.getFirst().getCellText(0)).isEqualTo("单位");
                assertThat(rows.stream().map(row -> row.getCellText(2)))
                        .anyMatch(places -> places.contains(world.village().name()));
                assertThat(rows.stream().skip(1).map(row -> row.getCellText(3)))
                        .anyMatch(homes -> homes.contains(world.village().name()));
            }
            page.locator("#contacts-finish").click();
            assertThat(page.getByText("已送各单位负责人确认").first()).isVisible();
            var leader = world.unitLeader(world.departments().getFirst());
            var confirm = paths.task(world, leader, campaign.id(), "userTask_confirmContacts");
            var phone = browser.as(leader.account(), Size.PHONE);
            browser.goTo(phone, "task/" + confirm);
            assertThat(phone.locator("#task-confirm-contacts")).containsText(leader.name());
            assertThat(phone.locator("#contact-points"))
                    .containsText(world.village().name());
            Browser.isAccessible(phone);
        }
    }

    private static void pick(Page page, Locator input, String text, String kind) {
        input.fill(text);
        page.locator("vaadin-" + kind + "-item:visible")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first()
                .click();
        Browser.settle(page);
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
