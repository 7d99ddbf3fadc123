package cn.minqing.process.disciplinebreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import cn.minqing.ProductTest;
import cn.minqing.SmallCampaigns;
import cn.minqing.SmallWorld;
import cn.minqing.SmallWorlds;
import cn.minqing.assessment.AssessmentResult;
import cn.minqing.assessment.Assessments;
import cn.minqing.assessment.Breach;
import cn.minqing.assessment.BreachLimits;
import cn.minqing.assessment.Breaches;
import cn.minqing.assessment.Breaches.NewBreach;
import cn.minqing.campaign.CampaignTemplates;
import cn.minqing.campaign.CampaignView;
import cn.minqing.organization.Role;
import cn.minqing.organization.Unit;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.platform.Workdays;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.tasklist.WorkItems;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@DisplayName("违反纪律查处")
class DisciplineBreachProcessTest {
    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    SmallWorlds worlds;

    @Autowired
    SmallCampaigns paths;

    @Autowired
    Breaches breaches;

    @Autowired
    Assessments assessments;

    @Autowired
    BreachLimits limits;

    @Autowired
    CampaignTemplates templates;

    @Autowired
    WorkItems workItems;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AppClock clock;

    @Autowired
    Workdays workdays;

    private SmallWorld world;
    private CampaignView campaign;
    private Unit unit;

    /** A campaign with the discipline of S3, in which one breach keeps a unit from the best grade. */
    @BeforeEach
    void world() {
        init(engine);
        world = worlds.create();
        campaign = paths.launchAs(world, "s3-yunnan");
        unit = world.departments().getFirst();
        var contact = Ids.next();
        jdbc.sql("""
                insert into contact (id, campaign_id, household_id, person_id, unit_id, from_date)
                values (?, ?, ?, ?, ?, ?)
                """)
                .params(
                        contact,
                        campaign.id(),
                        world.households().getFirst(),
                        world.cadres().getFirst().id(),
                        unit.id(),
                        clock.today())
                .update();
    }

    @Test
    @DisplayName("申辩和认定的时限按方案取自决策表")
    void limits_come_from_the_table() {
        assertThat(limits.of("s8-kaifaqu")).isEqualTo(new BreachLimits.Limit(3, 3));
        assertThat(limits.of("s3-yunnan")).isEqualTo(new BreachLimits.Limit(5, 5));

        var id = record(Ids.next());

        assertThat(world.as(world.leadingGroup(), () -> breaches.get(id)).answerDue())
                .isEqualTo(workdays.plus(clock.today(), 5));
    }

    @Test
    @DisplayName("查实的一票否决：单位申辩，领导小组认定属实，综合等次不得评为好，背后查得到")
    void a_proved_breach_keeps_a_unit_from_the_best_grade() {
        var id = record(Ids.next());
        assertThat(instance(id)).isWaitingAt("userTask_answerBreach");
        world.run(world.unitLeader(unit), () -> breaches.answer(paths.task(id, Breaches.ANSWER), "当天是村里留饭，已退还餐费"));
        assertThat(instance(id)).isWaitingAt("userTask_decideBreach");
        var process = instance(id);
        world.run(world.leadingGroup(), () -> {
            var task = paths.task(id, Breaches.DECIDE);
            assertThat(failing(() -> breaches.decide(task, true, " ")).fields()).containsOnlyKeys("decision");
            breaches.decide(task, true, "收受土特产属实");
        });
        assertThat(process).isEnded();

        assessments.compute(campaign.id());

        world.run(world.leadingGroup(), () -> {
            var results = assessments.of(campaign.id());
            assertThat(results)
                    .filteredOn(result ->
                            unit.id().equals(result.unitId()) && result.item().equals("overall"))
                    .singleElement()
                    .satisfies(result -> {
                        assertThat(result.grade()).isNotEqualTo("good");
                        assertThat(result.reason()).contains("查实违反纪律");
                        assertThat(result.against()).isEqualTo(1);
                    });
            assertThat(results)
                    .filteredOn(result ->
                            unit.id().equals(result.unitId()) && result.item().equals("discipline"))
                    .extracting(AssessmentResult::numerator, AssessmentResult::grade)
                    .containsExactly(org.assertj.core.api.Assertions.tuple(1, "poor"));
            assertThat(assessments.recordsBehind(campaign.id(), "overall", unit.id()))
                    .extracting(Assessments.Behind::subjectId)
                    .containsExactly(id);
            assertThat(breaches.get(id).objection()).contains("退还餐费");
        });
    }

