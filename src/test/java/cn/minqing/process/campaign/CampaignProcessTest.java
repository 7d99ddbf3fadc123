package cn.minqing.process.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import cn.minqing.ProductTest;
import cn.minqing.SmallCampaigns;
import cn.minqing.SmallWorld;
import cn.minqing.SmallWorlds;
import cn.minqing.assessment.AssessmentResult;
import cn.minqing.assessment.Assessments;
import cn.minqing.assessment.Reports;
import cn.minqing.campaign.Acceptance;
import cn.minqing.campaign.Assignments;
import cn.minqing.campaign.Balances;
import cn.minqing.campaign.Batch;
import cn.minqing.campaign.Batches;
import cn.minqing.campaign.CampaignDates;
import cn.minqing.campaign.CampaignTemplate.Every;
import cn.minqing.campaign.CampaignTemplates;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Contact;
import cn.minqing.campaign.Contacts;
import cn.minqing.campaign.Handovers;
import cn.minqing.campaign.Kickoff;
import cn.minqing.campaign.Periods;
import cn.minqing.campaign.Phase;
import cn.minqing.campaign.PlanContent;
import cn.minqing.campaign.Plans;
import cn.minqing.household.HouseholdAccess;
import cn.minqing.household.Households;
import cn.minqing.household.MemberInput;
import cn.minqing.household.NewHousehold;
import cn.minqing.household.Relation;
import cn.minqing.household.Sex;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Areas;
import cn.minqing.organization.Role;
import cn.minqing.organization.Unit;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.tasklist.WorkItems;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@DisplayName("活动：从立项到归档")
class CampaignProcessTest {
    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    SmallWorlds worlds;

    @Autowired
    SmallCampaigns paths;

    @Autowired
    Campaigns campaigns;

    @Autowired
    CampaignTemplates templates;

    @Autowired
    Plans plans;

    @Autowired
    Assignments assignments;

    @Autowired
    Balances balances;

    @Autowired
    Batches batches;

    @Autowired
    Contacts contacts;

    @Autowired
    Kickoff kickoff;

    @Autowired
    Acceptance acceptance;

    @Autowired
    Periods periods;

    @Autowired
    Assessments assessments;

    @Autowired
    Reports reports;

    @Autowired
    Households households;

    @Autowired
    HouseholdAccess contactAccess;

    @Autowired
    WorkItems workItems;

    @Autowired
    Handovers handovers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Areas areas;

    @Autowired
    AppClock clock;

    private SmallWorld world;

    @BeforeEach
    void newWorld() {
        init(engine);
        world = worlds.create();
    }

    @Test
    @DisplayName("立项：日期先后、名称、范围有错的逐项指出，什么也不写")
    void launch_names_every_fault() {
        var today = clock.today();
        var dates = new CampaignDates(today, today, today.minusDays(1), today.minusDays(2));

        var error = failing(() -> world.as(
                world.clerk(),
                () -> campaigns.launch(
                        "s1-shangluo", " ", world.office().id(), world.county().id(), dates)));

        assertThat(error.fields()).containsOnlyKeys("name", "implementationStart", "acceptanceStart", "end");
        assertThat(world.as(world.clerk(), () -> campaigns.page(null, 10)).lines())
                .isEmpty();
    }

    @Test
    @DisplayName("立项：只有活动办公室能办；没有住户的地方不能选")
    void only_the_office_launches() {
        var dates = CampaignDates.proposed(templates.find("s1-shangluo").orElseThrow(), clock.today());
        var office = world.office().id();

        assertThat(failing(() -> world.as(
                                world.cadres().getFirst(),
                                () -> campaigns.launch(
                                        "s1-shangluo",
                                        "走访",
                                        office,
                                        world.village().id(),
                                        dates)))
                        .code())
                .isEqualTo("forbidden");
        assertThat(failing(() -> world.as(
                                world.clerk(), () -> campaigns.launch("none", "走访", office, emptyGroup(), dates)))
                        .fields())
                .containsOnlyKeys("templateId", "areaId");
    }

    private UUID emptyGroup() {
        return areas.save(world.village().code() + "009", AreaLevel.GROUP, "九组", "test")
                .id();
    }

