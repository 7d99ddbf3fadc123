package cn.minqing.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.ProductTest;
import cn.minqing.SmallWorlds;
import cn.minqing.issue.IssueWorld;
import cn.minqing.issue.Route;
import cn.minqing.ledger.Ledgers;
import cn.minqing.organization.Person;
import cn.minqing.tasklist.WorkItems;
import cn.minqing.ui.Browser.Size;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProductTest
@DisplayName("台账的页面")
class LedgerPagesTest {
    @Autowired
    IssueWorld.Tools tools;

    @Autowired
    Ledgers ledgers;

    @Autowired
    WorkItems workItems;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @LocalServerPort
    int port;

    @Test
    @DisplayName("办公室看台账、筛选、打印；梳理时公示字句有姓名有提示；领导选实事；封存页列出")
    void from_the_live_ledger_to_the_freeze() {
        var world = tools.create();
        var handled = world.withinDeadline();
        world.escalated();
        world.register(world.matter(Route.ON_THE_SPOT, "now", "service"));
        world.handle(handled);
        var ledger = ledgers.open(world.campaignId).getFirst();
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            for (var size : Size.values()) {
                var office = browser.as(world.people.clerk().account(), size);
                browser.goTo(office, "ledger");
                assertThat(office.getByText("列入 2 件")).isVisible();
                assertThat(office.getByText("当场答复 1 件，只计数不列入")).isVisible();
                assertThat(office.locator(".ledger-table tbody tr")).hasCount(2);
                Browser.picture(office, "ledger-" + size.name().toLowerCase(java.util.Locale.ROOT));
                Browser.isAccessible(office);
            }
            var office = browser.as(world.people.clerk().account(), Size.DESKTOP);
            office.getByLabel("责任人、单位").fill("没有这个人");
            assertThat(office.getByText("没有符合条件的事项")).isVisible();
            office.getByLabel("责任人、单位").fill("");
            assertThat(office.locator(".ledger-table tbody tr")).hasCount(2);
            var paper = office.waitForDownload(() -> office.getByText("打印（编号）").click());
            assertThat(paper.suggestedFilename()).isEqualTo("民情台账.pdf");
            var excel =
                    office.waitForDownload(() -> office.getByText("导出 Excel").click());
            assertThat(excel.suggestedFilename()).isEqualTo("民情台账.xlsx");

            fire(ledger);
            browser.goTo(office, "task/" + item(world, world.people.clerk(), ledger));
            assertThat(office.locator(".ledger-entry")).hasCount(2);
            var entry = office.locator(".ledger-entry").first();
            entry.locator("vaadin-checkbox input").check();
            var words = entry.locator("vaadin-text-field input");
            assertThat(words).hasValue("三组到村委会的路雨后难走");
            words.fill("户主1家门口的路");
            words.blur();
            submit(office);
            assertThat(office.getByText("公示的字句里有姓名或号码：户主1").first()).isVisible();
            words.fill("三组道路雨后难走");
            words.blur();
            Browser.picture(office, "ledger-sort-desktop");
            Browser.isAccessible(office);
            submit(office);
            assertThat(office.getByText("已提交，等领导选定本月实事。").first()).isVisible();

            var leader = browser.as(world.people.townLeader().account(), Size.PHONE);
            browser.goTo(leader, "task/" + item(world, world.people.townLeader(), ledger));
            assertThat(leader.getByText("公示：三组道路雨后难走")).isVisible();
            leader.locator(".ledger-entry vaadin-checkbox input").first().check();
            Browser.picture(leader, "ledger-deeds-phone");
            Browser.isAccessible(leader);
            submit(leader);
            assertThat(leader.getByText("已公示并封存。").first()).isVisible();

            for (var size : Size.values()) {
                var page = browser.as(world.people.clerk().account(), size);
                browser.goTo(page, "ledger-freezes");
                page.locator(".inbox-row").first().click();
                assertThat(page.getByText("校验相符：封存以后没有改动过")).isVisible();
                assertThat(page.getByText("这是第一份，没有可比的。")).isVisible();
                assertThat(page.getByText("本月实事").first()).isVisible();
                assertThat(page.getByText("户××").first()).isVisible();
                Browser.picture(page, "ledger-freeze-" + size.name().toLowerCase(java.util.Locale.ROOT));
                Browser.isAccessible(page);
            }
        }
    }

    private void fire(UUID ledger) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(ledger.toString())
                .singleResult();
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId());
    }

    private UUID item(IssueWorld world, Person person, UUID ledger) {
        return world.people.as(person, () -> workItems.about(ledger).getFirst().id());
    }

    private static void submit(Page page) {
        page.locator(".ledger-task .action-bar vaadin-button[theme~=primary]").click();
        Browser.settle(page);
    }
}
