package cn.minqing.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.minqing.ProductTest;
import cn.minqing.assessment.Assessments.Behind;
import cn.minqing.campaign.Contact;
import cn.minqing.issue.Issues;
import cn.minqing.issue.NewIssue;
import cn.minqing.issue.Route;
import cn.minqing.organization.Person;
import cn.minqing.organization.Unit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.tasklist.WorkItems;
import cn.minqing.visit.VisitWorld;
import cn.minqing.visit.Visits;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@DisplayName("总结报告和考评")
class AssessmentTest {
    private static final String COMPILE = "userTask_compileReport";
    private static final ReportTexts TEXTS =
            new ReportTexts("商政办发〔2013〕8号", "活动历时两个半月。", "分批走访。", "群众得了实惠<b>甲</b>。", "个别户没有走到。", "健全长效机制。");

    @Autowired
    VisitWorld.Tools tools;

    @Autowired
    Assessments assessments;

    @Autowired
    Reports reports;

    @Autowired
    Summaries summaries;

    @Autowired
    Visits visits;

    @Autowired
    Issues issues;

    @Autowired
    WorkItems workItems;

    @Autowired
    RuntimeService runtime;

    private VisitWorld world;
    private Unit first;
    private Unit second;
    private Person otherCadre;
    private Contact done;
    private Contact partly;
    private Contact untouched;
    private Contact others;

    /** First department: one file complete, one household visited but not complete. Second: one complete, one not. */
    @BeforeEach
    void world() {
        world = tools.create();
        first = world.people.departments().getFirst();
        second = world.people.departments().getLast();
        otherCadre = world.people.cadres().getLast();
        done = world.visiting(false);
        partly = world.visiting(false);
        others = world.contact(otherCadre, false);
        untouched = world.contact(otherCadre, false);
        world.start(List.of(others, untouched), Ids.next());
        world.submit(done, world.complete());
        world.submit(partly, world.partly("policy-talk", "couplets"));
        world.people.as(otherCadre, () -> visits.submit(world.task(others).id(), world.complete()));
    }

    @Test
    @DisplayName("考评的每个数字都和数据对得上，各单位之和等于整个活动")
    void figures_add_up() {
        assessments.compute(world.campaign.id());

        var results = world.people.as(world.people.leadingGroup(), () -> assessments.of(world.campaign.id()));

        assertThat(results)
                .filteredOn(result -> result.unitId() == null)
                .extracting(
                        AssessmentResult::item,
                        AssessmentResult::numerator,
                        AssessmentResult::denominator,
                        AssessmentResult::grade,
                        AssessmentResult::against)
                .containsExactly(
                        tuple("coverage", 3, 4, "poor", 1),
                        tuple("filesComplete", 2, 4, "poor", 2),
                        tuple("obligationsMet", 14, 24, "poor", 2),
                        tuple("issuesAnswered", 0, 0, "fair", 0),
                        tuple("satisfaction", 0, 0, "fair", 0));
        for (var item : List.of("coverage", "filesComplete", "obligationsMet")) {
            var units = results.stream()
                    .filter(result -> result.unitId() != null && result.item().equals(item))
                    .toList();
            var whole = results.stream()
                    .filter(result -> result.unitId() == null && result.item().equals(item))
                    .findFirst()
                    .orElseThrow();
            assertThat(units.stream().mapToInt(AssessmentResult::numerator).sum())
                    .isEqualTo(whole.numerator());
            assertThat(units.stream().mapToInt(AssessmentResult::denominator).sum())
                    .isEqualTo(whole.denominator());
        }
        assertThat(results)
                .filteredOn(result ->
                        first.id().equals(result.unitId()) && result.item().equals("coverage"))
                .extracting(AssessmentResult::rate, AssessmentResult::grade, AssessmentResult::reason)
                .containsExactly(tuple(1.0, "good", "应访户全部走到"));
    }

    @Test
    @DisplayName("每个数字背后是哪些户，都查得到")
    void each_figure_lists_the_records_behind_it() {
        assessments.compute(world.campaign.id());
        var group = world.people.leadingGroup();

        assertThat(behind(group, "coverage", null)).containsExactly(untouched.householdId());
        assertThat(behind(group, "filesComplete", null))
                .containsExactlyInAnyOrder(partly.householdId(), untouched.householdId());
        assertThat(behind(group, "filesComplete", first.id())).containsExactly(partly.householdId());
    }

