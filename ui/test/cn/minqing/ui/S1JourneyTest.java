package cn.minqing.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.assessment.Assessments;
import cn.minqing.assessment.Reports;
import cn.minqing.assessment.Summaries;
import cn.minqing.assessment.SummaryTexts;
import cn.minqing.campaign.Acceptance;
import cn.minqing.campaign.Assignments;
import cn.minqing.campaign.Batches;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Contacts;
import cn.minqing.campaign.Phase;
import cn.minqing.demo.DemoWorld;
import cn.minqing.issue.IssueResult;
import cn.minqing.issue.IssueTasks;
import cn.minqing.issue.Issues;
import cn.minqing.issue.NewIssue;
import cn.minqing.issue.Route;
import cn.minqing.organization.People;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Ids;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.tasklist.WorkItems;
import cn.minqing.ui.Browser.Size;
import cn.minqing.visit.SheetInput;
import cn.minqing.visit.VisitKind;
import cn.minqing.visit.Visits;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.core.context.SecurityContextHolder;

/** The first campaign (S1) from its launch to its archive, as nine people play it through the pages. */
@JourneyTest
@DisplayName("商洛市政府办走农户、访民情、解民忧：从立项到归档")
class S1JourneyTest {
    private static final LocalDate MOBILIZATION = LocalDate.of(2013, 1, 15);
    private static final LocalDate IMPLEMENTATION = LocalDate.of(2013, 1, 21);
    private static final LocalDate ACCEPTANCE = LocalDate.of(2013, 3, 21);
    private static final int HOUSEHOLDS = 233;
    private static final int CADRES = 117;
    private static final String VISIT = "userTask_visitHousehold";
    private static final int ISSUES = 4;
    /** The cadre who has visited nobody when the campaign is to be accepted. */
    private static final String LATE = "ganbu117";

    @LocalServerPort
    int port;

    @Autowired
    AppClock clock;

    @Autowired
    People people;

    @Autowired
    WorkItems workItems;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Contacts contacts;

    @Autowired
    Assignments assignments;

    @Autowired
    Batches batches;

    @Autowired
    Visits visits;

    @Autowired
    Issues issues;

    @Autowired
    IssueTasks issueTasks;

    @Autowired
    Summaries summaries;

    @Autowired
    Reports reports;

    @Autowired
    Assessments assessments;

    @Autowired
    Acceptance acceptance;

    @Test
    @DisplayName("233 户全部联系到人，四条路径各办结一件，一件报到县里，补访一轮，归档")
    void the_campaign_runs_from_launch_to_archive() throws IOException {
        try (var browser = Browser.open(port, DemoWorld.PASSWORD)) {
            try {
                new Journey(browser).play();
            } catch (RuntimeException | AssertionError e) {
                browser.keepLastPictures();
                throw e;
            }
        }
    }

    private final class Journey {
        private final Browser browser;
        private UUID campaign = Ids.next();

        Journey(Browser browser) {
            this.browser = browser;
        }

        void play() throws IOException {
            launch();
            mobilize();
            visit();
            settleTheEscalatedIssue();
            settleTheOtherIssues();
            summarize(18);
            acceptanceOrdersARemedialRound();
            archive();
            assertThat(browser.accessibilityFaults()).isEmpty();
        }

        private void launch() {
            var office = browser.as("bangong", Size.DESKTOP);
            browser.goTo(office, "campaigns");
            office.locator("#campaign-new").click();
            assertThat(office.getByText("在册 233 户")).isVisible();
            fillDate(office, "#campaign-start input", MOBILIZATION);
            assertThat(office.locator("#campaign-phases")).containsText("59 天");
            Browser.picture(office, "campaign-launch-desktop");
            browser.checkAccessibility(office);
            office.locator("#campaign-launch").click();
            assertThat(office.getByText("已立项").first()).isVisible();
            campaign = as("bangong", () -> campaigns.page(null, 10))
                    .lines()
                    .getFirst()
                    .id();
            assertThat(campaigns.get(campaign).phase()).isEqualTo(Phase.MOBILIZATION);
        }

