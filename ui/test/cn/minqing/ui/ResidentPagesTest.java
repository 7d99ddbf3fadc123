package cn.minqing.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.minqing.ProductTest;
import cn.minqing.SmallWorlds;
import cn.minqing.issue.IssueTasks;
import cn.minqing.issue.IssueWorld;
import cn.minqing.issue.Route;
import cn.minqing.ledger.LedgerTasks;
import cn.minqing.ledger.Ledgers;
import cn.minqing.platform.RateLimits.Limit;
import cn.minqing.tasklist.WorkItems;
import cn.minqing.ui.Browser.Size;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@ProductTest
@DisplayName("群众的页面：联系卡和公示栏")
class ResidentPagesTest {
    private static int next = 1;

    @Autowired
    IssueWorld.Tools tools;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WebApplicationContext context;

    @Autowired
    IssueTasks issueTasks;

    @Autowired
    Ledgers ledgers;

    @Autowired
    LedgerTasks ledgerTasks;

    @Autowired
    WorkItems workItems;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @LocalServerPort
    int port;

    @Test
    @DisplayName("住户凭卡号登记一件事，看它到了哪一步、谁在办，办完回答满不满意")
    void a_resident_follows_an_issue_by_code() {
        var world = tools.create();
        var code = card(world);
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            var phone = browser.stranger(Size.PHONE);
            browser.goTo(phone, "card/" + code);
            assertThat(phone.getByText("干部1").first()).isVisible();
            assertThat(phone.getByText("第1科").first()).isVisible();
            assertThat(phone.getByText("还没有登记过事项").first()).isVisible();
            assertThat(phone.content()).doesNotContain("户主1").doesNotContain("配偶1");

            phone.locator("#category").selectOption("infrastructure");
            phone.locator("#words").fill("三组的水管漏了。请户主1家旁边的井<script>alert(1)</script>也看看");
            phone.getByText("提交", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(phone.getByText("已登记，编号 MQ-2013-").first()).isVisible();
            assertThat(phone.getByText("三组的水管漏了").first()).isVisible();
            assertThat(phone.getByText("已登记，联系人正在看怎么办").first()).isVisible();
            phone.reload();
            assertThat(phone.locator("section.box")).hasCount(1);
            Browser.picture(phone, "card-phone");
            Browser.isAccessible(phone);
            assertThat((Boolean) phone.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();
            assertThat((Integer) phone.evaluate("performance.getEntriesByType('resource').length"))
                    .as("nothing is loaded besides the page")
                    .isLessThanOrEqualTo(1);

            var issue = jdbc.sql("select id from issue where campaign_id = ?")
                    .param(world.campaignId)
                    .query(UUID.class)
                    .single();
            assertThat(world.view(world.cadre(), issue).firstVisitor()).isEqualTo("干部1");
            assertThat(world.waiting(issue)).containsExactly(IssueTasks.CONFIRM_TRIAGE);
            world.decide(
                    world.cadre(),
                    issue,
                    IssueTasks.CONFIRM_TRIAGE,
                    item -> issueTasks.confirmTriage(item, Route.WITHIN_DEADLINE, "自己能办", ""));
            phone.reload();
            assertThat(phone.getByText("正在办", new Page.GetByTextOptions().setExact(true))
                            .first())
                    .isVisible();
            assertThat(phone.getByText("什么时候前").first()).isVisible();
            world.handle(issue);
            phone.reload();
            assertThat(phone.content()).doesNotContain("联系了农机站");
            world.tell(issue);

            phone.reload();
            assertThat(phone.getByText("联系了农机站，路已垫平。").first()).isVisible();
            phone.locator("input[value=no]").check();
            phone.getByText("提交回答").click();
            assertThat(phone.getByText("不满意的，请记下住户的原话。").first()).isVisible();
            assertThat(phone.locator("input[value=no]")).isChecked();
            phone.locator("section textarea").fill("只修了一半");
            phone.getByText("提交回答").click();
            assertThat(phone.getByText("谢谢，您的回答已记下。").first()).isVisible();
            assertThat(world.waiting(issue)).containsExactly(IssueTasks.HANDLE);

            world.handle(issue);
            world.tell(issue);
            phone.reload();
            phone.locator("input[value=yes]").check();
            phone.getByLabel("我是替住户填的（老人、不方便的）").check();
            phone.getByText("提交回答").click();
            assertThat(phone.getByText("您表示满意，等领导销号").first()).isVisible();
            assertThat(jdbc.sql("select satisfaction_from from issue where id = ?")
                            .param(issue)
                            .query(String.class)
                            .single())
                    .isEqualTo("RESIDENT_PROXY");

            var second = world.withinDeadline();
            phone.reload();
            phone.getByText("不办了，我要撤回").click();
            phone.getByLabel("为什么不办了").fill("自己已经修好了");
            phone.getByText("撤回这件").click();
            assertThat(phone.getByText("已撤回。").first()).isVisible();
            assertThat(phone.getByText("您已撤回").first()).isVisible();
            assertThat(world.running(second)).isFalse();

            phone.getByText("繁體").click();
            assertThat(phone.getByText("我家的事項").first()).isVisible();
            phone.getByText("English").click();
            assertThat(phone.getByText("Our matters").first()).isVisible();
            browser.goTo(phone, "card/" + code + "?lang=zh-CN");

            var desktop = browser.stranger(Size.DESKTOP);
            browser.goTo(desktop, "card");
            desktop.locator("#code")
                    .fill(code.substring(0, 5).toLowerCase(java.util.Locale.ROOT) + " " + code.substring(5));
            desktop.getByText("查看").click();
            assertThat(desktop.getByText("我家的事项").first()).isVisible();
            Browser.picture(desktop, "card-desktop");
        }
    }

    @Test
    @DisplayName("公示栏：不登录就能看，只有批准公示的字句、单位、时限、结果，没有住户和姓名")
    void the_notice_board() {
        var world = tools.create();
        var shown = world.withinDeadline();
        var hidden = world.withinDeadline();
        world.handle(shown);
        publish(
                world,
                new LedgerTasks.Decision(shown, "difficulties", "三组道路雨后难走"),
                new LedgerTasks.Decision(hidden, "difficulties", null),
                Set.of(shown));
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            for (var size : Size.values()) {
                var page = browser.stranger(size);
                browser.goTo(page, "notice-board/" + world.people.village().code());
                assertThat(page.getByText("三组道路雨后难走")).hasCount(1);
                assertThat(page.locator("section.box")).hasCount(1);
                assertThat(page.getByText("本月实事")).isVisible();
                assertThat(page.getByText("第1科（联系干部）")).isVisible();
                assertThat(page.content())
                        .doesNotContain("户主")
                        .doesNotContain("干部1")
                        .doesNotContain("0914");
                Browser.picture(page, "notice-board-" + size.name().toLowerCase(java.util.Locale.ROOT));
                Browser.isAccessible(page);
            }
        }
    }