    @Test
    @DisplayName("没有答复的事项算进考评，并列出是哪一件")
    void an_unanswered_issue_counts() {
        var issue = world.people.as(
                world.cadre,
                () -> issues.register(new NewIssue(
                        world.campaign.id(),
                        done.householdId(),
                        "infrastructure",
                        "门前的路塌了一段",
                        "下雨后塌了三米",
                        false,
                        "cadre",
                        Route.WITHIN_DEADLINE,
                        "干部自己能协调",
                        "")));

        assessments.compute(world.campaign.id());

        var results = world.people.as(world.people.clerk(), () -> assessments.of(world.campaign.id()));
        assertThat(results)
                .filteredOn(result -> result.unitId() == null && result.item().equals("issuesAnswered"))
                .extracting(
                        AssessmentResult::numerator,
                        AssessmentResult::denominator,
                        AssessmentResult::grade,
                        AssessmentResult::against)
                .containsExactly(tuple(0, 1, "poor", 1));
        assertThat(behind(world.people.clerk(), "issuesAnswered", null)).containsExactly(issue);
    }

    @Test
    @DisplayName("再算一次，新结果代替旧结果")
    void a_later_run_takes_the_place_of_the_earlier() {
        assessments.compute(world.campaign.id());
        world.people.as(otherCadre, () -> visits.submit(world.task(untouched).id(), world.complete()));

        assessments.compute(world.campaign.id());

        var results = world.people.as(world.people.clerk(), () -> assessments.of(world.campaign.id()));
        assertThat(results).hasSize(15);
        assertThat(behind(world.people.clerk(), "coverage", null)).isEmpty();
    }

    @Test
    @DisplayName("单位负责人只看到整个活动和本单位，联系干部看不到")
    void a_unit_leader_sees_the_own_unit() {
        assessments.compute(world.campaign.id());
        var leader = world.people.unitLeader(first);

        assertThat(world.people.as(leader, () -> assessments.of(world.campaign.id())))
                .extracting(AssessmentResult::unitId)
                .contains(first.id())
                .doesNotContain(second.id());
        assertThat(world.people.as(leader, () -> assessments.figures(world.campaign.id())))
                .extracting(UnitFigures::unitId)
                .containsExactly(first.id());
        assertThatThrownBy(() -> behind(leader, "coverage", second.id())).hasMessageContaining("forbidden");
        assertThatThrownBy(() -> behind(leader, "coverage", null)).hasMessageContaining("forbidden");
        assertThatThrownBy(() -> world.people.as(world.cadre, () -> assessments.of(world.campaign.id())))
                .hasMessageContaining("forbidden");
        assertThatThrownBy(() -> world.people.as(leader, () -> reports.pdf(world.campaign.id())))
                .hasMessageContaining("forbidden");
    }

