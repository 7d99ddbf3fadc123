package cn.minqing.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.ProductTest;
import cn.minqing.SmallWorlds;
import cn.minqing.issue.IssueTasks;
import cn.minqing.issue.IssueWorld;
import cn.minqing.issue.Route;
import cn.minqing.organization.Person;
import cn.minqing.ui.Browser.Size;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProductTest
@DisplayName("民情事项的页面")
class IssuePagesTest {
    @Autowired
    IssueWorld.Tools tools;

    @Autowired
    IssueTasks tasks;

    @LocalServerPort
    int port;

    @Test
    @DisplayName("镇领导在页面上退回：依据没写有提示、不丢内容，写了就退回")
    void a_leader_returns_an_issue() {
        var world = tools.create();
        var issue = world.escalated();
        world.register(world.matter(Route.ON_THE_SPOT, "now", "service"));
        world.decide(world.people.villageLeader(), issue, IssueTasks.ACCEPT, item -> tasks.sendUp(item, "要镇里立项。"));
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            for (var size : Size.values()) {
                var cadre = browser.as(world.cadre().account(), size);
                browser.goTo(cadre, "issues");
                assertThat(cadre.getByText("三组到村委会的路雨后难走").first()).isVisible();
                Browser.picture(cadre, "issues-" + name(size));
                Browser.isAccessible(cadre);

                var leader = browser.as(world.people.townLeader().account(), size);
                browser.goTo(leader, "issue/" + issue);
                assertThat(leader.locator(".diagram-canvas svg").first()).isVisible();
                Browser.picture(leader, "issue-" + name(size));
                Browser.isAccessible(leader);
                assertThat(leader.getByText("户××").first()).isVisible();
            }

            var leader = browser.as(world.people.townLeader().account(), Size.DESKTOP);
            var item = world.people.as(
                    world.people.townLeader(),
                    () -> world.item(issue, IssueTasks.ACCEPT).id());
            browser.goTo(leader, "task/" + item);
            leader.getByText("退回", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            assertThat(leader.locator(".decision-next")).containsText("2013年1月22日以后就不能退回了");
            submit(leader);
            assertThat(leader.getByText("退回须写明依据。").first()).isVisible();
            leader.locator("vaadin-text-area textarea").first().fill("按分工属包抓单位。");
            Browser.picture(leader, "issue-decision-desktop");
            submit(leader);
            assertThat(leader.getByText("已退回。").first()).isVisible();
            assertThat(world.waiting(issue)).containsExactly(IssueTasks.HANDLE);

            world.today(LocalDate.of(2013, 1, 30));
            var phone = browser.as(world.cadre().account(), Size.PHONE);
            var handling = world.people.as(
                    world.cadre(), () -> world.item(issue, IssueTasks.HANDLE).id());
            browser.goTo(phone, "task/" + handling);
            phone.locator("vaadin-text-area textarea").first().fill("联系了农机站。");
            phone.locator("vaadin-text-area textarea").first().blur();
            assertThat(phone.getByText("已自动保存").first()).isVisible();
            Browser.picture(phone, "issue-decision-phone");
            Browser.isAccessible(phone);
            phone.reload();
            assertThat(phone.locator("vaadin-text-area textarea").first()).hasValue("联系了农机站。");
            submit(phone);
            assertThat(phone.getByText("已办结").first()).isVisible();
            assertThat(world.waiting(issue)).containsExactly(IssueTasks.TELL);
        }
    }

    @Test
    @DisplayName("每个环节都能在手机上办完：研判、上报、交办、部门办结、告知、征询、销号")
    void every_step_on_a_phone() {
        var world = tools.create();
        var people = world.people;
        var issue = world.register(world.matter(null, "above", "infrastructure"));
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            var cadre = task(browser, world, world.cadre(), issue, IssueTasks.CONFIRM_TRIAGE);
            assertThat(cadre.locator(".decision-next")).containsText("报给村一级");
            submit(cadre);

            var village = task(browser, world, people.villageLeader(), issue, IssueTasks.ACCEPT);
            choose(village, "继续上报");
            fill(village, "原因", "要镇里立项。");
            submit(village);

            var town = task(browser, world, people.townLeader(), issue, IssueTasks.ACCEPT);
            choose(town, "交办部门");
            submit(town);
            assertThat(town.getByText("请选交给哪个部门。").first()).isVisible();
            town.locator(".decision vaadin-select").first().click();
            town.locator("vaadin-select-item")
                    .getByText(people.townStation().name())
                    .click();
            submit(town);

            var station = task(browser, world, people.townHandler(), issue, IssueTasks.HANDLE_BY_DEPARTMENT);
            fill(station, "怎么办的，结果如何", "涵管已换，路面垫平。");
            submit(station);

            var told = task(browser, world, world.cadre(), issue, IssueTasks.TELL);
            fill(told, "怎么对住户说的，住户怎么说", "上门说了，住户看过了。");
            submit(told);

            var asked = task(browser, world, people.clerk(), issue, IssueTasks.ASK);
            submit(asked);
            assertThat(asked.getByText("请选是谁回答的。").first()).isVisible();
            asked.locator(".decision vaadin-select").first().click();
            asked.locator("vaadin-select-item").getByText("户主").click();
            submit(asked);

            var closed = task(browser, world, people.secondTownLeader(), issue, IssueTasks.CLOSE);
            submit(closed);
            assertThat(closed.getByText("已销号。").first()).isVisible();
            assertThat(world.running(issue)).isFalse();
            browser.goTo(closed, "issue/" + issue);
            assertThat(closed.getByText("时限已停").first()).isVisible();
        }
    }

    private Page task(Browser browser, IssueWorld world, Person person, UUID issue, String element) {
        var page = browser.as(person.account(), Size.PHONE);
        var item = world.people.as(person, () -> world.item(issue, element).id());
        browser.goTo(page, "task/" + item);
        assertThat(page.locator(".decision .action-bar")).isVisible();
        return page;
    }

    private static void choose(Page page, String label) {
        page.locator("vaadin-radio-button")
                .filter(new Locator.FilterOptions().setHasText(label))
                .locator("input")
                .check();
        Browser.settle(page);
    }

    private static void fill(Page page, String label, String text) {
        var field = page.getByLabel(label).first();
        field.fill(text);
        field.blur();
    }

    private static String name(Size size) {
        return size.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static void submit(Page page) {
        Locator button = page.locator(".decision vaadin-button[theme~=primary]");
        button.click();
        Browser.settle(page);
    }
}