    @Test
    @DisplayName("不知道的卡号一律同一个回答；试得太多就不再回答，也不看卡号对不对")
    void unknown_codes_tell_nothing() throws Exception {
        var world = tools.create();
        var code = card(world);
        var address = address();
        var unknown = perform(get("/card/AAAAAAAAAA"), address);
        assertThat(unknown.getStatus()).isEqualTo(404);
        for (var other : List.of("0", "zzzzzzzzzz", "1234567890123", "a'--", code.substring(0, 9))) {
            var answer = perform(get("/card/" + other), address);
            assertThat(answer.getStatus()).isEqualTo(404);
            assertThat(answer.getContentAsString()).isEqualTo(unknown.getContentAsString());
        }
        assertThat(perform(post("/card/AAAAAAAAAA/issues").param("words", "x").with(csrf()), address)
                        .getContentAsString())
                .isEqualTo(unknown.getContentAsString());
        assertThat(perform(get("/card/" + code), address).getStatus()).isEqualTo(200);
        for (var more = 0; more < Limit.UNKNOWN_PER_ADDRESS.times(); more++) {
            perform(get("/card/AAAAAAAAAB"), address);
        }
        assertThat(perform(get("/card/" + code), address).getStatus()).isEqualTo(429);
        assertThat(perform(get("/card/" + code), address()).getStatus()).isEqualTo(200);
    }

