package cn.minqing.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.ProductTest;
import cn.minqing.SmallWorlds;
import cn.minqing.issue.IssueWorld;
import cn.minqing.issue.Ladder;
import cn.minqing.supervision.CircularKind;
import cn.minqing.supervision.Circulars;
import cn.minqing.supervision.NoticeState;
import cn.minqing.supervision.Revisits;
import cn.minqing.supervision.Supervision;
import cn.minqing.ui.Browser.Size;
import cn.minqing.visit.Commitments;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProductTest
@DisplayName("督办、通报、盲访、承诺的页面")
class SupervisionPagesTest {
    @Autowired
    IssueWorld.Tools tools;

    @Autowired
    Ladder ladder;

    @Autowired
    Supervision supervision;

    @Autowired
    Circulars circulars;

    @Autowired
    Revisits revisits;

    @Autowired
    Commitments commitments;

    @LocalServerPort
    int port;

    @Test
    @DisplayName("阶梯催办到通报：领导看到提醒，单位报告整改，督查组复查，通报可打印")
    void the_ladder_on_pages() {
        var world = tools.create();
        var people = world.people;
        var unit = people.departments().getFirst();
        var leader = people.unitLeader(unit);
        world.withinDeadline();
        world.today(LocalDate.of(2013, 2, 4));
        ladder.climb(world.campaignId);
        people.as(
                people.leadingGroup(),
                () -> circulars.issue(
                        world.campaignId,
                        CircularKind.PRAISE,
                        people.departments().get(1).id(),
                        "关于第2科把政策讲到地头的通报",
                        "第2科把惠农政策编成十句话，逐户讲到地头，群众一听就懂。\n望各单位学习借鉴。"));
        people.as(
                leader,
                () -> commitments.promise(world.campaignId, unit.id(), "开春前修好三组到村委会的路", LocalDate.of(2013, 3, 1)));
        var notice = people.as(
                leader, () -> supervision.page(true, null, 5).rows().getFirst().id());
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            for (var size : Size.values()) {
                var page = browser.as(leader.account(), size);
                for (var path : new String[] {"supervision", "circulars", "commitments"}) {
                    browser.goTo(page, path);
                    assertThat(page.locator("h1")).isVisible();
                    Browser.picture(page, path + "-" + name(size));
                    Browser.isAccessible(page);
                }
                browser.goTo(page, "supervision/" + notice);
                assertThat(page.locator(".diagram-canvas svg").first()).isVisible();
                Browser.picture(page, "supervision-notice-" + name(size));
                Browser.isAccessible(page);
            }
            var page = browser.as(leader.account(), Size.PHONE);
            browser.goTo(page, "supervision/" + notice);
            primary(page).click();
            assertThat(page.getByText("请写明做了什么。").first()).isVisible();
            page.locator("vaadin-text-area textarea").first().fill("已上门办结，路已垫平。");
            primary(page).click();
            assertThat(page.getByText("已报告，等督查组复查").first()).isVisible();

            var inspector = browser.as(people.inspector().account(), Size.DESKTOP);
            browser.goTo(inspector, "supervision/" + notice);
            primary(inspector).click();
            assertThat(inspector.getByText("督办办结").first()).isVisible();
            assertThat(people.as(
                            people.inspector(), () -> supervision.view(notice).state()))
                    .isEqualTo(NoticeState.RECTIFIED);
        }
    }

    @Test
    @DisplayName("督查组抽样盲访：先看不到结论，答完才告诉，不符的重新办理")
    void a_blind_visit_on_pages() {
        var world = tools.create();
        var issue = world.withinDeadline();
        world.handle(issue);
        world.tell(issue);
        world.ask(issue, true);
        var inspector = world.people.inspector();
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            var page = browser.as(inspector.account(), Size.DESKTOP);
            browser.goTo(page, "revisits");
            page.getByLabel("种子").first().fill("2013年2月第一期");
            page.getByLabel("种子").first().blur();
            page.locator("vaadin-button[theme~=primary]").first().click();
            assertThat(page.getByText("抽取了 1 件").first()).isVisible();
            Browser.picture(page, "revisits-desktop");
            Browser.isAccessible(page);

            var draw = world.people.as(inspector, () -> revisits.draws().getFirst());
            var revisit = world.people.as(
                    inspector, () -> revisits.drawn(draw.id()).getFirst().id());
            var item = world.people.as(
                    inspector, () -> world.item(revisit, Revisits.REVISIT).id());
            var phone = browser.as(inspector.account(), Size.PHONE);
            browser.goTo(phone, "revisits");
            Browser.picture(phone, "revisits-phone");
            Browser.isAccessible(phone);
            browser.goTo(phone, "task/" + item);
            assertThat(phone.getByText("联系了农机站")).hasCount(0);
            Browser.picture(phone, "revisit-phone");
            Browser.isAccessible(phone);
            var groups = phone.locator("vaadin-radio-group");
            choose(groups.nth(0), "是");
            choose(groups.nth(1), "部分解决");
            choose(groups.nth(2), "否");
            phone.locator("vaadin-text-area textarea").first().fill("只垫了一半。");
            primary(phone).click();
            assertThat(phone.getByText("与住户说的不符").first()).isVisible();
            assertThat(world.view(world.people.clerk(), issue).reopened()).isEqualTo(1);
        }
    }

    private static void choose(Locator group, String label) {
        group.locator("vaadin-radio-button")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first()
                .locator("input")
                .check();
    }

    private static Locator primary(Page page) {
        return page.locator(".action-bar vaadin-button[theme~=primary]").last();
    }

    private static String name(Size size) {
        return size.name().toLowerCase(Locale.ROOT);
    }
}