        private void mobilize() {
            var office = browser.as("bangong", Size.DESKTOP);
            open(office, "bangong", "userTask_draftPlan");
            office.locator("#task-draft-plan textarea").nth(2).fill("领导小组组长负总责，各科室负责人为成员。");
            office.locator("#task-draft-plan textarea").nth(3).fill("轻车简从，不增加群众负担。");
            Browser.picture(office, "plan-draft-desktop");
            office.locator("#plan-submit").click();
            waitUntil(() -> waits("lingdao", "userTask_approvePlan"));

            var group = browser.as("lingdao", Size.PHONE);
            open(group, "lingdao", "userTask_approvePlan");
            Browser.picture(group, "plan-approve-phone");
            group.locator("#plan-return").click();
            group.locator("vaadin-dialog textarea, vaadin-confirm-dialog textarea")
                    .fill("请写明各科室的分工。");
            group.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("退回").setExact(true))
                    .click();
            waitUntil(() -> waits("bangong", "userTask_draftPlan"));

            open(office, "bangong", "userTask_draftPlan");
            assertThat(office.locator("#plan-returned")).containsText("请写明各科室的分工。");
            office.locator("#plan-submit").click();
            waitUntil(() -> waits("lingdao", "userTask_approvePlan"));
            open(group, "lingdao", "userTask_approvePlan");
            group.locator("#plan-approve").click();
            waitUntil(() -> waits("bangong", "userTask_recordKickoffMeeting"));

            moveClockOnThePage(LocalDateTime.of(2013, 1, 16, 9, 0));
            open(office, "bangong", "userTask_recordKickoffMeeting");
            fillDate(office, "#meeting-date input", LocalDate.of(2013, 1, 16));
            office.locator("#meeting-place input").fill("市政府三楼会议室");
            office.locator("#meeting-attendees input").fill("121");
            office.locator("#meeting-minutes textarea").fill("部署走访工作，明确每户六个一。");
            office.locator("#meeting-submit").click();
            waitUntil(() -> waits("bangong", "userTask_adjustContacts"));

            open(office, "bangong", "userTask_adjustContacts");
            assertThat(office.locator("#contacts-invariant")).containsText("8 个组 233 户，每户恰有 1 名干部；117 名干部");
            Browser.picture(office, "contacts-adjust-desktop");
            var all = contacts.ofCampaign(campaign);
            assertThat(all).hasSize(HOUSEHOLDS);
            assertThat(all.stream().map(contact -> contact.householdId()).distinct())
                    .hasSize(HOUSEHOLDS);
            assertThat(all.stream().map(contact -> contact.personId()).distinct())
                    .hasSize(CADRES);
            office.locator("#contacts-finish").click();

            var chief = browser.as("kezhang01", Size.PHONE);
            waitUntil(() -> waits("kezhang01", "userTask_confirmContacts"));
            open(chief, "kezhang01", "userTask_confirmContacts");
            Browser.picture(chief, "contacts-confirm-phone");
            chief.locator("#contacts-confirm").click();
            waitUntil(() -> !waits("kezhang01", "userTask_confirmContacts"));
            for (var number = 2; number <= 18; number++) {
                var account = "kezhang%02d".formatted(number);
                run(account, () -> assignments.confirmUnit(only(account, "userTask_confirmContacts")));
            }
            waitUntil(() -> campaigns.get(campaign).phase() == Phase.MOBILIZATION
                    && as("bangong", () -> workItems.page(WorkItems.Filter.ALL, null, 10))
                            .items()
                            .isEmpty());
        }

