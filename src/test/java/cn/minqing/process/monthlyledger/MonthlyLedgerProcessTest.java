package cn.minqing.process.monthlyledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import cn.minqing.ProductTest;
import cn.minqing.SmallCampaigns;
import cn.minqing.SmallWorlds;
import cn.minqing.campaign.CampaignArchived;
import cn.minqing.issue.IssueState;
import cn.minqing.issue.IssueWorld;
import cn.minqing.issue.Route;
import cn.minqing.ledger.Freeze;
import cn.minqing.ledger.Freeze.ChangeKind;
import cn.minqing.ledger.LedgerFilter;
import cn.minqing.ledger.LedgerState;
import cn.minqing.ledger.LedgerTasks;
import cn.minqing.ledger.LedgerTasks.Decision;
import cn.minqing.ledger.Ledgers;
import cn.minqing.ledger.NoticeBoard;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.tasklist.WorkItems;
import cn.minqing.ui.shell.Dates;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
@DisplayName("每月台账")
class MonthlyLedgerProcessTest {
    @Autowired
    IssueWorld.Tools tools;

    @Autowired
    SmallWorlds worlds;

    @Autowired
    SmallCampaigns campaigns;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    Ledgers ledgers;

    @Autowired
    LedgerTasks tasks;

    @Autowired
    NoticeBoard board;

    @Autowired
    WorkItems workItems;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    cn.minqing.issue.Duplicates duplicates;

    @Autowired
    cn.minqing.issue.IssueRequests requests;

    private IssueWorld world;
    private UUID ledger;

    @BeforeEach
    void world() {
        init(engine);
        world = tools.create();
        ledger = ledgers.open(world.campaignId).getFirst();
    }

    @Test
    @DisplayName("30 日汇总：办公室梳理，镇领导选实事，公示，封存，转入下月；2 月在末日")
    void a_month_from_collection_to_freeze() {
        var handled = world.withinDeadline();
        world.handle(handled);
        var open = world.withinDeadline();
        world.register(world.matter(Route.ON_THE_SPOT, "now", "service"));
        BpmnAwareTests.assertThat(instance()).isWaitingAt("timer_ledgerDay");
        assertThat(ledgerDay()).isEqualTo(LocalDate.of(2013, 1, 30));

        fire(LocalDate.of(2013, 1, 30));

        BpmnAwareTests.assertThat(instance())
                .hasPassed("serviceTask_collectLedger")
                .isWaitingAt("userTask_sortLedger");
        var month = world.people.as(world.people.clerk(), () -> tasks.month(ledger));
        assertThat(month.entries()).extracting(entry -> entry.line().id()).containsExactly(handled, open);
        assertThat(month.entries()).allMatch(entry -> entry.classCode().equals("difficulties"));
        assertThat(month.ledger().state()).isEqualTo(LedgerState.SORTING);
        var item = item(world.people.clerk(), LedgerTasks.SORT);
        assertThat(Dates.dayOf(item.due())).isEqualTo(LocalDate.of(2013, 2, 4));

        sort(new Decision(handled, "development", "村道雨后难走"), new Decision(open, "difficulties", null));
        BpmnAwareTests.assertThat(instance()).isWaitingAt("userTask_chooseDeeds");
        choose(Set.of(handled));

        BpmnAwareTests.assertThat(instance())
                .hasPassed("serviceTask_publishLedger", "serviceTask_freezeLedger")
                .isWaitingAt("timer_ledgerDay");
        assertThat(ledgerDay()).isEqualTo(LocalDate.of(2013, 2, 28));
        var freeze = freezes().getFirst();
        assertThat(freeze.rows()).isEqualTo(2);
        assertThat(freeze.onTheSpot()).isEqualTo(1);
        assertThat(freeze.serial()).matches("TZ-2013-\\d{6}");
        assertThat(freeze.month()).isEqualTo(YearMonth.of(2013, 1));
        var whole = whole(freeze);
        assertThat(whole.verification().good()).isTrue();
        assertThat(whole.changes()).isEmpty();
        assertThat(whole.rows()).extracting(Freeze.Row::applicant).containsOnly("户××");
        assertThat(whole.rows().getFirst().classCode()).isEqualTo("development");
        assertThat(whole.rows().getFirst().deed()).isTrue();

        var notices = board.page(world.people.village().code(), null).notices();
        assertThat(notices).hasSize(1);
        assertThat(notices.getFirst().title()).isEqualTo("村道雨后难走");
        assertThat(notices.getFirst().deed()).isTrue();
        assertThat(notices.getFirst().owner()).isEqualTo("第1科");
        assertThat(notices.getFirst().deadline()).isNull();
    }

