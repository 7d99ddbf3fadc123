package cn.minqing.process.documentreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.SmallCampaigns;
import cn.minqing.SmallWorld;
import cn.minqing.SmallWorlds;
import cn.minqing.assessment.Reports;
import cn.minqing.assessment.Summaries;
import cn.minqing.campaign.Assignments;
import cn.minqing.campaign.CampaignArchived;
import cn.minqing.campaign.CampaignDates;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Phase;
import cn.minqing.campaign.Plans;
import cn.minqing.campaign.Teams;
import cn.minqing.document.DocumentContent;
import cn.minqing.document.DocumentKickoff;
import cn.minqing.document.DocumentLists;
import cn.minqing.document.DocumentPaper;
import cn.minqing.document.DocumentState;
import cn.minqing.document.Documents;
import cn.minqing.organization.Person;
import cn.minqing.organization.Role;
import cn.minqing.organization.Unit;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.supervision.Reminders;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.tasklist.WorkItems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@DisplayName("材料审阅")
class DocumentReviewProcessTest {
    private static final DocumentContent PLAN = DocumentContent.text("第1科工作方案", "分三批进村。\n周末走访。");

    @Autowired
    SmallWorlds worlds;

    @Autowired
    SmallCampaigns campaigns;

    @Autowired
    Documents documents;

    @Autowired
    DocumentLists lists;

    @Autowired
    DocumentKickoff kickoff;

    @Autowired
    DocumentPaper paper;

    @Autowired
    Reminders reminders;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WorkItems items;

    @Autowired
    Campaigns all;

    @Autowired
    Assignments assignments;

    @Autowired
    Plans plans;

    @Autowired
    Teams teams;

    @Autowired
    Summaries summaries;

