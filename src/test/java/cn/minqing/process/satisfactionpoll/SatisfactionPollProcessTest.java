package cn.minqing.process.satisfactionpoll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import cn.minqing.ProductTest;
import cn.minqing.SmallCampaigns;
import cn.minqing.SmallWorld;
import cn.minqing.SmallWorlds;
import cn.minqing.assessment.AssessmentResult;
import cn.minqing.assessment.Assessments;
import cn.minqing.assessment.PollLine;
import cn.minqing.assessment.PollResult;
import cn.minqing.assessment.Polls;
import cn.minqing.assessment.Polls.Way;
import cn.minqing.assessment.Practice;
import cn.minqing.assessment.Practices;
import cn.minqing.assessment.Practices.NewPractice;
import cn.minqing.assessment.Reports;
import cn.minqing.campaign.CampaignView;
import cn.minqing.organization.Person;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.WorkItems;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
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
@DisplayName("满意度测评")
class SatisfactionPollProcessTest {
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
    Polls polls;

    @Autowired
    Assessments assessments;

    @Autowired
    Reports reports;

    @Autowired
    Practices practices;

    @Autowired
    WorkItems workItems;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AppClock clock;

    private SmallWorld world;
    private CampaignView campaign;

    /** Ten households, five of each department; of each at least five are drawn, so all are. */
    @BeforeEach
    void world() {
        init(engine);
        world = worlds.create();
        campaign = paths.launchAs(world, "s7-hubin");
        for (var index = 0; index < world.households().size(); index++) {
            var cadre = world.cadres().get(index < 5 ? index % 3 : 3 + index % 3);
            contact(world.households().get(index), cadre);
        }
    }

    @Test
    @DisplayName("一测：按种子抽样，联系单位以外的人来问，结果按单位计数并进入考评")
    void drawn_asked_and_counted() throws Exception {
        var acceptance = acceptance();
        var poll = pollOf(acceptance);
        assertThat(poll).isWaitingAt("userTask_askResidents");
        var pollId = id(poll);
        var inspector = world.inspector();
        var lines = world.as(inspector, () -> polls.lines(pollId, 0, 100));
        assertThat(lines).hasSize(10).allMatch(line -> line.state() == PollLine.State.OPEN);
        var task = paths.task(world, inspector, pollId, Polls.ASK);

        world.run(inspector, () -> {
            assertThat(failing(() -> polls.finish(task)).message().args()).containsExactly(10);
            assertThat(failing(() -> polls.answer(task, lines.getFirst().householdId(), Way.PHONE, Map.of()))
                            .fields())
                    .containsKey("overall");
            for (var index = 0; index < lines.size(); index++) {
                var household = lines.get(index).householdId();
                if (index == 9) {
                    polls.notReached(task, household);
                } else {
                    polls.answer(
                            task, household, Way.PHONE, Map.of("overall", index < 7 ? "satisfied" : "unsatisfied"));
                }
            }
            assertThat(failing(() -> polls.answer(
                                    task, lines.getFirst().householdId(), Way.VISIT, Map.of("overall", "basically")))
                            .code())
                    .isEqualTo("poll.answered");
            polls.finish(task);
        });

        assertThat(poll).isEnded().hasPassed("serviceTask_closePoll");
        assertThat(acceptance).hasPassed("callActivity_satisfactionPoll", "gateway_joinPoll");
        assessments.compute(campaign.id());
        world.run(world.leadingGroup(), () -> {
            var results = polls.results(campaign.id(), 1);
            assertThat(results.getFirst())
                    .extracting(
                            PollResult::sampled,
                            PollResult::answered,
                            PollResult::notReached,
                            PollResult::satisfied,
                            PollResult::unsatisfied)
                    .containsExactly(10, 9, 1, 7, 2);
            assertThat(results.stream().skip(1).mapToInt(PollResult::answered).sum())
                    .isEqualTo(9);
            assertThat(assessments.of(campaign.id()))
                    .filteredOn(
                            result -> result.unitId() == null && result.item().equals("poll"))
                    .extracting(
                            AssessmentResult::numerator,
                            AssessmentResult::denominator,
                            AssessmentResult::grade,
                            AssessmentResult::against)
                    .containsExactly(tuple(7, 9, "fair", 0));
        });
        var paper = world.as(world.clerk(), () -> reports.pdf(campaign.id()));
        try (var document = Loader.loadPDF(paper)) {
            assertThat(new PDFTextStripper().getText(document)).contains("群众满意度测评", "基本满意");
        }
        assertThat(world.as(world.unitLeader(world.departments().getFirst()), () -> polls.results(campaign.id(), 1)))
                .extracting(PollResult::unitId)
                .containsExactly(world.departments().getFirst().id());
    }