    @Test
    @DisplayName("两次封存之间并入别件的、群众撤回的，差异里照实写明")
    void what_left_the_ledger_is_named() {
        var main = world.withinDeadline();
        var merged = world.withinDeadline();
        var withdrawn = world.withinDeadline();
        month(LocalDate.of(2013, 1, 30));
        world.people.run(world.people.clerk(), () -> duplicates.merge(merged, main, "同一段路。"));
        world.people.run(world.cadre(), () -> requests.withdraw(withdrawn, "已经自己修好了。"));
        month(LocalDate.of(2013, 2, 28));
        var second = whole(freezes().getFirst());
        assertThat(second.changes())
                .anySatisfy(change -> assertThat(change)
                        .returns(merged, Freeze.Change::issueId)
                        .returns(ChangeKind.MERGED, Freeze.Change::kind)
                        .returns(world.view(world.people.clerk(), main).number(), Freeze.Change::after));
        assertThat(changes(second, withdrawn, "")).containsExactly(ChangeKind.WITHDRAWN);
        assertThat(second.verification().good()).isTrue();
    }

    @Test
    @DisplayName("两次封存：差异逐条列出，校验值前后相连；改动一行就对不上")
    void two_freezes_with_their_differences() {
        var closed = world.withinDeadline();
        var moving = world.withinDeadline();
        month(LocalDate.of(2013, 1, 30));

        world.handle(closed);
        world.tell(closed);
        world.ask(closed, true);
        world.close(world.people.villageLeader(), closed);
        world.handle(moving);
        var added = world.withinDeadline();
        month(LocalDate.of(2013, 2, 28));

        var second = whole(freezes().getFirst());
        var first = whole(freezes().getLast());
        assertThat(second.freeze().number()).isEqualTo(2);
        assertThat(second.freeze().previousSha256()).isEqualTo(first.freeze().sha256());
        assertThat(second.verification().good()).isTrue();
        assertThat(changes(second, closed, "state")).containsExactly(ChangeKind.CLOSED);
        assertThat(changes(second, moving, "result")).containsExactly(ChangeKind.CHANGED);
        assertThat(changes(second, added, "")).containsExactly(ChangeKind.ADDED);
        assertThat(second.changes())
                .anySatisfy(change -> assertThat(change)
                        .returns(moving, Freeze.Change::issueId)
                        .returns("state", Freeze.Change::field)
                        .returns("HANDLING", Freeze.Change::before)
                        .returns("ANSWERED", Freeze.Change::after));

        month(LocalDate.of(2013, 3, 30));
        var third = whole(freezes().getFirst());
        assertThat(third.rows()).extracting(Freeze.Row::issueId).containsExactly(moving, added);
        assertThat(third.changes()).isEmpty();

        assertThatThrownBy(() -> jdbc.sql("update ledger_freeze_row set answer = 'x' where freeze_id = ?")
                        .param(first.freeze().id())
                        .update())
                .hasMessageContaining("never changed");
        tamper("update ledger_freeze_row set deadline = deadline + 30 where freeze_id = ? and position = 0", first);
        var touched = whole(first.freeze()).verification();
        assertThat(touched.intact()).isFalse();
        assertThat(touched.computed()).isNotEqualTo(first.freeze().sha256());
        assertThat(whole(second.freeze()).verification().good()).isTrue();
        tamper("update ledger_freeze set sha256 = '" + touched.computed() + "' where id = ?", first);
        assertThat(whole(first.freeze()).verification().intact()).isTrue();
        assertThat(whole(second.freeze()).verification().chained()).isFalse();
    }

