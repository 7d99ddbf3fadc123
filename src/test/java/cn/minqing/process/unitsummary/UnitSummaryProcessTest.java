package cn.minqing.process.unitsummary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import cn.minqing.ProductTest;
import cn.minqing.assessment.Summaries;
import cn.minqing.assessment.SummaryState;
import cn.minqing.assessment.SummaryTexts;
import cn.minqing.organization.Person;
import cn.minqing.organization.Role;
import cn.minqing.organization.Unit;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.tasklist.WorkItems;
import cn.minqing.ui.shell.Dates;
import cn.minqing.visit.VisitWorld;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
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
@DisplayName("单位总结")
class UnitSummaryProcessTest {
    private static final SummaryTexts TEXTS = new SummaryTexts("周末分三批进村。", "两户加入了核桃合作社。", "一户长年在外。", "春耕前再走一遍。");

    @Autowired
    VisitWorld.Tools tools;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Summaries summaries;

    @Autowired
    WorkItems workItems;

    @Autowired
    JdbcClient jdbc;

    private VisitWorld world;
    private Unit unit;
    private Person leader;
    private Person clerk;

    @BeforeEach
    void world() {
        init(engine);
        world = tools.create();
        unit = world.people.departments().getFirst();
        leader = world.people.unitLeader(unit);
        clerk = world.people.clerk();
    }

    @Test
    @DisplayName("总结到期：数据和初稿由系统带出，单位负责人撰写")
    void the_draft_is_prefilled_from_the_data() {
        var visited = world.visiting(false);
        world.contact(world.cadre, false);
        world.submit(visited, world.complete());

        var instance = start();

        BpmnAwareTests.assertThat(instance)
                .isWaitingAt("userTask_writeSummary")
                .hasPassed("serviceTask_prefillSummary");
        var summary = world.people.as(leader, () -> summaries.get(summaryId()));
        assertThat(summary.state()).isEqualTo(SummaryState.DRAFT);
        assertThat(summary.figures().households()).isEqualTo(2);
        assertThat(summary.figures().filesComplete()).isEqualTo(1);
        assertThat(summary.texts().practice()).contains("第1科").contains("联系2户");
        assertThat(summary.texts().outcome()).contains("已走访1户，走访率50%").contains("建成帮扶档案1户");
        assertThat(summary.texts().problems()).contains("还有1户没有走到");
        var item = item(leader);
        assertThat(item.subject()).isEqualTo("第1科");
        assertThat(item.place()).isEqualTo(world.campaign.name());
        assertThat(Dates.dayOf(item.due())).isEqualTo(summary.due());
    }

    @Test
    @DisplayName("报送后由活动办公室审核，审核通过，总结完成")
    void the_office_approves() {
        var instance = start();
        submit();
        BpmnAwareTests.assertThat(instance).isWaitingAt("userTask_reviewSummary");

        world.people.run(clerk, () -> summaries.approve(item(clerk).id()));

        BpmnAwareTests.assertThat(instance)
                .isEnded()
                .hasPassed("gateway_isSummaryApproved", "endEvent_summaryApproved");
        var summary = world.people.as(clerk, () -> summaries.ofCampaign(world.campaign.id()));
        assertThat(summary).hasSize(1);
        assertThat(summary.getFirst().state()).isEqualTo(SummaryState.APPROVED);
        assertThat(summary.getFirst().texts()).isEqualTo(TEXTS);
        assertThat(summary.getFirst().writer()).isEqualTo(leader.name());
    }