    @Test
    @DisplayName("汇总总结报告：数据定格，算出考评，报告连同考评结果存档，交领导小组验收")
    void the_report_is_compiled_and_filed() throws Exception {
        var item = compileTask();
        var clerk = world.people.clerk();
        var view = world.people.as(clerk, () -> reports.get(world.campaign.id()));
        assertThat(view.texts().overview()).contains(world.campaign.name()).contains("联系4户");
        assertThat(view.texts().outcome()).contains("走访3户，走访率75%");
        world.people.run(clerk, () -> reports.saveDraft(item.id(), TEXTS));
        assertThat(text(world.people.as(clerk, () -> reports.pdf(world.campaign.id()))))
                .contains("（草稿）")
                .contains("考评在本报告汇总后计算");

        world.people.run(clerk, () -> reports.compile(item.id(), TEXTS));

        assertThat(world.people.as(world.people.leadingGroup(), () -> workItems.about(world.campaign.id())))
                .extracting(WorkItem::element)
                .contains("userTask_acceptCampaign");
        var filed = world.people.as(world.people.leadingGroup(), () -> reports.pdf(world.campaign.id()));
        Files.write(Path.of("target", "report.pdf"), filed);
        var text = text(filed);
        assertThat(text)
                .doesNotContain("（草稿）")
                .contains("商政办发〔2013〕8号")
                .contains("群众得了实惠<b>甲</b>。")
                .contains("第1科")
                .contains("第2科")
                .contains("工资性收入")
                .contains("24,000")
                .contains("应访 4 户")
                .contains("75%")
                .contains("漏户较多，应限期补访")
                .containsPattern("第 1 页　共 \\d 页");
        var word = world.people.as(world.people.leadingGroup(), () -> reports.word(world.campaign.id()));
        Files.write(Path.of("target", "report.docx"), word);
        try (var document = new XWPFDocument(new ByteArrayInputStream(word))) {
            assertThat(Docx.paragraphs(document))
                    .contains("商政办发〔2013〕8号", "活动历时两个半月。", "群众得了实惠<b>甲</b>。", "四、各单位情况")
                    .noneMatch(line -> line.contains("{{") || line.contains("（草稿）"));
            assertThat(Docx.rows(document))
                    .contains(List.of("4", "3", "75%", "2", "50%", "0"), List.of("赠送一幅春联", "3", "75%"))
                    .anyMatch(row -> row.containsAll(List.of("工资性收入", "24,000")))
                    .anyMatch(row -> row.containsAll(List.of("走访覆盖", "应访 4 户，已访 3 户", "75%", "差", "漏户较多，应限期补访")))
                    .anyMatch(row -> row.containsAll(List.of("第1科", "走访覆盖", "应访 2 户，已访 2 户", "100%", "好")))
                    .noneMatch(row -> String.join("", row).contains("["));
            assertThat(Docx.values(document, "各单位走访覆盖")).containsExactly("100.0", "50.0");
        }
        var report = world.people.as(clerk, () -> reports.get(world.campaign.id()));
        assertThat(report.fileHash())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(filed)));
        assertThat(report.compiler()).isEqualTo(clerk.name());

        world.people.as(otherCadre, () -> visits.submit(world.task(untouched).id(), world.complete()));
        assertThat(world.people.as(clerk, () -> reports.pdf(world.campaign.id())))
                .as("what is filed stays")
                .isEqualTo(filed);
        assertThat(world.people.as(clerk, () -> reports.word(world.campaign.id())))
                .isEqualTo(word);
    }

    @Test
    @DisplayName("报告缺了一部分不能汇总，任务还在")
    void an_incomplete_report_is_not_compiled() {
        var item = compileTask();
        var empty = new ReportTexts("", "情况", "", "成效", " ", "打算");

        assertThatThrownBy(() -> world.people.run(world.people.clerk(), () -> reports.compile(item.id(), empty)))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.fields()).containsOnlyKeys("practice", "problems"));

        assertThat(world.people.as(world.people.clerk(), () -> workItems.find(item.id())))
                .isPresent();
        assertThatThrownBy(
                        () -> world.people.run(world.people.unitLeader(first), () -> reports.compile(item.id(), TEXTS)))
                .hasMessageContaining("forbidden");
    }

    @Test
    @DisplayName("单位总结打印成文，数据表、图和四个部分都在")
    void a_unit_summary_on_paper() throws Exception {
        var started = summaries.start(world.campaign.id(), first.id());

        var pdf = world.people.as(world.people.unitLeader(first), () -> summaries.pdf(started.summaryId()));

        Files.write(Path.of("target", "unit-summary.pdf"), pdf);
        assertThat(text(pdf))
                .contains("（草稿）")
                .contains("第1科")
                .contains("一、主要数据")
                .contains("赠送一幅春联")
                .contains("2（100%）")
                .contains("计划增加")
                .contains("五、下步打算");
    }

    private List<UUID> behind(Person person, String item, @Nullable UUID unitId) {
        return world.people.as(person, () -> assessments.recordsBehind(world.campaign.id(), item, unitId)).stream()
                .map(Behind::subjectId)
                .toList();
    }

    /** The campaign's process at the point where all unit summaries are in. */
    private WorkItem compileTask() {
        runtime.createProcessInstanceByKey("campaign")
                .businessKey(world.campaign.id().toString())
                .setVariable("campaignId", world.campaign.id().toString())
                .setVariable("acceptanceEnd", new Date(System.currentTimeMillis() + 86_400_000L * 20))
                .startBeforeActivity(COMPILE)
                .execute();
        return world.people.as(world.people.clerk(), () -> workItems.about(world.campaign.id())).stream()
                .filter(item -> item.element().equals(COMPILE))
                .findFirst()
                .orElseThrow();
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