    @Test
    @DisplayName("好做法由领导小组定为制度，重复提交只定一次，本活动的人都能看到")
    void a_good_practice_becomes_a_rule() {
        var input = new NewPractice(
                Ids.next(), world.departments().getFirst().id(), "首访负责卡", "首访人填卡，一直负责到答复。", clock.today());
        assertThat(failing(() -> world.run(world.clerk(), () -> practices.adopt(campaign.id(), input)))
                        .code())
                .isEqualTo("forbidden");
        world.run(world.leadingGroup(), () -> {
            assertThat(failing(() -> practices.adopt(
                                    campaign.id(), new NewPractice(Ids.next(), null, " ", "", clock.today())))
                            .fields())
                    .containsOnlyKeys("title", "rule");
            var id = practices.adopt(campaign.id(), input);
            assertThat(practices.adopt(campaign.id(), input)).isEqualTo(id);
        });
        assertThat(world.as(world.cadres().getFirst(), () -> practices.ofCampaign(campaign.id())))
                .extracting(Practice::title, Practice::unitName)
                .containsExactly(tuple("首访负责卡", world.departments().getFirst().name()));
    }

    @Test
    @DisplayName("样本可以重抽核对：同一种子抽出同样的户")
    void the_sample_can_be_drawn_again() {
        for (var number = 0; number < 40; number++) {
            var household = Ids.next();
            jdbc.sql("""
                    insert into household (id, village_code, group_code, number, sort_key, head_name, head_initials, version)
                    select ?, village_code, group_code, ?, sort_key, head_name, head_initials, 0 from household where id = ?
                    """)
                    .params(
                            household,
                            "7%03d".formatted(number),
                            world.households().getFirst())
                    .update();
            contact(household, world.cadres().getFirst());
        }
        var pollId = polls.draw(campaign.id()).pollId();
        assertThat(polls.draw(campaign.id()).pollId()).isEqualTo(pollId);
        var seed = jdbc.sql("select seed from satisfaction_poll where id = ?")
                .param(pollId)
                .query(String.class)
                .single();
        for (var unit : world.departments()) {
            var all = jdbc.sql("""
                    select household_id from contact where campaign_id = ? and unit_id = ?
                    order by md5(? || household_id::text)
                    """)
                    .params(campaign.id(), unit.id(), seed)
                    .query(UUID.class)
                    .list();
            var wanted = Math.max(5, (all.size() + 9) / 10);
            assertThat(jdbc.sql("select household_id from poll_sample where poll_id = ? and unit_id = ?")
                            .params(pollId, unit.id())
                            .query(UUID.class)
                            .list())
                    .containsExactlyInAnyOrderElementsOf(all.subList(0, Math.min(wanted, all.size())));
        }
    }