        /** Everybody is visited but the last cadre's households; those wait for the remedial round. */
        private void visit() {
            moveClockOnThePage(LocalDateTime.of(2013, 1, 21, 8, 30));
            waitUntil(() -> waits("bangong", "userTask_planBatches"));
            assertThat(campaigns.get(campaign).phase()).isEqualTo(Phase.IMPLEMENTATION);
            var office = browser.as("bangong", Size.DESKTOP);
            open(office, "bangong", "userTask_planBatches");
            Browser.picture(office, "batches-plan-desktop");
            office.locator("#batches-submit").click();
            waitUntil(() -> !waits("bangong", "userTask_planBatches"));
            var last = as("bangong", () -> batches.progress(campaign)).stream()
                    .map(Batches.Progress::date)
                    .max(LocalDate::compareTo)
                    .orElseThrow();
            assertThat(last).isBefore(ACCEPTANCE);
            moveClock(last.atTime(9, 0));
            waitUntil(() -> as("bangong", () -> batches.progress(campaign)).stream()
                            .mapToInt(Batches.Progress::started)
                            .sum()
                    == HOUSEHOLDS);
            browser.goTo(office, "campaign/" + campaign);
            Browser.picture(office, "campaign-overview-desktop");

            fillTheSheetOnThePhone();
            comeBackAnotherDay();
            strikeOff();
            registerByApi("ganbu004", Route.WITHIN_DEADLINE, "cadre", "income");
            registerByApi("ganbu005", Route.ON_THE_SPOT, "now", "service");
            registerByApi("ganbu006", Route.POLICY_EXPLANATION, "policy", "policy");
            for (var account : cadres()) {
                if (!account.equals(LATE)) {
                    for (var item : items(account, VISIT)) {
                        handIn(account, item, List.of());
                    }
                }
            }
            var figures = visits.figures(campaign, null);
            assertThat(figures.struckOff()).isEqualTo(1);
            assertThat(figures.households()).isEqualTo(HOUSEHOLDS - 1);
        }

        private void fillTheSheetOnThePhone() {
            var cadre = browser.as("ganbu003", Size.PHONE);
            browser.goTo(cadre, "");
            Browser.picture(cadre, "inbox-cadre-phone");
            browser.checkAccessibility(cadre);
            browser.goTo(browser.as("ganbu003", Size.DESKTOP), "");
            Browser.picture(browser.as("ganbu003", Size.DESKTOP), "inbox-cadre-desktop");

            var item = items("ganbu003", VISIT).getFirst();
            browser.goTo(cadre, "task/" + item.id());
            Browser.picture(cadre, "visit-sheet-phone");
            number(cadre, "家庭人口", 0, "4");
            number(cadre, "其中劳动力", 0, "2");
            choose(cadre, "住房情况", "安全，够住");
            number(cadre, "工资性收入", 0, "-100");
            number(cadre, "家庭经营性收入", 0, "5200");
            number(cadre, "财产性收入", 0, "0");
            number(cadre, "转移性收入", 0, "860");
            cadre.getByRole(AriaRole.RADIO, named("增收难")).check();
            number(cadre, "工资性收入", 1, "15000");
            number(cadre, "家庭经营性收入", 1, "9000");
            number(cadre, "财产性收入", 1, "0");
            number(cadre, "转移性收入", 1, "860");
            choose(cadre, "产业", "种植业");
            cadre.getByLabel("具体项目").fill("三亩核桃嫁接改良");
            cadre.getByRole(AriaRole.CHECKBOX, named("住户同意这个计划")).check();
            cadre.getByRole(AriaRole.CHECKBOX, named("宣传一次政策")).check();
            cadre.getByLabel("“宣传一次政策”是怎么办的").fill("讲了新农合和粮食直补政策");
            cadre.getByText("登记一件事").click();
            choose(cadre, "是哪方面的事", "基础设施");
            cadre.getByLabel("一句话说明").fill("三组水渠塌了二十米，春灌用不上水");
            cadre.getByLabel("具体情况").fill("去年秋雨冲垮，组里修不起。");
            cadre.getByRole(AriaRole.RADIO, named("我办不了，要上级办")).check();
            assertThat(cadre.getByText("建议：").first()).isVisible();
            Browser.picture(cadre, "visit-sheet-issue-phone");
            submitSheet(cadre);
            assertThat(cadre.getByText("不能").first()).isVisible();
            assertThat(as("ganbu003", () -> issues.ofHousehold(household(item))))
                    .isEmpty();

            // The sheet comes back as it was left, also after another sign-in.
            browser.forget("ganbu003", Size.PHONE);
            cadre = browser.as("ganbu003", Size.PHONE);
            browser.goTo(cadre, "task/" + item.id());
            assertThat(cadre.getByLabel("具体项目")).hasValue("三亩核桃嫁接改良");
            number(cadre, "工资性收入", 0, "12000");
            submitSheet(cadre);
            waitUntil(() ->
                    !as("ganbu003", () -> issues.ofHousehold(household(item))).isEmpty());

            var file = browser.as("ganbu003", Size.DESKTOP);
            browser.goTo(file, "household/" + household(item));
            Browser.picture(file, "household-file-desktop");
            browser.checkAccessibility(file);
        }

