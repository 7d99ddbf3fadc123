package cn.minqing.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.minqing.ProductTest;
import cn.minqing.SmallWorlds;
import cn.minqing.issue.Channel;
import cn.minqing.issue.CommonProblems;
import cn.minqing.issue.IssueWorld;
import cn.minqing.issue.Route;
import cn.minqing.platform.Ids;
import cn.minqing.ui.Browser.Size;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProductTest
@DisplayName("登记、共性问题和研判统计的页面")
class IntakePagesTest {
    @Autowired
    IssueWorld.Tools tools;

    @Autowired
    CommonProblems problems;

    @LocalServerPort
    int port;

    @Test
    @DisplayName("接线员登记：选户、边写边看到相似的，手机和电脑上都看得清")
    void an_operator_sees_what_may_be_the_same() {
        var world = tools.create();
        world.withinDeadline();
        var clerk = world.people.clerk();
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            for (var size : Size.values()) {
                var page = browser.as(clerk.account(), size);
                browser.goTo(page, "issues/new");
                page.getByText("专线电话").first().click();
                // what was typed at the other size is kept, so it is typed over
                page.locator("vaadin-combo-box input").first().fill("");
                page.locator("vaadin-combo-box input").first().pressSequentially("003");
                page.locator("vaadin-combo-box-item").first().click();
                assertThat(page.getByText("首访责任人是联系人").first()).isVisible();
                page.locator("vaadin-text-field input").first().fill("");
                page.locator("vaadin-text-field input").first().pressSequentially("村委会的路雨后难走");
                assertThat(page.locator(".likely-card").first()).isVisible();
                Browser.picture(page, "intake-" + name(size));
                Browser.isAccessible(page);
            }
        }
    }

    @Test
    @DisplayName("共性问题和研判统计的页面在手机和电脑上都看得清；统一答复后各件转去告知")
    void common_problems_and_statistics() {
        var world = tools.create();
        var one = world.withinDeadline();
        var two = world.escalated();
        world.register(world.matter(null, "cadre", "income").by(Channel.MEETING));
        world.register(world.matter(Route.POLICY_EXPLANATION, "policy", "income"));
        var clerk = world.people.clerk();
        var id = world.people.as(clerk, () -> problems.create(Ids.next(), "三组到村委会的路难走", List.of(one, two)));
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            for (var size : Size.values()) {
                var page = browser.as(clerk.account(), size);
                browser.goTo(page, "issues?select=common");
                assertThat(page.locator(".common-choice").first()).isVisible();
                Browser.picture(page, "issues-select-" + name(size));
                Browser.isAccessible(page);
                browser.goTo(page, "issues/triage-statistics");
                assertThat(page.locator(".triage-figures").first()).isVisible();
                Browser.picture(page, "triage-statistics-" + name(size));
                Browser.isAccessible(page);
                browser.goTo(page, "common-problems");
                assertThat(page.getByText("三组到村委会的路难走").first()).isVisible();
                browser.goTo(page, "common-problem/" + id);
                assertThat(page.getByText("统一答复").first()).isVisible();
                Browser.picture(page, "common-problem-" + name(size));
                Browser.isAccessible(page);
            }
            var page = browser.as(clerk.account(), Size.DESKTOP);
            browser.goTo(page, "common-problem/" + id);
            page.locator("vaadin-text-area textarea").first().fill("镇里统一硬化，四月底完工。");
            page.locator(".action-bar vaadin-button").first().click();
            assertThat(page.getByText("2 件转去告知住户").first()).isVisible();
        }
    }

    private static String name(Size size) {
        return size.name().toLowerCase(java.util.Locale.ROOT);
    }
}
