package cn.minqing.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.ProductTest;
import cn.minqing.SmallWorlds;
import cn.minqing.duty.Duties;
import cn.minqing.duty.DutyPaper;
import cn.minqing.duty.DutyState;
import cn.minqing.duty.DutyWorld;
import cn.minqing.duty.Rosters;
import cn.minqing.meeting.Opinions;
import cn.minqing.ui.Browser.Size;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProductTest
@DisplayName("值班和会议的页面")
class DutyPagesTest {
    @Autowired
    DutyWorld.Tools tools;

    @Autowired
    Rosters rosters;

    @Autowired
    Duties duties;

    @Autowired
    DutyPaper paper;

    @Autowired
    Opinions opinions;

    @LocalServerPort
    int port;

    @Test
    @DisplayName("办公室排班、公布，公示栏看得到谁值班；值班人在手机上登记来人和事项")
    void from_the_roster_to_the_record() {
        var world = tools.create();
        var people = world.people;
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            try {
                var office = browser.as(people.clerk().account(), Size.DESKTOP);
                browser.goTo(office, "duty");
                button(office, "排班").click();
                assertThat(office.getByText("草表").first()).isVisible();
                button(office, "公布").click();
                assertThat(office.getByText("已公布").first()).isVisible();
                Browser.picture(office, "duty-desktop");
                Browser.isAccessible(office);
                assertThat(new String(
                                people.as(
                                        people.clerk(),
                                        () -> paper.pdf(new Rosters.Filter(
                                                world.campaignId,
                                                "",
                                                null,
                                                DutyWorld.TUESDAY,
                                                DutyWorld.TUESDAY.plusDays(60)))),
                                0,
                                5,
                                StandardCharsets.US_ASCII))
                        .isEqualTo("%PDF-");

                var stranger = browser.stranger(Size.PHONE);
                browser.goTo(stranger, "notice-board/" + people.village().code());
                assertThat(stranger.getByText("近日值班")).isVisible();
                Browser.picture(stranger, "duty-board-phone");

                world.comes(DutyWorld.TUESDAY);
                var duty = world.turn(DutyWorld.TUESDAY);
                var sitter = world.person(duty.personId());
                var phone = browser.as(sitter.account(), Size.PHONE);
                browser.goTo(phone, "duty");
                assertThat(phone.getByText("待登记").first()).isVisible();
                Browser.picture(phone, "duty-phone");
                Browser.isAccessible(phone);
                browser.goTo(
                        phone,
                        "task/" + world.item(sitter, duty.id(), Duties.RECORD).id());
                button(phone, "来人登记").click();
                var dialog = phone.locator("vaadin-dialog");
                dialog.locator("vaadin-text-area textarea").first().fill("问补贴什么时候发，已说明。");
                Browser.picture(phone, "duty-caller-phone");
                button(phone, "记下").click();
                assertThat(phone.getByText("没有留姓名")).isVisible();
                phone.locator("vaadin-text-area textarea").last().fill("来了一位，问补贴。");
                Browser.picture(phone, "duty-record-phone");
                Browser.isAccessible(phone);
                button(phone, "登记值班").click();
                assertThat(phone.getByText("值班已登记").first()).isVisible();
                assertThat(people.as(sitter, () -> duties.view(duty.id())).state())
                        .isEqualTo(DutyState.DONE);
            } catch (AssertionError | RuntimeException e) {
                browser.keepLastPictures();
                throw e;
            }
        }
    }

    @Test
    @DisplayName("干部在手机上安排座谈会、记意见、登记成事项，写完记录就办结")
    void a_meeting_on_pages() {
        var world = tools.create();
        var people = world.people;
        var cadre = people.cadres().get(1);
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            try {
                var phone = browser.as(cadre.account(), Size.PHONE);
                browser.goTo(phone, "meetings");
                Browser.picture(phone, "meetings-phone");
                button(phone, "安排会议").click();
                var plan = phone.locator("vaadin-dialog");
                plan.locator("vaadin-select").first().click();
                phone.getByRole(
                                com.microsoft.playwright.options.AriaRole.OPTION,
                                new Page.GetByRoleOptions().setName("座谈会"))
                        .click();
                Browser.picture(phone, "meeting-plan-phone");
                button(phone, "安排").click();
                assertThat(phone.getByText("还没有记下意见。")).isVisible();
                button(phone, "记一条意见").click();
                phone.locator("vaadin-dialog vaadin-text-area textarea").first().fill("村务公开栏字太小");
                button(phone, "记下").click();
                assertThat(phone.getByText("村务公开栏字太小").first()).isVisible();
                Browser.picture(phone, "meeting-phone");
                Browser.isAccessible(phone);
                button(phone, "填意见征集表").click();
                Browser.picture(phone, "meeting-sheet-phone");
                button(phone, "取消").click();
                button(phone, "登记成事项").click();
                assertThat(phone.locator("vaadin-dialog vaadin-text-field input")
                                .first())
                        .hasValue("村务公开栏字太小");
                Browser.picture(phone, "meeting-issue-phone");
                button(phone, "取消").click();
                button(phone, "记为建议").first().click();
                phone.locator("vaadin-dialog vaadin-text-area textarea").first().fill("交村委会，下月换大的。");
                phone.locator("vaadin-dialog vaadin-button[theme~=primary]").click();
                assertThat(phone.getByText("交村委会，下月换大的。").first()).isVisible();
                assertThat(phone.locator("vaadin-dialog[opened]")).hasCount(0);
                phone.locator("vaadin-integer-field input").fill("12");
                phone.getByLabel("会议情况").fill("十二位群众到会，说了公开栏。");
                phone.getByLabel("会议情况").blur();
                button(phone, "记录会议").click();
                assertThat(phone.getByText("已召开").first()).isVisible();
                assertThat(opinions.figures(world.campaignId, null).suggestions())
                        .isEqualTo(1);
                browser.goTo(phone, "meetings");
                assertThat(phone.getByText("意见 1 条").first()).isVisible();
                var desktop = browser.as(people.clerk().account(), Size.DESKTOP);
                browser.goTo(desktop, "meetings");
                Browser.picture(desktop, "meetings-desktop");
                Browser.isAccessible(desktop);
            } catch (AssertionError | RuntimeException e) {
                browser.keepLastPictures();
                throw e;
            }
        }
    }

    private static Locator button(Page page, String text) {
        return page.locator("vaadin-button:visible")
                .filter(new Locator.FilterOptions()
                        .setHasText(java.util.regex.Pattern.compile("^\\s*" + text + "\\s*$")));
    }
}