        private void submitSheet(Page cadre) {
            cadre.getByRole(AriaRole.BUTTON, named("交单")).click();
            var ask = cadre.getByRole(AriaRole.BUTTON, named("就这样交"));
            Browser.settle(cadre);
            if (ask.isVisible()) {
                ask.click();
            }
            Browser.settle(cadre);
        }

        private void comeBackAnotherDay() {
            var cadre = browser.as("ganbu007", Size.PHONE);
            var item = items("ganbu007", VISIT).getFirst();
            browser.goTo(cadre, "task/" + item.id());
            cadre.getByRole(AriaRole.BUTTON, named("家中无人")).click();
            cadre.getByRole(AriaRole.BUTTON, named("明天")).click();
            Browser.picture(cadre, "visit-not-at-home-phone");
            cadre.getByRole(AriaRole.BUTTON, named("定下来")).click();
            waitUntil(() ->
                    items("ganbu007", VISIT).stream().noneMatch(one -> one.id().equals(item.id())));
            moveClock(clock.dateTime().plusDays(1));
            waitUntil(() -> items("ganbu007", VISIT).stream()
                    .anyMatch(one -> one.subjectId().equals(item.subjectId())));
        }

        private void strikeOff() {
            var item = items("ganbu002", VISIT).getFirst();
            run("ganbu002", () -> visits.requestStrikeOff(item.id(), "MOVED_AWAY", "村会计说全家去年十月搬到县城，户口已迁。"));
            var chief = browser.as("kezhang01", Size.PHONE);
            open(chief, "kezhang01", "userTask_approveStrikeOff");
            Browser.picture(chief, "strike-off-phone");
            chief.getByRole(AriaRole.BUTTON, named("同意销户")).click();
            waitUntil(() -> !waits("kezhang01", "userTask_approveStrikeOff"));
        }

        private void registerByApi(String account, Route route, String solvable, String category) {
            var item = items(account, VISIT).getFirst();
            var answer = route == Route.ON_THE_SPOT ? "当场帮他填好了申请表。" : "";
            handIn(
                    account,
                    item,
                    List.of(new NewIssue(
                            Ids.next(),
                            campaign,
                            household(item),
                            category,
                            title(route),
                            "户主当面说的。",
                            false,
                            solvable,
                            route,
                            "",
                            answer)));
        }

        private static String title(Route route) {
            return switch (route) {
                case ON_THE_SPOT -> "不会填新农合报销申请表";
                case WITHIN_DEADLINE -> "三百斤核桃找不到收购的人";
                case POLICY_EXPLANATION -> "退耕还林补助比邻村少，想问问为什么";
                case ESCALATED -> "三组水渠塌了二十米，春灌用不上水";
            };
        }

        private void handIn(String account, WorkItem item, List<NewIssue> raised) {
            run(account, () -> visits.submit(item.id(), sheet(raised)));
        }