    @Test
    @DisplayName("到期自动截止；群众凭联系卡答过的不再问，截止后不再收；自己单位的户不能问")
    void closes_when_due_and_takes_the_cards() {
        var acceptance = acceptance();
        var poll = pollOf(acceptance);
        var pollId = id(poll);
        var card = jdbc.sql("select card_code from contact where campaign_id = ? and household_id = ?")
                .params(campaign.id(), world.households().getFirst())
                .query(String.class)
                .single();
        assertThat(polls.ofCard(card)).isPresent();
        assertThat(failing(() -> polls.answerByCard(card, Map.of("words", "好"))).fields())
                .containsOnlyKeys("overall");
        assertThat(polls.answerByCard(card, Map.of("overall", "basically", "words", "路修好了")))
                .isTrue();
        assertThat(polls.ofCard(card)).isEmpty();
        assertThat(polls.answerByCard(card, Map.of("overall", "satisfied"))).isFalse();
        assertThat(polls.answerByCard("0000000000", Map.of("overall", "satisfied")))
                .isFalse();

        var own = world.cadres().getLast();
        world.people().grant(own.id(), Role.INSPECTOR, world.office().id());
        world.run(own, () -> {
            var task = workItems.about(pollId).getFirst().id();
            assertThat(failing(() -> polls.notReached(task, world.households().getLast()))
                            .code())
                    .isEqualTo("poll.own");
        });

        jobs.executeJob(jobs.createJobQuery()
                .processInstanceId(poll.getId())
                .activityId("timer_pollEnds")
                .singleResult()
                .getId());

        assertThat(poll).isEnded();
        var late = jdbc.sql("select card_code from contact where campaign_id = ? and household_id = ?")
                .params(campaign.id(), world.households().getLast())
                .query(String.class)
                .single();
        assertThat(polls.answerByCard(late, Map.of("overall", "satisfied"))).isFalse();
        var results = world.as(world.clerk(), () -> polls.results(campaign.id(), 1));
        assertThat(results.getFirst())
                .extracting(PollResult::sampled, PollResult::answered, PollResult::basically, PollResult::few)
                .containsExactly(10, 1, 1, true);
        assessments.compute(campaign.id());
        assertThat(world.as(world.clerk(), () -> assessments.of(campaign.id())))
                .filteredOn(line -> line.measure().equals("poll") && line.denominator() > 0)
                .isNotEmpty()
                .allSatisfy(line -> {
                    assertThat(line.rate()).as("one answer is no share").isNull();
                    assertThat(line.grade()).isEqualTo("fair");
                    assertThat(line.reason()).contains("不足 5 户");
                });
    }

    private void contact(UUID householdId, Person cadre) {
        var id = Ids.next();
        jdbc.sql("""
                insert into contact (id, campaign_id, household_id, person_id, unit_id, from_date, card_code)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        id,
                        campaign.id(),
                        householdId,
                        cadre.id(),
                        cadre.unitId(),
                        clock.today(),
                        id.toString().replace("-", "").substring(22).toUpperCase(java.util.Locale.ROOT))
                .update();
    }

    /** The campaign's process where acceptance begins. */
    private ProcessInstance acceptance() {
        return runtime.createProcessInstanceByKey("campaign")
                .businessKey(campaign.id().toString())
                .setVariable("campaignId", campaign.id().toString())
                .setVariable("polled", true)
                .setVariable(
                        "unitIds", List.of(world.departments().getFirst().id().toString()))
                .setVariable("acceptanceEnd", new Date(System.currentTimeMillis() + 86_400_000L * 20))
                .startBeforeActivity("gateway_splitAcceptance")
                .execute();
    }

    private ProcessInstance pollOf(ProcessInstance acceptance) {
        return runtime.createProcessInstanceQuery()
                .superProcessInstanceId(acceptance.getId())
                .processDefinitionKey(SatisfactionPollProcess.ID)
                .singleResult();
    }

    private UUID id(ProcessInstance poll) {
        return UUID.fromString((String) runtime.getVariable(poll.getId(), SatisfactionPollProcess.POLL_ID));
    }

    private static UserError failing(ThrowingCallable action) {
        var error = catchThrowableOfType(UserError.class, action);
        assertThat(error).isNotNull();
        return error;
    }
}
