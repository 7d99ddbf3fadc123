package cn.minqing.process.householdvisit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import cn.minqing.ProductTest;
import cn.minqing.campaign.Contact;
import cn.minqing.campaign.Contacts;
import cn.minqing.household.Households;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Ids;
import cn.minqing.visit.FileState;
import cn.minqing.visit.VisitResult;
import cn.minqing.visit.VisitSheet;
import cn.minqing.visit.VisitWorld;
import cn.minqing.visit.Visits;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@DisplayName("入户走访")
class HouseholdVisitProcessTest {
    @Autowired
    VisitWorld.Tools tools;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    cn.minqing.tasklist.WorkItems workItems;

    @Autowired
    Visits visits;

    @Autowired
    Households households;

    @Autowired
    Contacts contacts;

    private VisitWorld world;

    @BeforeEach
    void world() {
        init(engine);
        world = tools.create();
    }

    @Test
    @DisplayName("弱势户先走访：同一批里，困难家庭的任务提前，排在前面")
    void those_who_need_it_most_come_first() {
        var ordinary = world.contact(world.cadre, false);
        var poor = world.contact(world.cadre, false);
        world.people.run(
                world.cadre,
                () -> households.setVulnerabilities(
                        poor.householdId(), List.of("poor-household"), List.of("poor-household")));
        world.start(List.of(ordinary, poor), cn.minqing.platform.Ids.next());
        assertThat(world.task(poor).due()).isBefore(world.task(ordinary).due());
        var mine = world.people.as(
                world.cadre,
                () -> workItems
                        .page(cn.minqing.tasklist.WorkItems.Filter.ALL, null, 100)
                        .items());
        assertThat(mine)
                .extracting(cn.minqing.tasklist.WorkItem::subjectId)
                .containsSubsequence(poor.id(), ordinary.id());
    }

    @Test
    @DisplayName("六个一都完成、未抽中回访的，档案完成")
    void the_file_is_complete_when_every_obligation_is_met() {
        var contact = world.visiting(false);
        var instance = instance(contact);
        BpmnAwareTests.assertThat(instance).isWaitingAt(VisitWorld.VISIT);

        var submitted = world.submit(contact, world.complete());

        assertThat(submitted.fileComplete()).isTrue();
        BpmnAwareTests.assertThat(instance).isEnded().hasPassed("endEvent_fileComplete");
        assertThat(world.waiting(contact)).isEmpty();
        assertThat(state(contact)).isEqualTo(FileState.COMPLETE);
    }

    @Test
    @DisplayName("规定动作还有没完成的，走访任务再次出现，几次走访合起来完成")
    void open_obligations_bring_the_task_back() {
        var contact = world.visiting(false);
        var first = world.task(contact);

        var submitted = world.submit(contact, world.partly("couplets", "policy-talk"));

        assertThat(submitted.stillOpen()).containsExactly("survey", "income-plan", "training", "real-difficulty");
        assertThat(world.waitingAt(contact)).containsExactly(VisitWorld.VISIT);
        assertThat(world.task(contact).id()).isNotEqualTo(first.id());
        assertThat(world.task(contact).due()).isEqualTo(first.due());
        assertThat(world.submit(contact, world.complete()).fileComplete()).isTrue();
        assertThat(world.sheet(world.people.inspector(), contact).visits()).hasSize(2);
    }

    @Test
    @DisplayName("家中无人，到约定的日子走访任务再次出现")
    void nobody_at_home_comes_back_on_the_day_agreed() {
        var contact = world.visiting(false);
        var next = world.today().plusDays(3);

        world.people.run(world.cadre, () -> visits.notAtHome(world.task(contact).id(), next, "邻居说周末在家"));

        BpmnAwareTests.assertThat(instance(contact)).isWaitingAt("timer_nextAttempt");
        assertThat(world.waiting(contact)).isEmpty();
        var sheet = world.sheet(world.cadre, contact);
        assertThat(sheet.waitingUntil()).isEqualTo(next);
        assertThat(sheet.visits()).extracting(VisitSheet.Visited::result).containsExactly(VisitResult.NOT_AT_HOME);
        assertThat(dueOf(contact, "timer_nextAttempt")).isEqualTo(next);

        fireTimer(contact, "timer_nextAttempt");

        assertThat(world.waitingAt(contact)).containsExactly(VisitWorld.VISIT);
    }

    @Test
    @DisplayName("户已迁走，单位负责人同意销户，联系关系随之结束")
    void a_household_that_moved_away_is_struck_off() {
        var contact = world.visiting(false);
        requestStrikeOff(contact);
        var instance = instance(contact);
        BpmnAwareTests.assertThat(instance).isWaitingAt(VisitWorld.APPROVE);
        var leader = world.people.unitLeader(world.people.departments().getFirst());
        assertThat(world.sheet(leader, contact).strikeOff().reason()).isEqualTo("MOVED_AWAY");

        world.people.run(
                leader, () -> visits.decideStrikeOff(world.task(contact).id(), true, ""));

        BpmnAwareTests.assertThat(instance).isEnded().hasPassed("endEvent_struckOff");
        assertThat(households.resident(world.people.village().code()))
                .extracting(household -> household.id())
                .doesNotContain(contact.householdId());
        assertThat(contacts.get(contact.id()).until()).isNotNull();
        assertThat(state(contact)).isEqualTo(FileState.STRUCK_OFF);
    }