    @Test
    @DisplayName("同一张卡一小时只收十次，写的还在；重复提交只登记一件；没有令牌不收")
    void what_is_sent_in_is_limited() throws Exception {
        var world = tools.create();
        var code = card(world);
        var address = address();
        var key = UUID.randomUUID().toString();
        var send = post("/card/" + code + "/issues").param("words", "水管漏了").param("category", "other");
        var refused = perform(send, address);
        assertThat(refused.getStatus()).isEqualTo(302);
        assertThat(refused.getRedirectedUrl()).isEqualTo("/card/" + code + "?again");

        assertThat(perform(matter(code, key), address).getStatus()).isEqualTo(303);
        assertThat(perform(matter(code, key), address).getStatus()).isEqualTo(303);
        assertThat(registered(world)).isEqualTo(1);
        var long_ = perform(
                post("/card/" + code + "/issues")
                        .param("words", "长".repeat(1001))
                        .param("category", "other")
                        .with(csrf()),
                address);
        assertThat(long_.getStatus()).isEqualTo(422);
        assertThat(long_.getContentAsString()).contains("长长长");
        assertThat(perform(
                                post("/card/" + code + "/answer")
                                        .param("number", "MQ-2013-999999")
                                        .param("satisfied", "yes")
                                        .with(csrf()),
                                address)
                        .getStatus())
                .isEqualTo(422);
        for (var more = 4; more < Limit.CHANGE_PER_CODE.times(); more++) {
            perform(matter(code, key), address);
        }
        var late = perform(matter(code, UUID.randomUUID().toString()), address);
        assertThat(late.getStatus()).isEqualTo(429);
        assertThat(late.getContentAsString()).contains("水管漏了").contains("请过一个小时再试");
        assertThat(registered(world)).isEqualTo(1);
        assertThat(late.getHeader("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(late.getCookie("JSESSIONID")).isNull();
    }

    private int registered(IssueWorld world) {
        return jdbc.sql("select count(*) from issue where campaign_id = ?")
                .param(world.campaignId)
                .query(Integer.class)
                .single();
    }

    private static MockHttpServletRequestBuilder matter(String code, String key) {
        return post("/card/" + code + "/issues")
                .param("key", key)
                .param("words", "水管漏了")
                .param("category", "other")
                .with(csrf());
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request, String address) throws Exception {
        MockMvc mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        return mvc.perform(request.with(one -> {
                    one.setRemoteAddr(address);
                    return one;
                }))
                .andReturn()
                .getResponse();
    }

    private static String address() {
        return "10.1.1." + next++;
    }

    private String card(IssueWorld world) {
        var code = "TEST" + "%06d".formatted((int) (Math.random() * 1_000_000));
        jdbc.sql("update contact set card_code = ? where campaign_id = ? and household_id = ?")
                .params(code, world.campaignId, world.household())
                .update();
        return code;
    }

    private void publish(IssueWorld world, LedgerTasks.Decision first, LedgerTasks.Decision second, Set<UUID> deeds) {
        var ledger = ledgers.open(world.campaignId).getFirst();
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(ledger.toString())
                .singleResult();
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId());
        world.people.run(
                world.people.clerk(),
                () -> ledgerTasks.sort(workItems.about(ledger).getFirst().id(), List.of(first, second)));
        world.people.run(
                world.people.townLeader(),
                () -> ledgerTasks.chooseDeeds(workItems.about(ledger).getFirst().id(), deeds));
    }
}