    @Test
    @DisplayName("到期没有申辩的照样认定；不属实的不计入考评")
    void silence_goes_on_and_a_dismissed_breach_does_not_count() {
        var id = record(Ids.next());
        var timer = jobs.createJobQuery()
                .processInstanceId(instance(id).getId())
                .activityId("timer_unitSilent")
                .singleResult();
        jobs.executeJob(timer.getId());
        assertThat(instance(id)).hasPassed("serviceTask_recordUnitSilent").isWaitingAt("userTask_decideBreach");
        world.run(world.leadingGroup(), () -> breaches.decide(paths.task(id, Breaches.DECIDE), false, "核实是误会"));

        assessments.compute(campaign.id());

        world.run(world.leadingGroup(), () -> {
            assertThat(breaches.get(id).state()).isEqualTo(Breach.State.DISMISSED);
            assertThat(assessments.of(campaign.id()))
                    .filteredOn(
                            result -> result.unitId() == null && result.item().equals("discipline"))
                    .extracting(AssessmentResult::numerator, AssessmentResult::grade)
                    .containsExactly(org.assertj.core.api.Assertions.tuple(0, "good"));
        });
    }

    @Test
    @DisplayName("登记只有督查组能办，逐项检查，重复提交只记一次；登记人不能自己认定，别的单位看不到")
    void a_breach_is_recorded_once_by_an_inspector() {
        var wrong = new NewBreach(Ids.next(), Ids.next(), "没有这一条", clock.today().plusDays(1), " ");
        world.run(
                world.inspector(),
                () -> assertThat(failing(() -> breaches.record(campaign.id(), wrong))
                                .fields())
                        .containsOnlyKeys("unitId", "line", "happenedOn", "basis"));
        assertThat(failing(() -> world.run(world.clerk(), () -> breaches.record(campaign.id(), wrong)))
                        .code())
                .isEqualTo("forbidden");
        var key = Ids.next();
        var id = record(key);
        assertThat(record(key)).isEqualTo(id);
        assertThat(world.as(world.inspector(), () -> breaches.ofCampaign(campaign.id())))
                .hasSize(1);
        assertThat(world.as(world.unitLeader(world.departments().getLast()), () -> breaches.ofCampaign(campaign.id())))
                .isEmpty();

        world.run(world.unitLeader(unit), () -> breaches.answer(paths.task(id, Breaches.ANSWER), ""));
        world.people()
                .grant(
                        world.inspector().id(),
                        Role.LEADING_GROUP,
                        world.office().id());
        world.run(world.inspector(), () -> {
            var task =
                    workItems.about(id).stream().map(WorkItem::id).findFirst().orElseThrow();
            assertThat(failing(() -> breaches.decide(task, true, "属实")).code()).isEqualTo("breach.own");
        });
    }

    private UUID record(UUID key) {
        var line =
                templates.find("s3-yunnan").orElseThrow().discipline().lines().getFirst();
        return world.as(
                world.inspector(),
                () -> breaches.record(
                        campaign.id(), new NewBreach(key, unit.id(), line, clock.today(), "村民反映，督查组到村核实")));
    }

    private ProcessInstance instance(UUID id) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString(), DisciplineBreachProcess.ID)
                .singleResult();
    }

    private static UserError failing(ThrowingCallable action) {
        var error = catchThrowableOfType(UserError.class, action);
        assertThat(error).isNotNull();
        return error;
    }
}
