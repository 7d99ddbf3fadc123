package cn.minqing.process.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.SmallCampaigns;
import cn.minqing.SmallWorld;
import cn.minqing.SmallWorlds;
import cn.minqing.campaign.CampaignView;
import cn.minqing.organization.Person;
import cn.minqing.organization.Role;
import cn.minqing.organization.Unit;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.project.FundSource;
import cn.minqing.project.ProjectState;
import cn.minqing.project.Projects;
import cn.minqing.supervision.Reminders;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@DisplayName("项目落实")
class ProjectProcessTest {
    @Autowired
    SmallWorlds worlds;

    @Autowired
    SmallCampaigns campaigns;

    @Autowired
    Projects projects;

    @Autowired
    Reminders reminders;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    AppClock clock;

    private SmallWorld world;
    private CampaignView campaign;
    private Unit unit;
    private Person leader;

    @BeforeEach
    void campaign() {
        world = worlds.create();
        campaign = campaigns.assigned(world);
        unit = world.departments().getFirst();
        leader = world.unitLeader(unit);
    }

    @Test
    @DisplayName("提出、立项、资金分来源到位、办成验收；件数和资金随时可查")
    void from_the_proposal_to_the_end() {
        var id = propose(leader);
        decide(id, true);
        world.run(leader, () -> projects.arrived(id, FundSource.FINANCE, new BigDecimal("30000")));
        world.run(leader, () -> projects.arrived(id, FundSource.FINANCE, new BigDecimal("50000")));
        world.run(world.clerk(), () -> projects.arrived(id, FundSource.DONATION, new BigDecimal("2000")));
        report(id);
        check(id, true, "");
        assertThat(running(id)).isFalse();
        var view = world.as(leader, () -> projects.get(id));
        assertThat(view.state()).isEqualTo(ProjectState.DONE);
        assertThat(view.planned()).isEqualByComparingTo("80000");
        assertThat(view.arrived()).isEqualByComparingTo("52000");
        assertThat(projects.counts(campaign.id())).satisfies(counts -> {
            assertThat(counts.proposed()).isEqualTo(1);
            assertThat(counts.done()).isEqualTo(1);
            assertThat(counts.planned()).isEqualByComparingTo("80000");
            assertThat(counts.arrived()).isEqualByComparingTo("52000");
        });
        assertThat(world.as(leader, () -> projects.page(null, 10).projects()))
                .extracting(one -> one.id())
                .containsExactly(id);
    }

    @Test
    @DisplayName("不同意立项要写原因，到此为止，资金不计")
    void refused() {
        var id = propose(leader);
        assertThatThrownBy(() -> world.run(
                        world.leadingGroup(), () -> projects.decide(campaigns.task(id, Projects.APPROVE), false, " ")))
                .hasMessageContaining("form.invalid");
        decide(id, false);
        assertThat(running(id)).isFalse();
        assertThat(world.as(leader, () -> projects.get(id)).reason()).isEqualTo("今年没有安排");
        assertThat(projects.counts(campaign.id()).planned()).isEqualByComparingTo("0");
    }

    @Test
    @DisplayName("验收没有办成，继续落实；逾期提醒责任单位一次")
    void not_done_yet() {
        var before = clock.now();
        try {
            var id = propose(leader);
            decide(id, true);
            fire(id);
            assertThat(world.as(leader, () -> reminders.mine(10)))
                    .extracting(Reminders.Reminder::subjectId)
                    .containsExactly(id);
            report(id);
            check(id, false, "只修了一半");
            assertThat(world.as(leader, () -> projects.get(id)).state()).isEqualTo(ProjectState.RUNNING);
            report(id);
            check(id, true, "");
            assertThat(running(id)).isFalse();
        } finally {
            clock.set(before);
        }
    }

    @Test
    @DisplayName("不能批自己提的、验收自己报的；普通干部不能提，金额和日期要对；重复点击只提一次")
    void rights_and_faults() {
        world.people().grant(leader.id(), Role.LEADING_GROUP, world.office().id());
        world.people().grant(leader.id(), Role.CAMPAIGN_OFFICE, world.office().id());
        var id = propose(leader);
        assertThatThrownBy(() ->
                        world.run(leader, () -> projects.decide(campaigns.task(id, Projects.APPROVE), true, "")))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("project.own"));
        decide(id, true);
        report(id);
        assertThatThrownBy(() -> world.run(leader, () -> projects.check(campaigns.task(id, Projects.CHECK), true, "")))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("project.own"));
        assertThatThrownBy(() -> propose(world.cadres().get(1))).hasMessageContaining("forbidden");
        assertThatThrownBy(() -> world.as(
                        leader,
                        () -> projects.propose(new Projects.Proposal(
                                Ids.next(),
                                campaign.id(),
                                unit.id(),
                                world.village().id(),
                                "",
                                "",
                                Projects.Origin.ISSUE,
                                "没有的编号",
                                clock.today().minusDays(1),
                                Map.of(FundSource.FINANCE, new BigDecimal("-1"))))))
                .isInstanceOfSatisfying(
                        UserError.class,
                        error -> assertThat(error.fields())
                                .containsOnlyKeys("name", "content", "due", "funds", "issue"));
        var proposal = proposal();
        world.as(leader, () -> projects.propose(proposal));
        world.as(leader, () -> projects.propose(proposal));
        assertThat(projects.counts(campaign.id()).proposed()).isEqualTo(2);
    }

    private Projects.Proposal proposal() {
        return new Projects.Proposal(
                Ids.next(),
                campaign.id(),
                unit.id(),
                world.village().id(),
                "三组通组路",
                "硬化三组道路 1.2 公里。",
                Projects.Origin.VISIT,
                "",
                clock.today().plusDays(30),
                Map.of(FundSource.FINANCE, new BigDecimal("60000"), FundSource.VILLAGE, new BigDecimal("20000")));
    }

    private UUID propose(Person person) {
        return world.as(person, () -> projects.propose(proposal()));
    }

    private void decide(UUID id, boolean approved) {
        world.run(
                world.leadingGroup(),
                () -> projects.decide(campaigns.task(id, Projects.APPROVE), approved, approved ? "" : "今年没有安排"));
    }

    private void report(UUID id) {
        world.run(leader, () -> projects.report(campaigns.task(id, Projects.IMPLEMENT), "路修好了。"));
    }

    private void check(UUID id, boolean done, String reason) {
        world.run(world.clerk(), () -> projects.check(campaigns.task(id, Projects.CHECK), done, reason));
    }

    private boolean running(UUID id) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(id.toString())
                        .count()
                > 0;
    }

    private void fire(UUID id) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .singleResult();
        var job = management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId("timer_projectOverdue")
                .singleResult();
        clock.set(job.getDuedate().toInstant().plus(Duration.ofSeconds(1)));
        management.executeJob(job.getId());
    }
}