    @Autowired
    Reports reports;

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
        kickoff.runPending();
    }

    @Test
    @DisplayName("方案批准后，各单位各自的工作方案成为单位负责人的任务；活动方案、单位总结、总结报告不重复要")
    void each_unit_is_asked_for_its_plan() {
        var asked = world.as(
                world.clerk(),
                () -> lists.page(campaign.id(), DocumentLists.Show.ALL, "", null, 10)
                        .lines());
        assertThat(asked).hasSize(2).allSatisfy(line -> {
            assertThat(line.name()).isEqualTo("单位工作方案");
            assertThat(line.state()).isEqualTo(DocumentState.OPEN);
        });
        assertThat(world.as(
                        leader,
                        () -> lists.page(campaign.id(), DocumentLists.Show.OPEN, "unit-plan", null, 10)
                                .lines()))
                .singleElement()
                .satisfies(line -> assertThat(line.unit()).isEqualTo(unit.name()));
        kickoff.runPending();
        assertThat(waiting(plan())).isEqualTo("userTask_writeDocument");
    }

    @Test
    @DisplayName("单位交工作方案，活动办公室审阅，采用后计入应完成的工作，并能打印")
    void handed_in_and_accepted() {
        var id = plan();
        handIn(leader, id, PLAN);
        assertThat(waiting(id)).isEqualTo("userTask_reviewDocument");
        accept(world.clerk(), id, false);
        assertThat(running(id)).isFalse();
        var view = world.as(leader, () -> documents.get(id));
        assertThat(view.state()).isEqualTo(DocumentState.ACCEPTED);
        assertThat(view.late()).isFalse();
        assertThat(view.content().body()).isEqualTo("分三批进村。\n周末走访。");
        assertThat(jdbc.sql("select kind from work_done where source_id = ? and unit_id = ?")
                        .params(id, unit.id())
                        .query(String.class)
                        .list())
                .containsExactly("unit-plan");
        assertThat(new String(world.as(leader, () -> paper.pdf(id)), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }

    @Test
    @DisplayName("不合格的说明原因退回，改了再交；退回的一稿留着")
    void returned_and_handed_in_again() {
        var id = plan();
        assertThatThrownBy(() -> handIn(leader, id, DocumentContent.text(" ", "")))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.fields()).containsOnlyKeys("title", "body"));
        handIn(leader, id, PLAN);
        assertThatThrownBy(() -> sendBack(world.clerk(), id, " ")).hasMessageContaining("form.invalid");
        sendBack(world.clerk(), id, "没有写分几批");
        assertThat(waiting(id)).isEqualTo("userTask_writeDocument");
        var returned = world.as(leader, () -> documents.get(id));
        assertThat(returned.state()).isEqualTo(DocumentState.RETURNED);
        assertThat(returned.reason()).isEqualTo("没有写分几批");

        handIn(leader, id, DocumentContent.text("修改稿", "分三批。"));
        accept(world.clerk(), id, true);
        var accepted = world.as(leader, () -> documents.get(id));
        assertThat(accepted.content().title()).isEqualTo("修改稿");
        assertThat(accepted.earlier()).singleElement().satisfies(first -> {
            assertThat(first.content()).isEqualTo(PLAN);
            assertThat(first.reason()).isEqualTo("没有写分几批");
        });
        assertThat(lists.accepted(campaign.id(), null))
                .singleElement()
                .satisfies(one -> assertThat(one.content().title()).isEqualTo("修改稿"));
    }

    @Test
    @DisplayName("逾期未交提醒一次，迟交照收并记为迟交；逾期未审提醒审阅人")
    void late_is_accepted_and_marked() {
        var before = clock.now();
        try {
            var id = plan();
            fire(id, "timer_documentOverdue");
            assertThat(remindedOf(leader)).containsExactly(id);
            handIn(leader, id, PLAN);
            assertThat(world.as(leader, () -> documents.get(id)).late()).isTrue();
            fire(id, "timer_reviewOverdue");
            assertThat(remindedOf(world.clerk())).containsExactly(id);
            accept(world.clerk(), id, false);
            assertThat(jdbc.sql("select late from work_done where source_id = ?")
                            .param(id)
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        } finally {
            clock.set(before);
        }
    }

    @Test
    @DisplayName("心得按表单写，由单位负责人审；负责人自己的心得改由活动办公室审")
    void a_reflection_is_reviewed_by_somebody_else() {
        var cadre = world.cadres().get(1);
        var own = reflection(leader);
        var others = reflection(cadre);
        kickoff.runPending();
        assertThatThrownBy(() -> handIn(cadre, others, reflection(Map.of("did", "拆迁户家里坐了三次"))))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.fields()).containsOnlyKeys("saw", "learned"));
        handIn(cadre, others, reflection(Map.of("did", "走访", "saw", "急难愁盼", "learned", "多听少说")));
        handIn(leader, own, reflection(Map.of("did", "带队", "saw", "盼修路", "learned", "说到做到")));
        accept(leader, others, true);
        assertThat(world.as(leader, () -> itemsOf(own))).isEmpty();
        accept(world.clerk(), own, false);
        assertThat(jdbc.sql("select person_id from work_done where campaign_id = ? and kind = 'reflection'")
                        .param(campaign.id())
                        .query(UUID.class)
                        .list())
                .containsExactlyInAnyOrder(leader.id(), cadre.id());
        assertThat(paper.parts(
                        "reflection",
                        world.as(cadre, () -> documents.get(others)).content()))
                .extracting(DocumentPaper.Part::heading)
                .containsExactly("我做了什么", "我看到、听到了什么", "我的体会");
    }

    @Test
    @DisplayName("办公室人员不能审自己写的材料")
    void nobody_reviews_their_own() {
        world.people().grant(leader.id(), Role.CAMPAIGN_OFFICE, world.office().id());
        var id = plan();
        handIn(leader, id, PLAN);
        assertThatThrownBy(() -> accept(leader, id, false))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("document.ownReview"));
        assertThat(waiting(id)).isEqualTo("userTask_reviewDocument");
    }

    @Test
    @DisplayName("别的单位和普通干部看不到也交不了；办公室写明原因可以准予免交")
    void excused_by_the_office_only() {
        var id = plan();
        var stranger = world.unitLeader(world.departments().getLast());
        var item = world.as(leader, () -> itemsOf(id)).getFirst();
        assertThatThrownBy(() -> world.as(stranger, () -> documents.get(id))).hasMessageContaining("forbidden");
        assertThatThrownBy(() -> world.run(stranger, () -> documents.handIn(item, PLAN)))
                .hasMessageContaining("forbidden");
        assertThatThrownBy(() -> world.run(leader, () -> documents.excuse(id, "忙")))
                .hasMessageContaining("forbidden");
        world.run(world.clerk(), () -> documents.excuse(id, "科室本月撤并"));
        assertThat(running(id)).isFalse();
        assertThat(world.as(leader, () -> documents.get(id)).state()).isEqualTo(DocumentState.EXCUSED);
        assertThatThrownBy(() -> world.run(leader, () -> documents.handIn(item, PLAN)))
                .isInstanceOf(UserError.class);
    }

    @Test
    @DisplayName("活动归档后，没有采用的材料不再等")
    void archived() {
        var id = plan();
        jdbc.sql("update campaign set phase = 'ARCHIVED' where id = ?")
                .param(campaign.id())
                .update();
        events.publishEvent(new CampaignArchived(campaign.id()));
        kickoff.runPending();
        assertThat(running(id)).isFalse();
        assertThat(world.as(leader, () -> documents.get(id)).state()).isEqualTo(DocumentState.LAPSED);
    }

    @Test
    @DisplayName("惠山模板：每名干部交心得，采用的列入单位总结，选中的全文收入总结报告（S6.1）")
    void reflections_appear_in_the_summary_and_the_report() {
        var own = worlds.create();
        var huishan = launched(own, "s6-huishan");
        campaigns.planOneBatch(own, huishan.id());
        campaigns.fire(huishan.id(), "timer_batchStarts");
        kickoff.runPending();
        var asked = jdbc.sql("select id, person_id from document where campaign_id = ? and kind = 'reflection'")
                .param(huishan.id())
                .query((row, number) ->
                        Map.entry(row.getObject("person_id", UUID.class), row.getObject("id", UUID.class)))
                .list();
        assertThat(asked)
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(
                        own.cadres().stream().map(Person::id).toList());
        var department = own.departments().getFirst();
        var chief = own.unitLeader(department);
        var cadre = own.cadres().get(1);
        var id = asked.stream()
                .filter(one -> one.getKey().equals(cadre.id()))
                .findFirst()
                .orElseThrow()
                .getValue();
        own.run(
                cadre,
                () -> documents.handIn(
                        campaigns.task(id, Documents.WRITE),
                        new DocumentContent(
                                "拆迁走访的三个晚上", "", Map.of("did", "三个晚上上门", "saw", "老人舍不得", "learned", "先听完再开口"))));
        own.run(chief, () -> documents.accept(campaigns.task(id, Documents.REVIEW), true));

        campaigns.fire(huishan.id(), "timer_implementationEnds");
        var summary = own.as(chief, () -> summaries.ofCampaign(huishan.id())).getFirst();
        assertThat(summary.texts().outcome()).contains("心得应交3份，采用1份。");
        assertThat(lists.accepted(huishan.id(), department.id()))
                .extracting(one -> one.content().title())
                .containsExactly("拆迁走访的三个晚上");
        assertThat(text(own.as(chief, () -> summaries.pdf(summary.id())))).contains("拆迁走访的三个晚上");
        var report = text(own.as(own.clerk(), () -> reports.pdf(huishan.id())));
        assertThat(report).contains("拆迁走访的三个晚上").contains("先听完再开口");
    }

    @Test
    @DisplayName("开发区模板：每个工作组一篇调查报告，由带队的人交、办公室审（S8.5）")
    void each_team_hands_in_a_survey_report() {
        var own = worlds.create();
        var park = own.as(
                own.clerk(),
                () -> all.launch(
                        "s8-kaifaqu",
                        "大走访" + own.village().name(),
                        own.office().id(),
                        own.village().id(),
                        dates()));
        var head = own.cadres().getFirst();
        var team = own.as(
                own.clerk(),
                () -> teams.form(
                        park.id(),
                        new Teams.Content(
                                "第一组",
                                head.id(),
                                List.of(
                                        own.cadres().get(1).id(),
                                        own.cadres().get(4).id()),
                                List.of(own.village().id()))));
        own.run(
                own.clerk(),
                () -> plans.submitPlan(campaigns.task(park.id(), "userTask_draftPlan"), campaigns.plan(own)));
        own.run(own.leadingGroup(), () -> plans.approvePlan(campaigns.task(park.id(), "userTask_approvePlan")));
        all.enterPhase(park.id(), Phase.IMPLEMENTATION);
        kickoff.runPending();

        var id = jdbc.sql("select id from document where campaign_id = ? and kind = 'survey-report' and unit_id = ?")
                .params(park.id(), team)
                .query(UUID.class)
                .single();
        own.run(
                head,
                () -> documents.handIn(
                        campaigns.task(id, Documents.WRITE), DocumentContent.text("四村一企调查", "先看水，再看路。")));
        own.run(own.clerk(), () -> documents.accept(campaigns.task(id, Documents.REVIEW), true));
        assertThat(lists.figures(park.id(), team)).singleElement().satisfies(count -> {
            assertThat(count.due()).isEqualTo(1);
            assertThat(count.accepted()).isEqualTo(1);
        });
    }

    private CampaignDates dates() {
        var today = clock.today();
        return new CampaignDates(today.minusDays(2), today.plusDays(1), today.plusDays(60), today.plusDays(70));
    }

    private CampaignView launched(SmallWorld own, String template) {
        var launched = own.as(
                own.clerk(),
                () -> all.launch(
                        template,
                        template + own.village().name(),
                        own.office().id(),
                        own.village().id(),
                        dates()));
        campaigns.meet(own, launched);
        own.run(
                own.clerk(),
                () -> assignments.finishAdjusting(campaigns.task(launched.id(), "userTask_adjustContacts")));
        for (var department : own.departments()) {
            own.run(
                    own.unitLeader(department),
                    () -> assignments.confirmUnit(campaigns.task(launched.id(), "userTask_confirmContacts")));
        }
        campaigns.fire(launched.id(), "timer_implementationStarts");
        return launched;
    }

    /** The words of a PDF, without breaks. */
    private static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DocumentContent reflection(Map<String, Object> answers) {
        return new DocumentContent("心得", "", answers);
    }

    /** A reflection that waits to be started, as a template with {@code per: cadre} asks for it. */
    private UUID reflection(Person cadre) {
        var id = Ids.next();
        jdbc.sql("""
                insert into document (id, campaign_id, kind, name, unit_id, person_id, by_role, review_role, form, source,
                  state, due_on)
                values (?, ?, 'reflection', '心得', ?, ?, 'cadre', 'unit-leader', 'reflection', 'S6.1', 'WAITING', ?)
                """)
                .params(
                        id,
                        campaign.id(),
                        cadre.unitId(),
                        cadre.id(),
                        clock.today().plusDays(9))
                .update();
        return id;
    }

    private UUID plan() {
        return jdbc.sql("select id from document where campaign_id = ? and unit_id = ? and kind = 'unit-plan'")
                .params(campaign.id(), unit.id())
                .query(UUID.class)
                .single();
    }

    private List<UUID> itemsOf(UUID document) {
        return items.about(document).stream().map(WorkItem::id).toList();
    }

    private void handIn(Person person, UUID id, DocumentContent content) {
        world.run(person, () -> documents.handIn(campaigns.task(id, Documents.WRITE), content));
    }

    private void accept(Person person, UUID id, boolean inFull) {
        world.run(person, () -> documents.accept(campaigns.task(id, Documents.REVIEW), inFull));
    }

    private void sendBack(Person person, UUID id, String reason) {
        world.run(person, () -> documents.sendBack(campaigns.task(id, Documents.REVIEW), reason));
    }

    private List<UUID> remindedOf(Person person) {
        return world.as(person, () -> reminders.mine(10)).stream()
                .map(Reminders.Reminder::subjectId)
                .toList();
    }

    private String waiting(UUID document) {
        return jdbc.sql("select element from work_item where subject_id = ? and state = 'OPEN'")
                .param(document)
                .query(String.class)
                .single();
    }

    private boolean running(UUID document) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(document.toString())
                        .count()
                > 0;
    }

    private void fire(UUID document, String timer) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(document.toString())
                .singleResult();
        var job = management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(timer)
                .singleResult();
        clock.set(job.getDuedate().toInstant().plus(Duration.ofSeconds(1)));
        management.executeJob(job.getId());
    }
}