    @Test
    @DisplayName("不同意销户的，写明理由，干部继续走访")
    void a_refused_strike_off_goes_on_with_the_visit() {
        var contact = world.visiting(false);
        requestStrikeOff(contact);
        var leader = world.people.unitLeader(world.people.departments().getFirst());

        world.people.run(
                leader, () -> visits.decideStrikeOff(world.task(contact).id(), false, "只是外出务工，过年回来"));

        assertThat(world.waitingAt(contact)).containsExactly(VisitWorld.VISIT);
        assertThat(households.resident(world.people.village().code()))
                .extracting(household -> household.id())
                .contains(contact.householdId());
    }

    @Test
    @DisplayName("抽中回访的由督查组核实，情况属实的档案完成并核实")
    void a_drawn_file_is_checked_by_an_inspector() {
        var contact = world.visiting(true);
        world.submit(contact, world.complete());
        var instance = instance(contact);
        BpmnAwareTests.assertThat(instance).isWaitingAt(VisitWorld.SPOT_CHECK);
        assertThat(world.task(contact).role()).isEqualTo("inspector");

        world.people.run(
                world.people.inspector(),
                () -> visits.spotCheck(world.task(contact).id(), true, "", Set.of()));

        BpmnAwareTests.assertThat(instance).isEnded().hasPassed("endEvent_fileChecked");
        assertThat(state(contact)).isEqualTo(FileState.CHECKED);
    }

    @Test
    @DisplayName("回访不属实的退回补访，不实的规定动作重新完成")
    void a_disputed_file_is_visited_again() {
        var contact = world.visiting(true);
        world.submit(contact, world.complete());

        world.people.run(
                world.people.inspector(),
                () -> visits.spotCheck(world.task(contact).id(), false, "没有送春联", Set.of("couplets")));

        assertThat(world.waitingAt(contact)).containsExactly(VisitWorld.VISIT);
        var sheet = world.sheet(world.cadre, contact);
        assertThat(sheet.state()).isEqualTo(FileState.OPEN);
        assertThat(sheet.spotCheck().note()).isEqualTo("没有送春联");
        assertThat(sheet.obligations().stream()
                        .filter(obligation -> !obligation.isMet())
                        .map(VisitSheet.Obligation::id))
                .containsExactly("couplets");

        assertThat(world.submit(contact, world.partly("couplets")).fileComplete())
                .isTrue();
        assertThat(world.waitingAt(contact)).containsExactly(VisitWorld.SPOT_CHECK);
    }

    @Test
    @DisplayName("活动取消时停止走访，任务撤回，档案记为停止")
    void a_visit_is_called_off() {
        var contact = world.visiting(false);
        var instance = instance(contact);

        runtime.createMessageCorrelation("minqing.visitCancelled")
                .processInstanceId(instance.getId())
                .correlate();

        BpmnAwareTests.assertThat(instance).isEnded();
        assertThat(world.waiting(contact)).isEmpty();
        assertThat(state(contact)).isEqualTo(FileState.CANCELLED);
    }

    @Test
    @DisplayName("同一批次启动两次，每户仍只有一个走访任务")
    void starting_a_batch_again_starts_nothing() {
        var contact = world.contact(world.cadre, false);
        var batch = Ids.next();
        world.start(List.of(contact), batch);
        world.start(List.of(contact), batch);
        assertThat(world.waitingAt(contact)).containsExactly(VisitWorld.VISIT);
    }

    @Test
    @DisplayName("补访：停止的重新启动，没走完的只改期限，完成的重新打开")
    void a_remedial_batch_opens_files_again() {
        var complete = world.visiting(false);
        world.submit(complete, world.complete());
        var cancelled = world.visiting(false);
        runtime.createMessageCorrelation("minqing.visitCancelled")
                .processInstanceId(instance(cancelled).getId())
                .correlate();
        var open = world.visiting(false);

        world.start(List.of(complete, cancelled, open), Ids.next());

        for (var contact : List.of(complete, cancelled, open)) {
            assertThat(world.waitingAt(contact)).containsExactly(VisitWorld.VISIT);
            assertThat(state(contact)).isEqualTo(FileState.OPEN);
        }
    }

    private void requestStrikeOff(Contact contact) {
        world.people.run(
                world.cadre, () -> visits.requestStrikeOff(world.task(contact).id(), "MOVED_AWAY", "全家搬到西安，村里证实"));
    }

    private FileState state(Contact contact) {
        return visits.statuses(List.of(contact.id())).get(contact.id()).state();
    }

    private @Nullable ProcessInstance instance(Contact contact) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(contact.id().toString(), HouseholdVisitProcess.ID)
                .singleResult();
    }

    private LocalDate dueOf(Contact contact, String timer) {
        var job = jobs.createJobQuery()
                .processInstanceId(instance(contact).getId())
                .activityId(timer)
                .singleResult();
        return LocalDate.ofInstant(job.getDuedate().toInstant(), AppClock.ZONE);
    }

    private void fireTimer(Contact contact, String timer) {
        jobs.executeJob(jobs.createJobQuery()
                .processInstanceId(instance(contact).getId())
                .activityId(timer)
                .singleResult()
                .getId());
    }
}