    @Test
    @DisplayName("方案：起草由模板带出，退回写明原因后另起一版，通过后记录动员会")
    void plan_is_returned_and_approved() {
        var campaign = paths.launch(world);
        var proposal = world.as(world.clerk(), () -> plans.proposal(campaign.id()));
        assertThat(proposal.work()).contains("宣传动员", "组织实施", "总结验收");
        assertThat(proposal.unitIds())
                .containsExactlyElementsOf(
                        world.departments().stream().map(Unit::id).toList());

        world.run(world.clerk(), () -> {
            plans.draftPlan(paths.task(campaign.id(), "userTask_draftPlan"), proposal);
            assertThat(failing(() -> plans.submitPlan(paths.task(campaign.id(), "userTask_draftPlan"), proposal))
                            .fields())
                    .containsOnlyKeys("organization", "discipline");
            plans.submitPlan(paths.task(campaign.id(), "userTask_draftPlan"), paths.plan(world));
        });
        world.run(world.leadingGroup(), () -> {
            var task = paths.task(campaign.id(), "userTask_approvePlan");
            assertThat(failing(() -> plans.returnPlan(task, " ")).fields()).containsOnlyKeys("reason");
            plans.returnPlan(task, "写明督查办法");
        });
        assertWaiting(campaign.id(), "userTask_draftPlan");
        world.run(
                world.clerk(),
                () -> plans.submitPlan(paths.task(campaign.id(), "userTask_draftPlan"), paths.plan(world)));
        world.run(world.leadingGroup(), () -> plans.approvePlan(paths.task(campaign.id(), "userTask_approvePlan")));

        assertWaiting(campaign.id(), "userTask_recordKickoffMeeting");
        var versions = world.as(world.clerk(), () -> plans.versions(campaign.id()));
        assertThat(versions)
                .extracting(Plans.Version::number, Plans.Version::state, Plans.Version::returnReason)
                .containsExactly(tuple(2, Plans.State.APPROVED, ""), tuple(1, Plans.State.RETURNED, "写明督查办法"));
    }

    @Test
    @DisplayName("方案：提交的人不能自己审定")
    void nobody_approves_their_own_plan() {
        world.people()
                .grant(world.clerk().id(), Role.LEADING_GROUP, world.office().id());
        var campaign = paths.launch(world);

        world.run(world.clerk(), () -> {
            plans.submitPlan(paths.task(campaign.id(), "userTask_draftPlan"), paths.plan(world));
            assertThat(failing(() -> plans.approvePlan(paths.task(campaign.id(), "userTask_approvePlan")))
                            .code())
                    .isEqualTo("campaign.plan.own");
        });
    }

    @Test
    @DisplayName("动员会：日期、地点、人数、纪要逐项检查")
    void meeting_is_checked() {
        var campaign = paths.launch(world);
        world.run(
                world.clerk(),
                () -> plans.submitPlan(paths.task(campaign.id(), "userTask_draftPlan"), paths.plan(world)));
        world.run(world.leadingGroup(), () -> plans.approvePlan(paths.task(campaign.id(), "userTask_approvePlan")));

        var bad = new Plans.Meeting(clock.today().plusDays(1), "", 0, "");
        world.run(
                world.clerk(),
                () -> assertThat(failing(() -> plans.recordMeeting(
                                        paths.task(campaign.id(), "userTask_recordKickoffMeeting"), bad))
                                .fields())
                        .containsOnlyKeys("heldOn", "place", "attendees", "minutes"));
    }

    @Test
    @DisplayName("分配：户户有一名联系干部，按定额，相差不过一户；村不漏组、组不漏户、户不漏人")
    void contacts_are_assigned() {
        var campaign = paths.assigned(world);

        assertThat(contacts.ofCampaign(campaign.id()))
                .extracting(Contact::householdId)
                .containsExactlyInAnyOrderElementsOf(world.households());
        world.run(world.clerk(), () -> {
            var coverage = balances.coverage(campaign.id());
            assertThat(coverage.complete()).isTrue();
            assertThat(coverage.groups()).isEqualTo(2);
            assertThat(coverage.households()).isEqualTo(10);
            var balance = balances.balance(campaign.id());
            assertThat(balance.loads())
                    .allSatisfy(load ->
                            assertThat(load.households()).isBetween(1, 2).isLessThanOrEqualTo(load.quota()));
            assertThat(balance.units())
                    .extracting(Balances.UnitBalance::households)
                    .containsExactly(5, 5);
        });
    }

    @Test
    @DisplayName("分配：参加的单位定额不够，说明差几户，动员会不落地，改方案才能继续")
    void infeasible_assignment_is_explained() {
        var campaign = paths.launch(world);
        var one = paths.plan(world);
        var tooFew = new PlanContent(
                one.aims(),
                one.work(),
                one.organization(),
                one.discipline(),
                one.unitIds().subList(0, 1));
        world.run(world.clerk(), () -> {
            assertThat(balances.capacity(campaign.id(), tooFew.unitIds()).missing())
                    .isEqualTo(4);
            plans.submitPlan(paths.task(campaign.id(), "userTask_draftPlan"), tooFew);
        });
        world.run(world.leadingGroup(), () -> plans.approvePlan(paths.task(campaign.id(), "userTask_approvePlan")));

        var error = failing(() -> world.run(
                world.clerk(),
                () -> plans.recordMeeting(
                        paths.task(campaign.id(), "userTask_recordKickoffMeeting"), paths.meeting())));

        assertThat(error.code()).isEqualTo("campaign.assignment.infeasible");
        assertThat(error.message().args()).containsExactly(10, 3, 6, 4);
        assertWaiting(campaign.id(), "userTask_recordKickoffMeeting");
        assertThat(world.as(world.clerk(), () -> plans.meeting(campaign.id()))).isEmpty();
    }

