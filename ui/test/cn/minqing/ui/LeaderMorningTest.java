package cn.minqing.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.ProductTest;
import cn.minqing.SmallWorlds;
import cn.minqing.issue.IssueTasks;
import cn.minqing.issue.IssueWorld;
import cn.minqing.issue.Route;
import cn.minqing.ui.Browser.Size;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProductTest
@DisplayName("领导的一个早晨")
class LeaderMorningTest {
    private static final int WAITING = 20;

    @Autowired
    IssueWorld.Tools tools;

    @Autowired
    IssueTasks tasks;

    @LocalServerPort
    int port;

    @Test
    @DisplayName("20 件等着决定：19 件一并受理，其中 1 件刚被别处办了，讲明原因；剩下 1 件单独退回")
    void twenty_decisions_in_bulk_and_one_by_one() {
        var world = tools.create();
        var leader = world.people.villageLeader();
        var issues = IntStream.range(0, WAITING)
                .mapToObj(number -> world.register(world.matter(Route.ESCALATED, "above", "infrastructure")))
                .toList();
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            var page = browser.as(leader.account(), Size.DESKTOP);
            browser.goTo(page, "");
            assertThat(page.getByText("共 20 项").first()).isVisible();
            page.getByText("选择多项").click();
            var boxes = page.locator(".inbox-line vaadin-checkbox input");
            assertThat(boxes).hasCount(WAITING);
            for (var index = 1; index < WAITING; index++) {
                boxes.nth(index).check();
            }
            assertThat(page.getByText("已选 19 项").first()).isVisible();
            Browser.picture(page, "inbox-bulk-desktop");
            Browser.isAccessible(page);
            var elsewhere = issues.getLast();
            world.decide(leader, elsewhere, IssueTasks.ACCEPT, tasks::accept);
            button(page, "一并受理").click();
            assertThat(page.getByText("办成 18 项，没办成 1 项").first()).isVisible();
            assertThat(page.getByText(leader.name()).first()).isVisible();
            Browser.picture(page, "inbox-bulk-result-desktop");
            assertThat(issues.stream().filter(issue -> waits(world, issue, IssueTasks.HANDLE_AT_LEVEL)))
                    .hasSize(WAITING - 1);

            var last = issues.stream()
                    .filter(issue -> waits(world, issue, IssueTasks.ACCEPT))
                    .toList();
            assertThat(last).hasSize(1);
            var item = world.people.as(leader, () -> world.item(last.getFirst(), IssueTasks.ACCEPT));
            browser.goTo(page, "task/" + item.id());
            page.getByText("退回", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            page.locator("vaadin-text-area textarea").first().fill("按分工属包抓单位。");
            page.locator(".decision .action-bar vaadin-button").last().click();
            assertThat(page.getByText("已退回。").first()).isVisible();
            assertThat(world.waiting(last.getFirst())).containsExactly(IssueTasks.HANDLE);
        }
    }

    private static boolean waits(IssueWorld world, UUID issue, String element) {
        return world.waiting(issue).contains(element);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .last();
    }
}