        private void settleTheEscalatedIssue() {
            decide(
                    "cun",
                    Size.PHONE,
                    "userTask_acceptIssue",
                    "继续上报",
                    Map.of("原因", "村里没有资金。"),
                    "上报",
                    "issue-decide-phone");
            decide(
                    "zhen",
                    Size.DESKTOP,
                    "userTask_acceptIssue",
                    "继续上报",
                    Map.of("原因", "需县里安排水利资金。"),
                    "上报",
                    "issue-decide-desktop");
            waitUntil(() -> waits("xian", "userTask_acceptIssue"));
            var county = browser.as("xian", Size.DESKTOP);
            open(county, "xian", "userTask_acceptIssue");
            county.getByRole(AriaRole.RADIO, named("交办部门")).check();
            choose(county, "交给哪个部门", "商州区水务局");
            county.getByRole(AriaRole.BUTTON, named("交办")).click();
            waitUntil(() -> waits("shuiwu", "userTask_handleByDepartment"));
            decide(
                    "shuiwu",
                    Size.DESKTOP,
                    "userTask_handleByDepartment",
                    "办结",
                    Map.of("怎么办的", "水渠已修复二十三米，通水正常。"),
                    "办结",
                    "issue-department-desktop");
        }

        private void settleTheOtherIssues() {
            decide(
                    "ganbu003",
                    Size.PHONE,
                    "userTask_tellHousehold",
                    "已告知住户",
                    Map.of("怎么对住户说的", "水渠修好了，可以春灌。"),
                    "记下告知",
                    "issue-tell-phone");
            run(
                    "ganbu005",
                    () -> assertThat(items("ganbu005", IssueTasks.EXPLAIN)).isEmpty());
            run(
                    "ganbu004",
                    () -> issueTasks.handle(
                            only("ganbu004", IssueTasks.HANDLE), IssueResult.RESOLVED, "联系了核桃收购商，签了协议。", "协议一份"));
            run("ganbu004", () -> issueTasks.tellHousehold(only("ganbu004", IssueTasks.TELL), "IN_PERSON", "收购商下周上门。"));
            run(
                    "ganbu006",
                    () -> issueTasks.explainPolicy(
                            only("ganbu006", IssueTasks.EXPLAIN), "IN_PERSON", "逐条讲了退耕还林的补助条件。"));
            waitUntil(() -> items("bangong", IssueTasks.ASK).size() == ISSUES);
            var office = browser.as("bangong", Size.DESKTOP);
            browser.goTo(office, "issues");
            Browser.picture(office, "issues-office-desktop");
            browser.checkAccessibility(office);
            browser.goTo(
                    office,
                    "task/" + items("bangong", IssueTasks.ASK).getFirst().id());
            Browser.picture(office, "issue-satisfaction-desktop");
            for (var item : items("bangong", IssueTasks.ASK)) {
                run("bangong", () -> issueTasks.askSatisfaction(item.id(), true, "满意", "HEAD"));
            }
            var county = issueIn("xian", IssueTasks.CLOSE);
            var leader = browser.as("xian", Size.DESKTOP);
            browser.goTo(leader, "issue/" + county);
            Browser.picture(leader, "issue-page-desktop");
            browser.checkAccessibility(leader);
            decide("xian", Size.DESKTOP, IssueTasks.CLOSE, "同意销号", Map.of(), "销号", "issue-close-desktop");
            for (var item : items("cun", IssueTasks.CLOSE)) {
                run("cun", () -> issueTasks.close(item.id(), "属实"));
            }
            waitUntil(() -> issues.figures(campaign, null).closed() == ISSUES);
            var figures = issues.figures(campaign, null);
            assertThat(figures.byRoute())
                    .containsOnlyKeys(Route.values())
                    .allSatisfy((route, count) -> assertThat(count).isEqualTo(1));
            assertThat(figures.open()).isZero();
        }

        private UUID issueIn(String account, String element) {
            waitUntil(() -> waits(account, element));
            return items(account, element).getFirst().subjectId();
        }