    @Test
    @DisplayName("调整：手工换人受定额限制，新登记的户补上联系人才能送确认")
    void contacts_are_adjusted_by_hand() {
        var campaign = paths.assigned(world);
        var all = contacts.ofCampaign(campaign.id());
        var loads = all.stream().collect(Collectors.groupingBy(Contact::personId, Collectors.counting()));
        var full = loads.entrySet().stream()
                .filter(e -> e.getValue() == 2)
                .findFirst()
                .orElseThrow()
                .getKey();
        var light = loads.entrySet().stream()
                .filter(e -> e.getValue() == 1)
                .findFirst()
                .orElseThrow()
                .getKey();
        var moved = all.stream()
                .filter(contact -> contact.personId().equals(full))
                .findFirst()
                .orElseThrow();
        var newcomer = households.add(new NewHousehold(
                world.groups().getFirst().code(),
                "099",
                "新户",
                "",
                List.of(new MemberInput("新户", Relation.HEAD, Sex.MALE, 1970)),
                Set.of()));

        world.run(world.clerk(), () -> {
            var task = paths.task(campaign.id(), "userTask_adjustContacts");
            assignments.adjust(task, moved.id(), light);
            assertThat(balances.balance(campaign.id()).loads())
                    .filteredOn(load -> load.personId().equals(light))
                    .extracting(Balances.Load::households)
                    .containsExactly(2);
            var other = contacts.ofCampaign(campaign.id()).stream()
                    .filter(contact -> !contact.personId().equals(light))
                    .findFirst()
                    .orElseThrow();
            assertThat(failing(() -> assignments.adjust(task, other.id(), light))
                            .code())
                    .isEqualTo("campaign.contact.quota");
            assertThat(failing(() -> assignments.adjust(
                                    task, other.id(), world.clerk().id()))
                            .code())
                    .isEqualTo("campaign.contact.notTakingPart");
            assertThat(failing(() -> assignments.finishAdjusting(task)).code()).isEqualTo("campaign.coverage.missed");
            assertThat(balances.coverage(campaign.id()).householdsMissed()).hasSize(1);
            assignments.add(task, newcomer, full);
            assertThat(failing(() -> assignments.add(task, newcomer, full)).code())
                    .isEqualTo("campaign.contact.exists");
            assignments.finishAdjusting(task);
        });
        assertThat(waiting(campaign.id()))
                .extracting(WorkItem::element)
                .containsExactly("userTask_confirmContacts", "userTask_confirmContacts");
    }

