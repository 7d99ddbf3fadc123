package cn.minqing.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.ProductTest;
import cn.minqing.SmallWorlds;
import cn.minqing.issue.IssueRequests;
import cn.minqing.issue.IssueTasks;
import cn.minqing.issue.IssueWorld;
import cn.minqing.issue.WorkCalendar;
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
@DisplayName("时限的页面")
class ClockPagesTest {
    @Autowired
    IssueWorld.Tools tools;

    @Autowired
    IssueRequests requests;

    @Autowired
    WorkCalendar calendar;

    @LocalServerPort
    int port;

    @Test
    @DisplayName("手机上申请延期，领导批准，事项页用一句话说清期限；再挂账、告知、提前恢复、撤回")
    void time_is_asked_for_and_explained() {
        var world = tools.create();
        var issue = world.withinDeadline();
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            var cadre = task(browser, world, world.cadre(), issue, IssueTasks.HANDLE);
            choose(cadre, "申请延期");
            submit(cadre);
            assertThat(cadre.getByText("请写明原因").first()).isVisible();
            fill(cadre, "原因", "石料没到。");
            cadre.locator(".decision vaadin-integer-field input").fill("3");
            cadre.locator(".decision vaadin-integer-field input").blur();
            Browser.picture(cadre, "clock-extension-phone");
            Browser.isAccessible(cadre);
            submit(cadre);
            assertThat(cadre.getByText("延期申请已提交。").first()).isVisible();

            var leader = task(browser, world, world.people.villageLeader(), issue, IssueRequests.APPROVE_EXTENSION);
            assertThat(leader.getByText("石料没到。").first()).isVisible();
            Browser.picture(leader, "clock-approve-phone");
            Browser.isAccessible(leader);
            submit(leader);
            assertThat(leader.getByText("已同意延期。").first()).isVisible();

            for (var size : Size.values()) {
                var page = browser.as(world.cadre().account(), size);
                browser.goTo(page, "issue/" + issue);
                assertThat(page.getByText("含 1 次延期共 3 天").first()).isVisible();
                assertThat(page.locator(".diagram-canvas svg").first()).isVisible();
                Browser.picture(page, "clock-issue-" + (size == Size.PHONE ? "phone" : "desktop"));
                Browser.isAccessible(page);
            }

            world.decide(
                    world.cadre(),
                    issue,
                    IssueTasks.HANDLE,
                    item -> requests.requestParking(item, "地冻着。", LocalDate.of(2013, 2, 20)));
            var parking = task(browser, world, world.people.villageLeader(), issue, IssueRequests.APPROVE_PARKING);
            submit(parking);
            assertThat(parking.getByText("已同意挂账。").first()).isVisible();
            var told = task(browser, world, world.cadre(), issue, IssueRequests.TELL_PARKING);
            fill(told, "怎么对住户说的，住户怎么说", "二月二十日再看，住户同意。");
            submit(told);
            assertThat(told.getByText("已记下。").first()).isVisible();
            var lifted = task(browser, world, world.cadre(), issue, IssueTasks.HANDLE);
            assertThat(lifted.getByText("已挂账").first()).isVisible();
            fill(lifted, "现在为什么可以办了", "化冻了。");
            submit(lifted);
            assertThat(lifted.getByText("已恢复办理。").first()).isVisible();

            var desk = browser.as(world.cadre().account(), Size.DESKTOP);
            browser.goTo(desk, "issue/" + issue);
            desk.locator("vaadin-button").getByText("住户撤回").first().click();
            desk.locator("vaadin-dialog textarea, vaadin-dialog-overlay textarea")
                    .first()
                    .fill("不用修了。");
            Browser.picture(desk, "clock-withdraw-desktop");
            desk.locator("vaadin-dialog vaadin-button, vaadin-dialog-overlay vaadin-button")
                    .getByText("住户撤回")
                    .last()
                    .click();
            assertThat(desk.getByText("已登记撤回。").first()).isVisible();
            assertThat(world.running(issue)).isFalse();
        }
    }

    @Test
    @DisplayName("管理员在日历上改一天，要写依据，改完说明移动了几件")
    void the_administrator_changes_a_day() {
        var world = tools.create();
        world.withinDeadline();
        var day = LocalDate.of(2013, 1, 23);
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            for (var size : Size.values()) {
                var page = browser.as(world.people.administrator().account(), size);
                browser.goTo(page, "admin/calendar");
                assertThat(page.getByText("没有改过").first()).isVisible();
                Browser.picture(page, "calendar-" + (size == Size.PHONE ? "phone" : "desktop"));
                Browser.isAccessible(page);
            }
            var page = browser.as(world.people.administrator().account(), Size.DESKTOP);
            browser.goTo(page, "admin/calendar");
            page.locator(".calendar-day[aria-label^='2013年1月23日']").click();
            page.getByText("改这一天").last().click();
            assertThat(page.getByText("请写明依据").first()).isVisible();
            page.getByLabel("名称").last().fill("暴雪停工");
            page.getByLabel("依据").last().fill("县政府办〔2013〕1号");
            Browser.picture(page, "calendar-dialog-desktop");
            page.getByText("改这一天").last().click();
            assertThat(page.getByText("日历已改").first()).isVisible();
            assertThat(page.locator("li").getByText("暴雪停工").first()).isVisible();
        } finally {
            world.people.as(world.people.administrator(), () -> calendar.clear(day));
        }
    }

    private Page task(Browser browser, IssueWorld world, Person person, UUID issue, String element) {
        var item = world.people.as(person, () -> world.item(issue, element).id());
        var page = browser.as(person.account(), Size.PHONE);
        browser.goTo(page, "task/" + item);
        return page;
    }

    private static void choose(Page page, String label) {
        page.locator("vaadin-radio-button")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first()
                .click();
    }

    private static void fill(Page page, String label, String text) {
        page.getByLabel(label).first().fill(text);
        page.getByLabel(label).first().blur();
    }

    private static void submit(Page page) {
        page.locator(".decision .action-bar vaadin-button").click();
    }
}