        /** Every unit that has to hands in its summary: the first through the page, the others as the page does. */
        private void summarize(int units) {
            moveClock(ACCEPTANCE.atTime(9, 0));
            waitUntil(() -> campaigns.get(campaign).phase() == Phase.ACCEPTANCE);
            var texts = new SummaryTexts("逐户走访，当面算账。", "户户有增收计划。", "个别户外出务工没有见到。", "春耕前再走一遍。");
            var chief = browser.as("kezhang01", Size.DESKTOP);
            waitUntil(() -> waits("kezhang01", "userTask_writeSummary"));
            open(chief, "kezhang01", "userTask_writeSummary");
            chief.getByLabel("主要做法").fill(texts.practice());
            chief.getByLabel("取得的成效").fill(texts.outcome());
            chief.getByLabel("存在的问题").fill(texts.problems());
            chief.getByLabel("下步打算").fill(texts.nextSteps());
            Browser.picture(chief, "summary-write-desktop");
            browser.checkAccessibility(chief);
            chief.getByRole(AriaRole.BUTTON, named("报送总结")).click();
            waitUntil(() -> !waits("kezhang01", "userTask_writeSummary"));
            for (var number = 2; number <= units; number++) {
                var account = "kezhang%02d".formatted(number);
                run(account, () -> summaries.submit(only(account, "userTask_writeSummary"), texts));
            }
            reviewSummaries(units);
        }

        private void reviewSummaries(int units) {
            waitUntil(() -> items("bangong", "userTask_reviewSummary").size() == units);
            var office = browser.as("bangong", Size.DESKTOP);
            browser.goTo(
                    office,
                    "task/"
                            + items("bangong", "userTask_reviewSummary")
                                    .getFirst()
                                    .id());
            Browser.picture(office, "summary-review-desktop");
            office.getByRole(AriaRole.BUTTON, named("审核通过")).click();
            waitUntil(() -> items("bangong", "userTask_reviewSummary").size() == units - 1);
            for (var item : items("bangong", "userTask_reviewSummary")) {
                run("bangong", () -> summaries.approve(item.id()));
            }
            waitUntil(() -> waits("bangong", "userTask_compileReport"));
        }

        private void acceptanceOrdersARemedialRound() {
            compile();
            var group = browser.as("lingdao", Size.DESKTOP);
            open(group, "lingdao", "userTask_acceptCampaign");
            Browser.picture(group, "acceptance-desktop");
            browser.checkAccessibility(group);
            group.getByRole(AriaRole.RADIO, named("安排补访，限期完成后再验收")).check();
            group.getByLabel("补访原因").fill("逐户补上，一户不漏。");
            group.locator(".action-bar vaadin-button").last().click();
            waitUntil(() -> campaigns.get(campaign).phase() == Phase.IMPLEMENTATION);
            waitUntil(() -> !items(LATE, VISIT).isEmpty());
            for (var item : items(LATE, VISIT)) {
                handIn(LATE, item, List.of());
            }
            waitUntil(() -> visits.contactsWithoutFile(campaign).isEmpty());
        }

        private void compile() {
            var office = browser.as("bangong", Size.DESKTOP);
            open(office, "bangong", "userTask_compileReport");
            Browser.picture(office, "report-compile-desktop");
            office.getByLabel("主要做法").fill("以科室为单位分批走访，逐户落实六个一。");
            office.getByLabel("取得的成效").fill("户户有档案，件件有答复。");
            office.getByLabel("存在的问题").fill("个别户常年在外。");
            office.getByLabel("下步打算").fill("形成长效机制。");
            office.getByRole(AriaRole.BUTTON, named("汇总成报告")).click();
            waitUntil(() -> waits("lingdao", "userTask_acceptCampaign"));
        }