    @Test
    @DisplayName("审核不通过，写明原因退回；修改后重新报送，审核通过")
    void the_office_returns_it_with_a_reason() {
        var instance = start();
        submit();
        assertThatThrownBy(() -> world.people.run(
                        clerk, () -> summaries.sendBack(item(clerk).id(), " ")))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.fields()).containsOnlyKeys("reason"));

        world.people.run(clerk, () -> summaries.sendBack(item(clerk).id(), "问题部分没有写到人"));

        BpmnAwareTests.assertThat(instance).isWaitingAt("userTask_writeSummary");
        var returned = world.people.as(leader, () -> summaries.get(summaryId()));
        assertThat(returned.state()).isEqualTo(SummaryState.RETURNED);
        assertThat(returned.returnedReason()).isEqualTo("问题部分没有写到人");
        assertThat(returned.texts()).isEqualTo(TEXTS);
        submit();
        world.people.run(clerk, () -> summaries.approve(item(clerk).id()));
        BpmnAwareTests.assertThat(instance).isEnded();
    }

    @Test
    @DisplayName("报送时数据定格，之后的走访不改变已报送的总结")
    void figures_are_frozen_when_handed_in() {
        var contact = world.visiting(false);
        var instance = start();
        submit();

        world.submit(contact, world.complete());

        var summary = world.people.as(clerk, () -> summaries.get(summaryId()));
        assertThat(summary.figures().households()).isEqualTo(1);
        assertThat(summary.figures().visited()).isZero();
    }

    @Test
    @DisplayName("四个部分有空的不能报送，已写的草稿还在")
    void nothing_is_lost_when_a_part_is_missing() {
        var instance = start();
        var item = item(leader);
        var half = new SummaryTexts("写了一半", "", "", "");

        world.people.run(leader, () -> summaries.saveDraft(item.id(), half));
        assertThatThrownBy(() -> world.people.run(leader, () -> summaries.submit(item.id(), half)))
                .isInstanceOfSatisfying(
                        UserError.class,
                        error -> assertThat(error.fields()).containsOnlyKeys("outcome", "problems", "nextSteps"));

        BpmnAwareTests.assertThat(instance).isWaitingAt("userTask_writeSummary");
        assertThat(world.people.as(leader, () -> summaries.get(summaryId())).texts())
                .isEqualTo(half);
    }

    @Test
    @DisplayName("撰写人兼任活动办公室人员时，也不能审核自己的总结")
    void nobody_reviews_the_own_summary() {
        world.people
                .people()
                .grant(leader.id(), Role.CAMPAIGN_OFFICE, world.people.office().id());
        var instance = start();
        submit();

        assertThatThrownBy(() -> world.people.run(
                        leader, () -> summaries.approve(item(leader).id())))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("summary.ownReview"));

        BpmnAwareTests.assertThat(instance).isWaitingAt("userTask_reviewSummary");
    }

    @Test
    @DisplayName("别的单位的负责人、联系干部看不到也报不了本单位的总结")
    void other_units_see_nothing() {
        var instance = start();
        var item = item(leader);
        var other = world.people.unitLeader(world.people.departments().getLast());

        for (var stranger : new Person[] {other, world.cadre, world.people.townLeader()}) {
            assertThatThrownBy(() -> world.people.as(stranger, () -> summaries.get(summaryId())))
                    .hasMessageContaining("forbidden");
            assertThatThrownBy(() -> world.people.run(stranger, () -> summaries.submit(item.id(), TEXTS)))
                    .hasMessageContaining("forbidden");
        }
        assertThat(world.people.as(other, () -> summaries.ofCampaign(world.campaign.id())))
                .isEmpty();
    }

    @Test
    @DisplayName("两人同时报送，后一个被告知已经办过")
    void the_second_of_two_is_told() {
        var instance = start();
        var item = item(leader);
        submit();

        assertThatThrownBy(() -> world.people.run(leader, () -> summaries.submit(item.id(), TEXTS)))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("task.done"));
    }

    @Test
    @DisplayName("补访后再次总结，沿用上次的文字，不另起一份")
    void a_remedial_round_opens_the_same_summary_again() {
        start();
        submit();
        world.people.run(clerk, () -> summaries.approve(item(clerk).id()));
        var first = summaryId();

        start();

        assertThat(summaryId()).isEqualTo(first);
        var summary = world.people.as(leader, () -> summaries.get(first));
        assertThat(summary.round()).isEqualTo(2);
        assertThat(summary.state()).isEqualTo(SummaryState.DRAFT);
        assertThat(summary.texts()).isEqualTo(TEXTS);
    }

    private ProcessInstance start() {
        var variables = new HashMap<String, Object>(Map.of(
                UnitSummaryProcess.CAMPAIGN_ID, world.campaign.id().toString(),
                UnitSummaryProcess.UNIT_ID, unit.id().toString()));
        return runtime.startProcessInstanceByKey(
                UnitSummaryProcess.ID, world.campaign.id().toString(), variables);
    }

    private UUID summaryId() {
        return jdbc.sql("select id from unit_summary where campaign_id = ? and unit_id = ?")
                .params(world.campaign.id(), unit.id())
                .query(UUID.class)
                .single();
    }

    private WorkItem item(Person person) {
        return world.people.as(person, () -> workItems.about(summaryId())).getFirst();
    }

    private void submit() {
        world.people.run(leader, () -> summaries.submit(item(leader).id(), TEXTS));
    }
}
