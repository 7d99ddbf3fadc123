package cn.minqing.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.ProductTest;
import cn.minqing.SmallWorlds;
import cn.minqing.issue.CommonProblems;
import cn.minqing.issue.EntryKind;
import cn.minqing.issue.IssueResult;
import cn.minqing.issue.IssueState;
import cn.minqing.issue.IssueTasks;
import cn.minqing.issue.IssueWorld;
import cn.minqing.issue.Ladder;
import cn.minqing.issue.MergedAnswers;
import cn.minqing.organization.People;
import cn.minqing.organization.Person;
import cn.minqing.organization.Role;
import cn.minqing.organization.Units;
import cn.minqing.platform.Ids;
import cn.minqing.ui.Browser.Size;
import cn.minqing.visit.FileState;
import cn.minqing.visit.VisitWorld;
import cn.minqing.visit.Visits;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@DisplayName("登记时并入、协办、督办、通报、承诺、回访、销户、跟进的对话框和页面")
class IssueDialogsTest {
    @Autowired
    IssueWorld.Tools tools;

    @Autowired
    VisitWorld.Tools visitTools;

    @Autowired
    IssueTasks tasks;

    @Autowired
    Units units;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Visits visits;

    @Autowired
    Ladder ladder;

    @Autowired
    CommonProblems problems;

    @LocalServerPort
    int port;