        private void archive() throws IOException {
            var board = browser.as("bangong", Size.DESKTOP);
            browser.goTo(board, "campaign/" + campaign);
            Browser.picture(board, "campaign-overview-desktop");
            browser.checkAccessibility(board);
            board.locator("#campaign-diagram").scrollIntoViewIfNeeded();
            board.waitForTimeout(1500);
            Browser.picture(board, "campaign-diagram-desktop");
            board.locator("#campaign-close-early").click();
            waitUntil(() -> waits("kezhang18", "userTask_writeSummary"));
            run(
                    "kezhang18",
                    () -> summaries.submit(
                            only("kezhang18", "userTask_writeSummary"),
                            new SummaryTexts("补访到户。", "全部建档。", "没有。", "巩固。")));
            run("bangong", () -> summaries.approve(only("bangong", "userTask_reviewSummary")));
            waitUntil(() -> waits("bangong", "userTask_compileReport"));
            compile();
            theReportSaysWhatTheDataSay();
            var group = browser.as("lingdao", Size.PHONE);
            open(group, "lingdao", "userTask_acceptCampaign");
            Browser.picture(group, "acceptance-phone");
            group.locator(".action-bar vaadin-button").last().click();
            waitUntil(() -> campaigns.get(campaign).phase() == Phase.ARCHIVED);
            var office = browser.as("bangong", Size.PHONE);
            browser.goTo(office, "campaign/" + campaign);
            assertThat(office.locator("#campaign-archived")).isVisible();
            Browser.picture(office, "campaign-overview-phone");
            browser.checkAccessibility(office);
            assertThat(as("bangong", () -> workItems.page(WorkItems.Filter.ALL, null, 10))
                            .items())
                    .isEmpty();
        }

        private void theReportSaysWhatTheDataSay() throws IOException {
            var figures = visits.figures(campaign, null);
            assertThat(figures.households()).isEqualTo(HOUSEHOLDS - 1);
            assertThat(figures.visited()).isEqualTo(HOUSEHOLDS - 1);
            assertThat(figures.filesComplete()).isEqualTo(HOUSEHOLDS - 1);
            var whole = as("lingdao", () -> assessments.of(campaign)).stream()
                    .filter(line -> line.unitId() == null)
                    .toList();
            assertThat(whole)
                    .hasSize(5)
                    .allSatisfy(line -> assertThat(line.numerator()).isEqualTo(line.denominator()));
            String text;
            try (var pdf = Loader.loadPDF(as("lingdao", () -> reports.pdf(campaign)))) {
                text = new PDFTextStripper().getText(pdf);
            }
            assertThat(text)
                    .contains("总结报告")
                    .contains("干部" + CADRES + "人")
                    .contains(String.valueOf(HOUSEHOLDS - 1))
                    .contains("%,d".formatted(figures.incomeThisYear().longValueExact()))
                    .contains("%,d".formatted(figures.incomePlanned().longValueExact()));
        }

        private void decide(
                String account,
                Size size,
                String element,
                String option,
                Map<String, String> words,
                String submit,
                String picture) {
            waitUntil(() -> waits(account, element));
            var page = browser.as(account, size);
            open(page, account, element);
            var choice = page.getByRole(AriaRole.RADIO, named(option));
            if (choice.count() > 0) {
                choice.check();
            }
            words.forEach((label, text) -> page.getByLabel(label).first().fill(text));
            Browser.picture(page, picture);
            var before = only(account, element);
            page.getByRole(AriaRole.BUTTON, named(submit)).last().click();
            waitUntil(() ->
                    items(account, element).stream().noneMatch(item -> item.id().equals(before)));
        }

        // ---- people and time

        private void moveClock(LocalDateTime moment) {
            run("guanli", () -> clock.moveTo(moment.atZone(AppClock.ZONE).toInstant()));
        }

        private void moveClockOnThePage(LocalDateTime moment) {
            var admin = browser.as("guanli", Size.DESKTOP);
            browser.goTo(admin, "admin/clock");
            fillDate(admin, "vaadin-date-time-picker vaadin-date-picker input", moment.toLocalDate());
            var time = admin.locator("vaadin-date-time-picker vaadin-time-picker input");
            time.fill("%d:%02d".formatted(moment.getHour(), moment.getMinute()));
            time.press("Enter");
            Browser.picture(admin, "clock-desktop");
            admin.locator(".clock-form > vaadin-button").click();
            waitUntil(() -> !clock.now().isBefore(moment.atZone(AppClock.ZONE).toInstant()));
        }