    @Test
    @DisplayName("确认：有一个单位有异议就退回办公室调整，重新确认后生成联系卡")
    void objection_goes_back_to_the_office() {
        var campaign = paths.assigned(world);
        var first = world.unitLeader(world.departments().getFirst());
        var second = world.unitLeader(world.departments().getLast());
        world.run(
                world.clerk(), () -> assignments.finishAdjusting(paths.task(campaign.id(), "userTask_adjustContacts")));
        assertThat(contacts.ofCampaign(campaign.id()))
                .allMatch(contact -> contact.cardCode().isEmpty());

        world.run(
                first,
                () -> assignments.objectUnit(paths.task(campaign.id(), "userTask_confirmContacts"), "两户是亲属，应当回避"));
        world.run(second, () -> assignments.confirmUnit(paths.task(campaign.id(), "userTask_confirmContacts")));

        assertWaiting(campaign.id(), "userTask_adjustContacts");
        world.run(world.clerk(), () -> {
            assertThat(balances.balance(campaign.id()).units())
                    .extracting(Balances.UnitBalance::answer)
                    .containsExactly(new Balances.Answer(false, "两户是亲属，应当回避"), new Balances.Answer(true, ""));
            assignments.finishAdjusting(paths.task(campaign.id(), "userTask_adjustContacts"));
        });
        world.run(first, () -> assignments.confirmUnit(paths.task(campaign.id(), "userTask_confirmContacts")));
        world.run(second, () -> assignments.confirmUnit(paths.task(campaign.id(), "userTask_confirmContacts")));

        BpmnAwareTests.assertThat(instance(campaign.id())).isWaitingAt("timer_implementationStarts");
        var codes = contacts.ofCampaign(campaign.id()).stream()
                .map(Contact::cardCode)
                .toList();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches("[0-9A-HJKMNP-TV-Z]{10}"));
        assertThat(contacts.byCard(codes.getFirst().toLowerCase())).isPresent();
    }

    @Test
    @DisplayName("动员阶段到期未完成：提醒办公室，任务变红，不中断")
    void mobilization_overdue_reminds() {
        var campaign = paths.launch(world);

        paths.fire(campaign.id(), "timer_mobilizationOverdue");

        assertWaiting(campaign.id(), "userTask_draftPlan");
        assertThat(waiting(campaign.id())).extracting(WorkItem::colour).containsOnly(WorkItem.Colour.RED);
        assertThat(world.as(world.clerk(), () -> campaigns.reminders(campaign.id())))
                .extracting(Campaigns.Reminder::phase)
                .containsExactly(Phase.MOBILIZATION);
    }

    @Test
    @DisplayName("走访批次：建议分在前半段的周末，单位一个不漏；排错的逐项指出")
    void batches_are_planned() {
        var campaign = paths.mobilized(world);
        assertThat(campaigns.get(campaign.id()).phase()).isEqualTo(Phase.MOBILIZATION);
        paths.fire(campaign.id(), "timer_implementationStarts");
        assertThat(campaigns.get(campaign.id()).phase()).isEqualTo(Phase.IMPLEMENTATION);

        world.run(world.clerk(), () -> {
            var task = paths.task(campaign.id(), "userTask_planBatches");
            var proposed = batches.proposal(campaign.id());
            assertThat(proposed)
                    .hasSize(2)
                    .allSatisfy(batch -> assertThat(batch.date())
                            .isBetween(
                                    campaign.implementationStart(),
                                    campaign.acceptanceStart().minusDays(1)));
            assertThat(proposed.stream().flatMap(batch -> batch.unitIds().stream()))
                    .containsExactlyElementsOf(
                            world.departments().stream().map(Unit::id).toList());
            var early = new Batch(
                    "早",
                    campaign.implementationStart().minusDays(1),
                    proposed.getFirst().unitIds());
            assertThat(failing(() -> batches.planBatches(task, List.of(early))).fields())
                    .containsOnlyKeys("batches[0].date");
            assertThat(failing(() -> batches.planBatches(task, proposed.subList(0, 1)))
                            .code())
                    .isEqualTo("campaign.batch.unitsMissing");
            var twice = List.of(
                    proposed.get(0),
                    new Batch("又", proposed.get(1).date(), proposed.get(0).unitIds()));
            assertThat(failing(() -> batches.planBatches(task, twice)).fields()).containsOnlyKeys("batches[1].unitIds");
            batches.planBatches(task, proposed);
        });

        var timers = runtime.createExecutionQuery()
                .processInstanceId(instance(campaign.id()).getId())
                .activityId("timer_batchStarts")
                .list();
        assertThat(timers).hasSize(2);
        var picture = world.as(world.leadingGroup(), () -> campaigns.picture(campaign.id()))
                .orElseThrow();
        assertThat(picture.active()).contains("timer_batchStarts", "subProcess_batch", "subProcess_implementation");
        assertThat(picture.done()).contains("userTask_planBatches", "subProcess_mobilization");
        assertThat(picture.xml()).contains("BPMNDiagram");
    }

    @Test
    @DisplayName("谁能看：本单位和所在地方的人能看，别处的看不到")
    void only_those_concerned_see_it() {
        var campaign = paths.launch(world);
        var stranger = worlds.create();

        assertThat(world.as(world.townLeader(), () -> campaigns.page(null, 5)).lines())
                .extracting(Campaigns.Line::id)
                .containsExactly(campaign.id());
        assertThat(world.as(world.cadres().getLast(), () -> campaigns.view(campaign.id()))
                        .name())
                .isEqualTo(campaign.name());
        assertThat(failing(() -> stranger.as(stranger.clerk(), () -> campaigns.view(campaign.id())))
                        .code())
                .isEqualTo("forbidden");
        assertThat(stranger.as(stranger.townLeader(), () -> campaigns.page(null, 5))
                        .lines())
                .isEmpty();
    }

    @Test
    @DisplayName("联系干部看得到自己的户，单位负责人看得到本单位的户，别的干部看不到")
    void access_follows_contacts() {
        var campaign = paths.assigned(world);
        var contact = contacts.ofCampaign(campaign.id()).getFirst();
        var other = world.cadres().getLast();

        assertThat(contactAccess.isContact(contact.personId(), contact.householdId()))
                .isTrue();
        assertThat(contactAccess.isContact(other.id(), contact.householdId())).isFalse();
        assertThat(contactAccess.oversees(
                        world.unitLeader(world.departments().getFirst()).id(), contact.householdId()))
                .isTrue();
        assertThat(contactAccess.oversees(
                        world.unitLeader(world.departments().getLast()).id(), contact.householdId()))
                .isFalse();
        assertThat(contactAccess.oversees(world.inspector().id(), contact.householdId()))
                .isTrue();
        assertThat(contactAccess.reach(world.clerk().id()).areaCodes())
                .containsExactly(world.village().code());
        assertThat(world.as(other, () -> contacts.lines(campaign.id(), null)))
                .allMatch(line -> line.contact().personId().equals(other.id()));
        assertThat(world.as(world.clerk(), () -> contacts.lines(campaign.id(), null)))
                .hasSize(10);
    }

    @Test
    @DisplayName("分批走访：每户恰好一项走访任务，再运行一次也不多；进度看得见")
    void each_household_gets_exactly_one_visit() {
        var campaign = paths.visiting(world);

        assertThat(visits(campaign.id())).hasSize(10).doesNotHaveDuplicates();
        batches.startVisits(world.as(world.clerk(), () -> batches.progress(campaign.id()))
                .getFirst()
                .id());
        kickoff.runPending();

        assertThat(visits(campaign.id())).hasSize(10);
        var progress =
                world.as(world.clerk(), () -> batches.progress(campaign.id())).getFirst();
        assertThat(progress.started()).isEqualTo(10);
        assertThat(progress.households()).isEqualTo(10);
        assertThat(progress.pending()).isZero();
        assertThat(progress.failed()).isZero();
        assertThat(progress.due()).isEqualTo(campaign.acceptanceStart().minusDays(1));
        for (var cadre : world.cadres()) {
            var own = contacts.ofCampaign(campaign.id()).stream()
                    .filter(contact -> contact.personId().equals(cadre.id()))
                    .toList();
            assertThat(world.as(cadre, () -> workItems.page(WorkItems.Filter.ALL, null, 20)).items().stream()
                            .filter(item -> item.element().equals("userTask_visitHousehold"))
                            .map(WorkItem::householdId))
                    .containsExactlyInAnyOrderElementsOf(
                            own.stream().map(Contact::householdId).toList());
        }
    }

    @Test
    @DisplayName("实施中新登记的户：办公室补上联系干部，走访随批次启动，仍是每户一项")
    void a_household_registered_late_is_taken_in() {
        var campaign = paths.visiting(world);
        var late = households.add(new NewHousehold(
                world.groups().getFirst().code(),
                "098",
                "迟户",
                "",
                List.of(new MemberInput("迟户", Relation.HEAD, Sex.FEMALE, 1980)),
                Set.of()));
        var loads =
                world.as(world.clerk(), () -> balances.balance(campaign.id())).loads();
        var light = loads.stream()
                .filter(load -> load.households() < load.quota())
                .findFirst()
                .orElseThrow();

        world.run(world.clerk(), () -> batches.addHousehold(campaign.id(), late, light.personId()));
        kickoff.runPending();

        assertThat(visits(campaign.id())).hasSize(11).doesNotHaveDuplicates();
        assertThat(contacts.current(campaign.id(), late).orElseThrow().cardCode())
                .hasSize(10);
        assertThat(world.as(world.clerk(), () -> balances.coverage(campaign.id()))
                        .complete())
                .isTrue();
    }

    @Test
    @DisplayName("确认：两个单位负责人同时确认，都算数")
    void two_leaders_confirm_at_once() {
        var campaign = paths.assigned(world);
        world.run(
                world.clerk(), () -> assignments.finishAdjusting(paths.task(campaign.id(), "userTask_adjustContacts")));

        CompletableFuture.allOf(world.departments().stream()
                        .map(unit -> CompletableFuture.runAsync(() -> world.run(
                                world.unitLeader(unit),
                                () -> assignments.confirmUnit(paths.task(campaign.id(), "userTask_confirmContacts")))))
                        .toArray(CompletableFuture[]::new))
                .join();

        BpmnAwareTests.assertThat(instance(campaign.id())).isWaitingAt("timer_implementationStarts");
    }

    @Test
    @DisplayName("调整：定额都用满时可以两户对换")
    void two_households_are_exchanged() {
        var campaign = paths.assigned(world);
        var all = contacts.ofCampaign(campaign.id());
        var one = all.getFirst();
        var other = all.getLast();

        world.run(
                world.clerk(),
                () -> assignments.exchange(paths.task(campaign.id(), "userTask_adjustContacts"), one.id(), other.id()));

        assertThat(contacts.get(one.id()).personId()).isEqualTo(other.personId());
        assertThat(contacts.get(other.id()).personId()).isEqualTo(one.personId());
    }

    @Test
    @DisplayName("提前结束走访：有户没建档不行，批次没开始不行，户户建档后进入总结验收")
    void coverage_ends_implementation_early() {
        var campaign = paths.mobilized(world);
        paths.fire(campaign.id(), "timer_implementationStarts");
        paths.planOneBatch(world, campaign.id());
        assertThat(closeEarly(campaign.id()).code()).isEqualTo("campaign.coverage.filesMissing");
        paths.fire(campaign.id(), "timer_batchStarts");
        kickoff.runPending();
        assertThat(failing(() -> world.run(
                                world.leadingGroup(), () -> acceptance.closeImplementationEarly(campaign.id())))
                        .code())
                .isEqualTo("forbidden");
        completeFiles(campaign.id(), 10);

        world.run(world.clerk(), () -> acceptance.closeImplementationEarly(campaign.id()));

        assertThat(campaigns.get(campaign.id()).phase()).isEqualTo(Phase.ACCEPTANCE);
        assertThat(closeEarly(campaign.id()).code()).isEqualTo("campaign.coverage.notWaiting");
        BpmnAwareTests.assertThat(instance(campaign.id()))
                .hasPassed("message_coverageCompleted")
                .hasNotPassed("timer_implementationEnds");
    }

    @Test
    @DisplayName("验收通过：活动归档只读，未完的走访停止，联系干部不再看得到户")
    void accepted_campaign_is_archived() {
        var campaign = paths.visiting(world);
        var contact = contacts.ofCampaign(campaign.id()).getFirst();
        paths.reported(world, campaign.id(), world.departments());
        BpmnAwareTests.assertThat(instance(campaign.id())).hasPassed("timer_implementationEnds");
        var instance = instance(campaign.id());

        world.run(world.leadingGroup(), () -> acceptance.accept(paths.task(campaign.id(), "userTask_acceptCampaign")));

        BpmnAwareTests.assertThat(instance).isEnded().hasPassed("endEvent_archived");
        assertThat(campaigns.get(campaign.id()).phase()).isEqualTo(Phase.ARCHIVED);
        assertThat(visits(campaign.id())).isEmpty();
        assertThat(contactAccess.isContact(contact.personId(), contact.householdId()))
                .isFalse();
        for (var command : archivedCommands(campaign.id(), contact)) {
            assertThat(failing(command).code()).isEqualTo("campaign.archived");
        }
        var picture =
                world.as(world.clerk(), () -> campaigns.picture(campaign.id())).orElseThrow();
        assertThat(picture.active()).isEmpty();
        assertThat(picture.done()).contains("endEvent_archived");
    }

    private List<ThrowingCallable> archivedCommands(UUID campaignId, Contact contact) {
        return List.of(
                () -> world.run(world.clerk(), () -> acceptance.closeImplementationEarly(campaignId)),
                () -> world.run(
                        world.clerk(),
                        () -> batches.retry(
                                batches.progress(campaignId).getFirst().id())),
                () -> batches.startVisits(world.as(world.clerk(), () -> batches.progress(campaignId))
                        .getFirst()
                        .id()),
                () -> assignments.assign(campaignId),
                () -> contacts.issueCards(campaignId),
                () -> campaigns.enterPhase(campaignId, Phase.MOBILIZATION),
                () -> acceptance.archive(campaignId),
                () -> world.run(
                        world.unitLeader(world.departments().getFirst()),
                        () -> handovers.requestHandover(campaignId, contact.personId(), List.of(), "调动")));
    }

    @Test
    @DisplayName("以月促年：验收时转为常态活动，本期定格留存，联系不变，下一期到日子重新走访")
    void accepted_campaign_goes_on_as_a_standing_one() {
        var campaign = paths.visiting(world);
        completeFiles(campaign.id(), 4);
        var before = contacts.ofCampaign(campaign.id());
        paths.reported(world, campaign.id(), world.departments());

        world.run(world.leadingGroup(), () -> {
            var task = paths.task(campaign.id(), "userTask_acceptCampaign");
            assertThat(failing(() -> acceptance.acceptAndStand(task, Every.CAMPAIGN))
                            .fields())
                    .containsOnlyKeys("period");
            acceptance.acceptAndStand(task, Every.MONTH);
        });

        var next = campaigns.get(campaign.id());
        assertThat(next.period()).isEqualTo(2);
        assertThat(next.standing()).isEqualTo(Every.MONTH);
        assertThat(next.implementationStart()).isEqualTo(campaign.end().plusDays(1));
        assertThat(next.periodStart()).isEqualTo(next.implementationStart());
        assertThat(next.end()).isEqualTo(campaign.end().plusMonths(1));
        assertThat(next.mobilizationStart()).isEqualTo(campaign.mobilizationStart());
        assertThat(contacts.ofCampaign(campaign.id())).isEqualTo(before);
        assertThat(visits(campaign.id())).isEmpty();
        assertThat(world.as(world.clerk(), () -> periods.closed(campaign.id())))
                .extracting(Periods.Closed::number, Periods.Closed::start, Periods.Closed::end)
                .containsExactly(tuple(1, campaign.implementationStart(), campaign.end()));
        world.run(world.leadingGroup(), () -> {
            assertThat(assessments.of(campaign.id())).isEmpty();
            assertThat(assessments.of(campaign.id(), 1))
                    .filteredOn(
                            result -> result.unitId() == null && result.item().equals("filesComplete"))
                    .extracting(AssessmentResult::numerator, AssessmentResult::denominator)
                    .containsExactly(tuple(4, 10));
            assertThat(reports.pdf(campaign.id(), 1)).isNotEmpty();
            assertThat(failing(() -> reports.pdf(campaign.id(), 2)).code()).isEqualTo("report.notFiled");
        });
        BpmnAwareTests.assertThat(instance(campaign.id())).isWaitingAt("timer_implementationStarts");

        paths.fire(campaign.id(), "timer_implementationStarts");
        assertThat(campaigns.get(campaign.id()).phase()).isEqualTo(Phase.IMPLEMENTATION);
        paths.planOneBatch(world, campaign.id());
        paths.fire(campaign.id(), "timer_batchStarts");
        kickoff.runPending();
        assertThat(visits(campaign.id())).hasSize(10).doesNotHaveDuplicates();
        assertThat(world.as(world.clerk(), () -> acceptance.withoutFile(campaign.id())))
                .hasSize(10);

        paths.reported(world, campaign.id(), world.departments());
        var instance = instance(campaign.id());
        world.run(
                world.leadingGroup(),
                () -> acceptance.acceptAndEnd(paths.task(campaign.id(), "userTask_acceptCampaign")));
        BpmnAwareTests.assertThat(instance).isEnded().hasPassed("endEvent_archived");
        assertThat(campaigns.get(campaign.id()).phase()).isEqualTo(Phase.ARCHIVED);
        world.run(world.leadingGroup(), () -> {
            assertThat(assessments.of(campaign.id(), 2))
                    .filteredOn(
                            result -> result.unitId() == null && result.item().equals("filesComplete"))
                    .extracting(AssessmentResult::numerator, AssessmentResult::denominator)
                    .containsExactly(tuple(0, 10));
            assertThat(assessments.of(campaign.id(), 1)).isNotEmpty();
        });
    }

    @Test
    @DisplayName("常态活动：补访后验收，下一期仍是全部单位；过期才验收的，已经过完的一期跳过")
    void a_standing_campaign_takes_all_units_into_the_next_period() {
        var campaign = paths.visiting(world);
        completeFiles(campaign.id(), 9);
        paths.reported(world, campaign.id(), world.departments());
        var unit = world.as(world.clerk(), () -> acceptance.withoutFile(campaign.id()))
                .getFirst()
                .contact()
                .unitId();
        world.run(
                world.leadingGroup(),
                () -> acceptance.orderRemedial(
                        paths.task(campaign.id(), "userTask_acceptCampaign"),
                        clock.today().plusDays(5),
                        List.of(),
                        "一户没有走到"));
        kickoff.runPending();
        paths.reported(
                world,
                campaign.id(),
                world.departments().stream()
                        .filter(one -> one.id().equals(unit))
                        .toList());
        jdbc.sql("""
                update campaign set mobilization_start = mobilization_start - 500,
                  implementation_start = implementation_start - 500, acceptance_start = acceptance_start - 500,
                  ends_on = ends_on - 500 where id = ?
                """).param(campaign.id()).update();
        var ended = campaigns.get(campaign.id()).end();

        world.run(
                world.leadingGroup(),
                () -> acceptance.acceptAndStand(paths.task(campaign.id(), "userTask_acceptCampaign"), Every.YEAR));

        var next = campaigns.get(campaign.id());
        assertThat(next.implementationStart()).isEqualTo(ended.plusDays(1).plusYears(1));
        assertThat(next.end()).isAfterOrEqualTo(clock.today());
        paths.fire(campaign.id(), "timer_implementationStarts");
        paths.planOneBatch(world, campaign.id());
        paths.fire(campaign.id(), "timer_batchStarts");
        kickoff.runPending();
        assertThat(visits(campaign.id())).hasSize(10);
        paths.reported(world, campaign.id(), world.departments());
        world.run(world.leadingGroup(), () -> acceptance.accept(paths.task(campaign.id(), "userTask_acceptCampaign")));
        assertThat(campaigns.get(campaign.id()).period()).isEqualTo(3);
    }

    @Test
    @DisplayName("验收不通过：限期补访退回组织实施，只对有关单位，未走到的改期、已建档的重开")
    void remedial_visits_go_back_to_implementation() {
        var campaign = paths.visiting(world);
        completeFiles(campaign.id(), 9);
        var missing = world.as(world.clerk(), () -> acceptance.withoutFile(campaign.id()));
        assertThat(missing).hasSize(1);
        var unit = missing.getFirst().contact().unitId();
        paths.reported(world, campaign.id(), world.departments());
        var deadline = clock.today().plusDays(20);

        world.run(world.leadingGroup(), () -> {
            var task = paths.task(campaign.id(), "userTask_acceptCampaign");
            assertThat(failing(() -> acceptance.orderRemedial(task, clock.today(), List.of(), " "))
                            .fields())
                    .containsOnlyKeys("deadline", "reason");
            acceptance.orderRemedial(task, deadline, List.of(), "一户没有走到");
        });
        kickoff.runPending();

        var extended = campaigns.get(campaign.id());
        assertThat(extended.phase()).isEqualTo(Phase.IMPLEMENTATION);
        assertThat(extended.acceptanceStart()).isEqualTo(deadline.plusDays(1));
        assertThat(extended.end()).isEqualTo(deadline.plusDays(11));
        assertThat(visits(campaign.id())).hasSize(10).doesNotHaveDuplicates();
        assertThat(world.as(world.clerk(), () -> acceptance.orders(campaign.id())))
                .extracting(Acceptance.RemedialOrder::households)
                .containsExactly(1);
        var progress = world.as(world.clerk(), () -> batches.progress(campaign.id()));
        assertThat(progress)
                .filteredOn(Batches.Progress::remedial)
                .extracting(Batches.Progress::started, Batches.Progress::due)
                .containsExactly(tuple(1, deadline));
        assertThat(workItems.waitingFor(missing.getFirst().contact().id()))
                .extracting(item -> item.due().atZone(AppClock.ZONE).toLocalDate())
                .containsExactly(deadline);

        paths.reported(
                world,
                campaign.id(),
                world.departments().stream()
                        .filter(one -> one.id().equals(unit))
                        .toList());
        assertWaiting(campaign.id(), "userTask_acceptCampaign");
    }

    @Test
    @DisplayName("验收到期未完成：提醒办公室，不中断")
    void acceptance_overdue_reminds() {
        var campaign = paths.visiting(world);
        paths.fire(campaign.id(), "timer_implementationEnds");

        paths.fire(campaign.id(), "timer_acceptanceOverdue");

        assertThat(world.as(world.clerk(), () -> campaigns.reminders(campaign.id())))
                .extracting(Campaigns.Reminder::phase)
                .containsExactly(Phase.ACCEPTANCE);
        BpmnAwareTests.assertThat(instance(campaign.id())).isActive();
    }

    private UserError closeEarly(UUID campaignId) {
        return failing(() -> world.run(world.clerk(), () -> acceptance.closeImplementationEarly(campaignId)));
    }

    /** As if the sheets of so many households were complete; how they come to be is tested with the visits. */
    private void completeFiles(UUID campaignId, int count) {
        jdbc.sql("""
                update household_file set state = 'COMPLETE', completed_on = current_date where id in
                  (select id from household_file where campaign_id = ? order by contact_id limit ?)
                """).params(campaignId, count).update();
    }

    /** Business keys of the running visits, each with its one open task. */
    private List<String> visits(UUID campaignId) {
        var running = runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("household-visit")
                .variableValueEquals("campaignId", campaignId.toString())
                .list()
                .stream()
                .map(ProcessInstance::getBusinessKey)
                .toList();
        running.forEach(contact ->
                assertThat(workItems.waitingFor(UUID.fromString(contact))).hasSize(1));
        return running;
    }

    private ProcessInstance instance(UUID campaignId) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(campaignId.toString(), CampaignProcess.ID)
                .singleResult();
    }

    private List<WorkItem> waiting(UUID campaignId) {
        return workItems.waitingFor(campaignId);
    }

    private void assertWaiting(UUID campaignId, String element) {
        assertThat(waiting(campaignId)).extracting(WorkItem::element).containsExactly(element);
        BpmnAwareTests.assertThat(instance(campaignId)).isWaitingAt(element);
    }

    private static UserError failing(ThrowingCallable action) {
        var error = catchThrowableOfType(UserError.class, action);
        assertThat(error).isNotNull();
        return error;
    }
}
