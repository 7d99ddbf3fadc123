package cn.minqing.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.ProductTest;
import cn.minqing.SmallCampaigns;
import cn.minqing.SmallWorlds;
import cn.minqing.campaign.Contacts;
import cn.minqing.issue.Issues;
import cn.minqing.organization.People;
import cn.minqing.ui.Browser.Size;
import cn.minqing.visit.Visits;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProductTest
@DisplayName("入户单和帮扶档案的页面")
class VisitPagesTest {
    @Autowired
    SmallWorlds worlds;

    @Autowired
    SmallCampaigns campaigns;

    @Autowired
    Contacts contacts;

    @Autowired
    People people;

    @Autowired
    Visits visits;

    @Autowired
    Issues issues;

    @LocalServerPort
    int port;

    @Test
    @DisplayName("填一半回来接着填，填错的在原处说明，一次交单后档案、事项和承诺都在")
    void a_cadre_fills_the_sheet() {
        var world = worlds.create();
        var campaign = campaigns.visiting(world);
        var contact = contacts.ofCampaign(campaign.id()).getFirst();
        var cadre = people.get(contact.personId());
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            var page = browser.as(cadre.account(), Size.PHONE);
            browser.goTo(page, "visit/" + contact.id());
            fill(page, "家庭人口", "三口");
            fill(page, "其中劳动力", "2");
            fill(page, "工资性收入", "１２０００");
            fill(page, "家庭经营性收入", "3000");
            assertThat(page.locator(".form-sum").first()).containsText(java.util.regex.Pattern.compile("15\\s000 元"));
            Browser.picture(page, "visit-half-filled-phone");
            Browser.isAccessible(page);

            page.reload();
            assertThat(page.getByText("已接上").first()).isVisible();
            assertThat(field(page, "其中劳动力")).hasValue("2");
            handIn(page);
            assertThat(page.getByText("要填数字").first()).isVisible();
            assertThat(field(page, "家庭人口")).hasValue("三口");

            fill(page, "家庭人口", "3");
            page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("赠送一幅春联"))
                    .check();
            page.locator(".duty .evidence:visible textarea").fill("当面送上");
            button(page, "记一条承诺");
            fill(page, "答应了什么", "带一份核桃管护资料来");
            button(page, "登记一件事");
            page.locator("vaadin-select:has-text('是哪方面的事')").click();
            page.locator("vaadin-select-item:has-text('服务难')").click();
            fill(page, "一句话说明", "不知道新农合怎么交");
            fill(page, "具体情况", "村里没通知到。");
            page.locator("vaadin-radio-button:has-text('我来办')").click();
            Browser.settle(page);
            handIn(page);
            assertThat(page.getByText("还有").first()).isVisible();
            Browser.picture(page, "visit-unfinished-phone");
            button(page, "就这样交");
            assertThat(page.getByText("已交。").first()).isVisible();

            var sheet = world.as(cadre, () -> visits.sheet(contact.id()));
            assertThat(sheet.obligations().stream().filter(o -> o.isMet()).map(o -> o.id()))
                    .containsExactly("couplets");
            assertThat(sheet.promises()).hasSize(1);
            assertThat(sheet.forms().getFirst().answers()).containsKey("incomeWage");
            assertThat(issues.ofHousehold(contact.householdId())).hasSize(1);

            for (var size : Size.values()) {
                var name = size.name().toLowerCase(Locale.ROOT);
                var again = browser.as(cadre.account(), size);
                browser.goTo(again, "household/" + contact.householdId());
                assertThat(again.getByText("当面送上").first()).isVisible();
                Browser.picture(again, "household-" + name);
                Browser.isAccessible(again);

                var department = world.departments().stream()
                        .filter(unit -> unit.id().equals(contact.unitId()))
                        .findFirst()
                        .orElseThrow();
                var leader = browser.as(world.unitLeader(department).account(), size);
                browser.goTo(leader, "households");
                Browser.picture(leader, "households-" + name);
                Browser.isAccessible(leader);
            }
            var desktop = browser.as(cadre.account(), Size.DESKTOP);
            browser.goTo(desktop, "visit/" + contact.id());
            assertThat(desktop.getByText("上次").first()).isVisible();
            Browser.picture(desktop, "visit-sheet-desktop");
            Browser.isAccessible(desktop);
        }
    }

    private static com.microsoft.playwright.Locator field(Page page, String label) {
        return page.getByLabel(label).first();
    }

    private static void fill(Page page, String label, String value) {
        field(page, label).fill(value);
        field(page, label).blur();
        Browser.settle(page);
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
        Browser.settle(page);
    }

    private static void handIn(Page page) {
        button(page, "交单");
    }
}