        /** Opens the task of that kind, as a click in the person's list does. */
        private void open(Page page, String account, String element) {
            browser.goTo(page, "task/" + only(account, element));
        }
    }

    private List<WorkItem> items(String account, String element) {
        return as(account, () -> workItems.page(WorkItems.Filter.ALL, null, 500)).items().stream()
                .filter(item -> item.element().equals(element))
                .toList();
    }

    private boolean waits(String account, String element) {
        return !items(account, element).isEmpty();
    }

    private UUID only(String account, String element) {
        var found = items(account, element);
        assertThat(found).as(account + " " + element).hasSize(1);
        return found.getFirst().id();
    }

    private <T> T as(String account, Callable<T> action) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(people.authenticationOf(account));
        SecurityContextHolder.setContext(context);
        try {
            return action.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private void run(String account, Runnable action) {
        as(account, () -> {
            action.run();
            return account;
        });
    }

    /** The job executor works beside the test: asks again until it is so, and gives up after a minute. */
    private static void waitUntil(BooleanSupplier condition) {
        for (var tries = 0; tries < 300; tries++) {
            if (condition.getAsBoolean()) {
                return;
            }
            try {
                Thread.sleep(Duration.ofMillis(200));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("Not within a minute");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void number(Page page, String label, int which, String value) {
        var input = page.getByLabel(label).nth(which);
        input.fill(value);
        input.blur();
    }

    private static void choose(Page page, String label, String item) {
        // A question that must be answered carries a star behind its label.
        page.getByLabel(Pattern.compile("^" + label + "\\s*\\*?$")).first().click();
        page.getByRole(AriaRole.OPTION, named(item)).last().click();
        Browser.settle(page);
    }

    private static List<String> cadres() {
        var accounts = new ArrayList<String>();
        var number = 0;
        for (var department = 1; department <= 18; department++) {
            for (var member = 0; member < (department <= 9 ? 7 : 6); member++) {
                number++;
                accounts.add(member == 0 ? "kezhang%02d".formatted(department) : "ganbu%03d".formatted(number));
            }
        }
        return accounts;
    }

    private static UUID household(WorkItem item) {
        return Objects.requireNonNull(item.householdId());
    }

    private SheetInput sheet(List<NewIssue> raised) {
        var survey = Map.<String, Object>ofEntries(
                Map.entry("memberCount", 4),
                Map.entry("labourCount", 2),
                Map.entry("housing", "safe"),
                Map.entry("incomeWage", 10000),
                Map.entry("incomeBusiness", 5000),
                Map.entry("incomeProperty", 0),
                Map.entry("incomeTransfer", 1000),
                Map.entry("mainDifficulty", "income"));
        var plan = Map.<String, Object>of(
                "plannedWage", 12000,
                "plannedBusiness", 8000,
                "plannedProperty", 0,
                "plannedTransfer", 1000,
                "industry", "planting",
                "project", "两亩核桃套种黄豆",
                "householdAgrees", true);
        var done = Map.of(
                "survey", "",
                "income-plan", "",
                "training", "户主参加镇上核桃管理培训",
                "policy-talk", "讲了新农合和直补政策",
                "real-difficulty", "帮着联系了收购商",
                "couplets", "已送");
        return new SheetInput(
                Ids.next(),
                clock.today(),
                VisitKind.HOME,
                "户主",
                true,
                List.of(),
                null,
                Map.of("baseline-survey", survey, "income-plan", plan),
                done,
                raised,
                List.of(),
                Set.of(),
                "",
                null,
                true);
    }

    private static void fillDate(Page page, String field, LocalDate date) {
        var input = page.locator(field);
        input.fill("%d/%d/%d".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth()));
        input.press("Enter");
    }
}