    @Test
    @DisplayName("登记：写到一半刷新还在；看到同一件，选并入，登记后并过去")
    void merged_while_registering() {
        var world = tools.create();
        var main = world.withinDeadline();
        var number = world.view(world.cadre(), main).number();
        var clerk = world.people.clerk();
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            var page = browser.as(clerk.account(), Size.DESKTOP);
            browser.goTo(page, "issues/new");
            page.getByText("专线电话").first().click();
            page.locator("vaadin-combo-box input").first().pressSequentially("003");
            page.locator("vaadin-combo-box-item").first().click();
            assertThat(page.getByText("首访责任人是联系人").first()).isVisible();
            page.locator("vaadin-text-field input").first().pressSequentially("三组到村委会的路雨后难走");
            assertThat(page.locator(".likely-card").first()).isVisible();
            browser.goTo(page, "issues/new");
            assertThat(page.getByText("接着上次没登记完的").first()).isVisible();
            assertThat(page.locator("vaadin-text-field input").first()).hasValue("三组到村委会的路雨后难走");

            page.locator("vaadin-text-area textarea").first().fill("雨后泥深，孩子上学要绕两里路。");
            choose(
                    page.locator(".issue-form vaadin-select")
                            .filter(text("是哪方面的事"))
                            .first(),
                    page,
                    "增收难");
            var card = page.locator(".likely-card").filter(text(number)).first();
            choose(card.locator("vaadin-select").first(), page, "就是同一件，并进去只办一次");
            radio(page, "我来办");
            page.locator(".action-bar vaadin-button[theme~=primary]").last().click();
            assertThat(page.getByText("并入 " + number).first()).isVisible();
        }
    }

    @Test
    @DisplayName("并入：输入另一件的编号，并进去；那件办结告知后，本件的首访责任人告知自己的住户")
    void merged_by_number_and_told() {
        var world = tools.create();
        var people = world.people;
        var main = world.withinDeadline();
        var number = world.view(world.cadre(), main).number();
        var neighbour = people.cadres().get(2);
        var same = people.as(
                neighbour, () -> tools.matterOf(world, people.households().get(2)));
        var ownNumber = world.view(neighbour, same).number();
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            var page = browser.as(people.clerk().account(), Size.DESKTOP);
            browser.goTo(page, "issue/" + same);
            exact(page, "关联或并入").click();
            var dialog = page.locator("vaadin-dialog[opened]");
            dialog.locator("vaadin-text-field input").fill("MQ-0000-000000");
            exact(page, "确定").click();
            assertThat(page.getByText("没有编号是 MQ-0000-000000").first()).isVisible();
            dialog.locator("vaadin-text-field input").fill(number);
            radio(page, "就是同一件");
            exact(page, "确定").click();
            assertThat(page.getByText("已并入 " + number).first()).isVisible();
            assertThat(page.locator(".issue-related").filter(text(number)).first())
                    .isVisible();
            assertThat(world.view(people.clerk(), same).state()).isEqualTo(IssueState.MERGED);

            world.handle(main);
            world.tell(main);
            var tell = people.as(
                    neighbour, () -> world.item(same, MergedAnswers.TELL).id());
            var phone = browser.as(neighbour.account(), Size.PHONE);
            browser.goTo(phone, "task/" + tell);
            assertThat(phone.getByText("这件事并入 " + number).first()).isVisible();
            assertThat(phone.getByText(ownNumber).first()).isVisible();
            assertThat(phone.locator("vaadin-text-area textarea").first())
                    .hasValue(world.view(world.cadre(), main).answer());
            Browser.isAccessible(phone);
            phone.locator(".action-bar vaadin-button[theme~=primary]").last().click();
            assertThat(phone.getByText("已记下。").first()).isVisible();
            assertThat(world.open(same)).isEmpty();
        }
    }

    @Test
    @DisplayName("加入已有的共性问题：在事项页上加一件，在清单里选几件加进去")
    void joined_to_a_common_problem() {
        var world = tools.create();
        var people = world.people;
        var first = world.withinDeadline();
        var second = world.withinDeadline();
        var third = world.withinDeadline();
        var fourth = world.withinDeadline();
        var problem = people.as(people.clerk(), () -> problems.create(Ids.next(), "三组道路雨后难走", List.of(first, second)));
        var number = people.as(people.clerk(), () -> problems.view(problem).number());
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            var page = browser.as(people.clerk().account(), Size.DESKTOP);
            browser.goTo(page, "issue/" + third);
            choose(page.locator("vaadin-select").filter(text("加入已有的共性问题")).first(), page, number);
            exact(page, "加入").click();
            assertThat(page.getByText("已加入 " + number).first()).isVisible();
            assertThat(page.locator(".issue-related").filter(text(number)).first())
                    .isVisible();

            browser.goTo(page, "issues");
            exact(page, "选几件合成共性问题").click();
            choose(
                    page.locator(".common-bar vaadin-select")
                            .filter(text("加入已有的共性问题"))
                            .first(),
                    page,
                    number);
            var addTo = page.locator(".common-bar vaadin-button").filter(text("加入"));
            addTo.first().click();
            assertThat(page.getByText("请先选").first()).isVisible();
            page.locator(".common-choice")
                    .filter(text(world.view(people.clerk(), fourth).number()))
                    .locator("vaadin-checkbox input")
                    .check();
            addTo.first().click();
            page.waitForURL(url -> url.contains("common-problem/" + problem));
            assertThat(people.as(people.clerk(), () -> problems.view(problem).issues()))
                    .extracting(member -> member.row().id())
                    .containsExactlyInAnyOrder(first, second, third, fourth);
        }
    }

    @Test
    @DisplayName("镇里交办时点名协办，部门报送，交办以后再请一家；督办、通报、承诺、自查、跟进的对话框")
    void help_and_supervision() {
        var world = tools.create();
        var people = world.people;
        var issue = world.escalated();
        world.decide(people.villageLeader(), issue, IssueTasks.ACCEPT, item -> tasks.sendUp(item, "要镇里办。"));
        var road = helper(world, "交通所");
        var land = helper(world, "国土所");
        var unsolvable = world.withinDeadline();
        world.decide(
                world.cadre(),
                unsolvable,
                IssueTasks.HANDLE,
                item -> tasks.handle(item, IssueResult.UNRESOLVABLE, "政策不允许。", ""));
        var late = world.withinDeadline();
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            var town = browser.as(people.townLeader().account(), Size.DESKTOP);
            var accept = people.as(
                    people.townLeader(),
                    () -> world.item(issue, IssueTasks.ACCEPT).id());
            browser.goTo(town, "task/" + accept);
            radio(town, "交办");
            choose(
                    town.locator("vaadin-select").filter(text("交给哪个部门")).first(),
                    town,
                    people.townStation().name());
            town.locator("vaadin-checkbox-group vaadin-checkbox")
                    .filter(text("交通所"))
                    .locator("input")
                    .check();
            town.locator(".action-bar vaadin-button[theme~=primary]").last().click();
            town.waitForTimeout(300);
            Browser.settle(town);
            assertThat(world.waiting(issue))
                    .containsExactlyInAnyOrder(IssueTasks.HANDLE_BY_DEPARTMENT, IssueTasks.REPORT_PART);
            browser.goTo(town, "issue/" + issue);
            town.getByText("再请部门协办").first().click();
            town.locator("vaadin-checkbox-group vaadin-checkbox")
                    .filter(text("国土所"))
                    .locator("input")
                    .check();
            town.getByText("发出").last().click();
            assertThat(town.getByText("已请协办。").first()).isVisible();

            var helper = browser.as(road.account(), Size.PHONE);
            var part = people.as(
                    road, () -> world.item(issue, IssueTasks.REPORT_PART).id());
            browser.goTo(helper, "task/" + part);
            helper.locator("vaadin-text-area textarea").first().fill("路面已勘测。");
            helper.locator(".action-bar vaadin-button[theme~=primary]").last().click();
            helper.waitForTimeout(300);
            Browser.settle(helper);
            assertThat(world.story(issue)).contains(EntryKind.CO_HANDLED);
            assertThat(people.as(land, () -> world.item(issue, IssueTasks.REPORT_PART))
                            .element())
                    .isEqualTo(IssueTasks.REPORT_PART);

            var clerk = browser.as(people.clerk().account(), Size.PHONE);
            browser.goTo(clerk, "unsolved");
            Browser.isAccessible(clerk);
            clerk.getByText("跟进", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            clerk.locator("vaadin-text-area textarea").last().fill("已列入明年的项目计划。");
            clerk.getByText("记下", new Page.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            assertThat(clerk.getByText("已记下。").first()).isVisible();
            assertThat(clerk.getByText("没有待跟进的事项").first()).isVisible();

            world.today(LocalDate.of(2013, 1, 29));
            ladder.climb(world.campaignId);
            var leader = people.unitLeader(people.departments().getFirst());
            var own = browser.as(leader.account(), Size.PHONE);
            browser.goTo(own, "");
            assertThat(own.getByText("催办提醒").first()).isVisible();
            assertThat(own.locator(".inbox-notes .inbox-row")
                            .filter(text(world.view(world.cadre(), late).number()))
                            .first())
                    .isVisible();
            Browser.isAccessible(own);
        }
    }

    @Test
    @DisplayName("自查、督办、通报、承诺的对话框：填好提交")
    void supervision_dialogs() {
        var world = tools.create();
        var people = world.people;
        var leader = people.unitLeader(people.departments().getFirst());
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            var own = browser.as(leader.account(), Size.DESKTOP);
            browser.goTo(own, "supervision");
            own.getByText("登记自查问题").first().click();
            var areas = own.locator("vaadin-text-area textarea");
            areas.nth(0).fill("下村前不打招呼，群众白等。");
            areas.nth(1).fill("先电话约好再去。");
            date(own, "2013/2/8");
            own.getByText("登记", new Page.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            assertThat(own.getByText("已列入本单位整改任务").first()).isVisible();

            var group = browser.as(people.leadingGroup().account(), Size.DESKTOP);
            browser.goTo(group, "supervision");
            group.getByText("提出督办").first().click();
            choose(group.locator("vaadin-select").filter(text("督办哪个单位")).first(), group, "第2科");
            group.locator("vaadin-text-area textarea").first().fill("走访进度落后。");
            group.getByText("提出", new Page.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            assertThat(group.getByText("已提出").first()).isVisible();
            browser.goTo(group, "circulars");
            group.getByText("发通报").first().click();
            choose(group.locator("vaadin-select").filter(text("通报哪个单位")).first(), group, "第2科");
            group.getByLabel("标题").last().fill("关于第2科做法的通报");
            group.locator("vaadin-text-area textarea").last().fill("把政策讲到地头。");
            group.getByText("发出", new Page.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            assertThat(group.getByText("通报已发出").first()).isVisible();

            browser.goTo(own, "commitments");
            own.getByText("作公开承诺").first().click();
            choose(own.locator("vaadin-select").filter(text("以哪个单位的名义")).first(), own, "第1科");
            own.locator("vaadin-text-area textarea").last().fill("开春前修好三组的路");
            date(own, "2013/3/1");
            own.getByText("承诺", new Page.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            assertThat(own.getByText("公开承诺已登记").first()).isVisible();
        }
    }

    @Test
    @DisplayName("督查回访：先问住户，再对照，属实；销户：单位负责人在页面上同意")
    void spot_check_and_strike_off() {
        var world = visitTools.create();
        var drawn = world.visiting(true);
        world.submit(drawn, world.complete());
        var check = world.task(drawn).id();
        var moved = world.visiting(false);
        world.people.run(
                world.cadre, () -> visits.requestStrikeOff(world.task(moved).id(), "MOVED_AWAY", "全家迁到县城。"));
        var approve = world.task(moved).id();
        try (var browser = Browser.open(port, SmallWorlds.PASSWORD)) {
            var page = browser.as(world.people.inspector().account(), Size.PHONE);
            browser.goTo(page, "task/" + check);
            var groups = page.locator("vaadin-radio-group");
            for (var at = 0; at < groups.count(); at++) {
                groups.nth(at)
                        .locator("vaadin-radio-button")
                        .filter(text("有"))
                        .first()
                        .locator("input")
                        .check();
            }
            page.locator("vaadin-text-area textarea").first().fill("来过两次，表是当面填的。");
            page.getByText("记好了，对照干部填的").first().click();
            Browser.isAccessible(page);
            page.getByText("情况属实").last().click();
            assertThat(page.getByText("已核实").first()).isVisible();
            assertThat(world.sheet(world.people.inspector(), drawn).state()).isEqualTo(FileState.CHECKED);

            var leader = browser.as(
                    world.people
                            .unitLeader(world.people.departments().getFirst())
                            .account(),
                    Size.PHONE);
            browser.goTo(leader, "task/" + approve);
            Browser.isAccessible(leader);
            leader.getByText("同意销户").last().click();
            assertThat(leader.getByText("家已销户").first()).isVisible();
            assertThat(world.waiting(moved)).isEmpty();
        }
    }

    /** Somebody who handles what a new department of the town is asked for. */
    private Person helper(IssueWorld world, String name) {
        var unit = units.add(name, null, world.people.town().id(), 1);
        var hash = jdbc.sql("select password_hash from person where id = ?")
                .param(world.people.clerk().id())
                .query(String.class)
                .single();
        var person = people.addHashed(
                "co-" + UUID.randomUUID().toString().substring(0, 8), hash, name + "承办人", unit.id(), "leader", "");
        people.grant(person.id(), Role.DEPARTMENT_HANDLER, unit.id());
        return person;
    }

    private static Locator exact(Page page, String words) {
        return page.getByText(words, new Page.GetByTextOptions().setExact(true)).last();
    }

    private static void date(Page page, String value) {
        var field = page.locator("vaadin-date-picker input").last();
        field.fill(value);
        field.press("Enter");
        field.press("Tab");
    }

    private static Locator.FilterOptions text(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }

    private static void radio(Page page, String label) {
        page.locator("vaadin-radio-button")
                .filter(text(label))
                .first()
                .locator("input")
                .check();
    }

    private static void choose(Locator select, Page page, String label) {
        select.click();
        page.locator("vaadin-select-item, vaadin-combo-box-item")
                .filter(text(label))
                .first()
                .click();
    }
}