    @Test
    @DisplayName("镇领导不同意公示，写明原因退回办公室重新梳理")
    void the_leader_sends_it_back() {
        world.withinDeadline();
        fire(LocalDate.of(2013, 1, 30));
        sort();
        var leader = world.people.townLeader();
        assertThatThrownBy(() -> world.people.run(
                        leader,
                        () -> tasks.sendBack(item(leader, LedgerTasks.CHOOSE).id(), " ")))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.fields()).containsOnlyKeys("reason"));

        world.people.run(
                leader, () -> tasks.sendBack(item(leader, LedgerTasks.CHOOSE).id(), "归类不对"));

        BpmnAwareTests.assertThat(instance()).isWaitingAt("userTask_sortLedger");
        assertThat(ledgers.subject(ledger).returnReason()).isEqualTo("归类不对");
        sort();
        choose(Set.of());
        BpmnAwareTests.assertThat(instance()).isWaitingAt("timer_ledgerDay");
    }

    @Test
    @DisplayName("公示的字句里有户主、家人的姓名或电话，一律不放行，并先给出遮住的字句")
    void public_words_name_nobody() {
        var issue = world.register(new cn.minqing.issue.NewIssue(
                world.campaignId,
                world.household(),
                "income",
                "户主1家（电话09140000001）和户主7家的水渠堵了",
                "水渠堵了。",
                false,
                "cadre",
                Route.WITHIN_DEADLINE,
                "",
                ""));
        fire(LocalDate.of(2013, 1, 30));
        var entry = world.people
                .as(world.people.clerk(), () -> tasks.month(ledger))
                .entries()
                .getFirst();
        assertThat(entry.proposedTitle()).isEqualTo("户××家（电话××）和户××家的水渠堵了");

        for (var words : List.of("户主1家水渠堵了", "配偶1说水渠堵了", "户主7家水渠堵了", "请打 09140000001", " ")) {
            assertThatThrownBy(() -> sort(new Decision(issue, "difficulties", words)))
                    .isInstanceOfSatisfying(
                            UserError.class,
                            error -> assertThat(error.fields())
                                    .containsOnlyKeys("title." + entry.line().number()));
        }
        sort(new Decision(issue, "difficulties", entry.proposedTitle()));
        BpmnAwareTests.assertThat(instance()).isWaitingAt("userTask_chooseDeeds");
        assertThatThrownBy(() -> choose(Set.of(issue)))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("ledger.noDeed"));
    }

    @Test
    @DisplayName("活动归档：不管走到哪一步，封存末期台账，流程结束")
    void the_last_freeze_when_the_campaign_is_archived() {
        world.withinDeadline();
        fire(LocalDate.of(2013, 1, 30));
        var running = instance();

        transactions.executeWithoutResult(status -> events.publishEvent(new CampaignArchived(world.campaignId)));

        BpmnAwareTests.assertThat(running).isEnded();
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(running.getId())
                        .activityId("endEvent_ledgerClosed")
                        .count())
                .isEqualTo(1);
        assertThat(freezes().getFirst().last()).isTrue();
        assertThat(ledgers.subject(ledger).state()).isEqualTo(LedgerState.ENDED);
        assertThat(workItems.waitingFor(ledger)).isEmpty();
    }

    @Test
    @DisplayName("活动一进入组织实施就开账，归档就结账；没有镇领导账号的由领导小组选实事")
    void it_lives_as_long_as_the_campaign() {
        var people = worlds.create();
        var campaign = campaigns.mobilized(people);
        jdbc.sql("delete from role_grant where scope_id = ?")
                .param(people.town().id())
                .update();
        campaigns.fire(campaign.id(), "timer_implementationStarts");

        var opened = people.as(people.clerk(), () -> ledgers.visible());
        assertThat(opened).hasSize(1);
        assertThat(ledgers.open(campaign.id())).isEmpty();
        ledger = opened.getFirst().id();
        fire(null);
        people.run(
                people.clerk(),
                () -> tasks.sort(item(people, people.clerk(), LedgerTasks.SORT).id(), List.of()));
        assertThat(people.as(people.leadingGroup(), () -> workItems.about(ledger)))
                .extracting(WorkItem::element)
                .containsExactly(LedgerTasks.CHOOSE);
    }

    @Test
    @DisplayName("现时台账：按类、月份、责任人筛选，逐件改归类；当场答复的只计数；打印有编号")
    void the_live_ledger() {
        var income = world.withinDeadline();
        var above = world.escalated();
        world.register(world.matter(Route.ON_THE_SPOT, "now", "service"));
        var all = LedgerFilter.of(world.campaignId);
        world.people.run(world.people.clerk(), () -> {
            assertThat(ledgers.page(all, null, 10).rows())
                    .extracting(row -> row.line().id())
                    .containsExactly(above, income);
            var first = ledgers.page(all, null, 1);
            assertThat(first.next()).isEqualTo(above);
            assertThat(ledgers.page(all, first.next(), 1).rows())
                    .extracting(row -> row.line().id())
                    .containsExactly(income);
            assertThat(ledgers.count(all)).isEqualTo(2);
            assertThat(ledgers.onTheSpot(all)).isEqualTo(1);
            assertThat(ledgers.count(all.withClass("difficulties"))).isEqualTo(2);
            assertThat(ledgers.count(all.withClass("conduct"))).isZero();
            assertThat(ledgers.count(new LedgerFilter(
                            world.campaignId, "", "", Set.of(IssueState.ESCALATED), Route.ESCALATED, null, "")))
                    .isEqualTo(1);
            assertThat(ledgers.count(
                            new LedgerFilter(world.campaignId, "", "", Set.of(), null, YearMonth.of(2012, 12), "")))
                    .isZero();
            assertThat(ledgers.count(
                            new LedgerFilter(world.campaignId, "", "", Set.of(), null, YearMonth.of(2013, 1), "干部1")))
                    .isEqualTo(2);
            assertThat(ledgers.count(new LedgerFilter(world.campaignId, "", "", Set.of(), null, null, "没有这个人")))
                    .isZero();
            assertThat(ledgers.print(all)).startsWith("%PDF".getBytes());
        });
        fire(LocalDate.of(2013, 1, 30));
        sort(new Decision(income, "conduct", null));
        world.people.run(world.people.clerk(), () -> {
            assertThat(ledgers.count(all.withClass("conduct"))).isEqualTo(1);
            assertThat(ledgers.count(all.withClass("difficulties"))).isEqualTo(1);
        });
        var stranger = world.people.cadres().get(4);
        assertThat(world.people.as(stranger, () -> ledgers.count(all))).isZero();
        assertThatThrownBy(() -> world.people.as(stranger, () -> ledgers.freezes(ledger)))
                .isInstanceOf(UserError.class);
        assertThat(world.people.as(
                        world.people.townLeader(),
                        () -> ledgers.page(all, null, 10).rows()))
                .allMatch(row -> !row.line().applicant().contains("户主"));
    }

    private void month(LocalDate day) {
        fire(day);
        sort();
        choose(Set.of());
    }

    private void sort(Decision... decisions) {
        var clerk = world.people.clerk();
        world.people.run(clerk, () -> tasks.sort(item(clerk, LedgerTasks.SORT).id(), List.of(decisions)));
    }

    private void choose(Set<UUID> deeds) {
        var leader = world.people.townLeader();
        world.people.run(
                leader, () -> tasks.chooseDeeds(item(leader, LedgerTasks.CHOOSE).id(), deeds));
    }

    private WorkItem item(cn.minqing.organization.Person person, String element) {
        return item(world.people, person, element);
    }

    private WorkItem item(cn.minqing.SmallWorld people, cn.minqing.organization.Person person, String element) {
        return people.as(person, () -> workItems.about(ledger)).stream()
                .filter(item -> item.element().equals(element))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + element));
    }

    private List<Freeze> freezes() {
        return world.people.as(world.people.clerk(), () -> ledgers.freezes(ledger));
    }

    private Freeze.Whole whole(Freeze freeze) {
        return world.people.as(world.people.townLeader(), () -> ledgers.freeze(freeze.id()));
    }

    private static List<ChangeKind> changes(Freeze.Whole whole, UUID issue, String field) {
        return whole.changes().stream()
                .filter(change ->
                        change.issueId().equals(issue) && change.field().equals(field))
                .map(Freeze.Change::kind)
                .toList();
    }

    /** As somebody would who owns the database. */
    private void tamper(String sql, Freeze.Whole whole) {
        transactions.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            assertThat(jdbc.sql(sql).param(whole.freeze().id()).update()).isEqualTo(1);
        });
    }

    private ProcessInstance instance() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(ledger.toString(), MonthlyLedgerProcess.ID)
                .singleResult();
    }

    private LocalDate ledgerDay() {
        var job = management
                .createJobQuery()
                .processInstanceId(instance().getId())
                .activityId("timer_ledgerDay")
                .singleResult();
        return LocalDate.ofInstant(job.getDuedate().toInstant(), AppClock.ZONE);
    }

    private void fire(LocalDate day) {
        if (day != null) {
            world.today(day);
        }
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance().getId())
                .activityId("timer_ledgerDay")
                .singleResult()
                .getId());
    }
}
