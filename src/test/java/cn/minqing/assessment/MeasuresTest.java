package cn.minqing.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.ProductTest;
import cn.minqing.SmallCampaigns;
import cn.minqing.SmallWorld;
import cn.minqing.SmallWorlds;
import cn.minqing.assessment.Assessments.Behind;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Plans;
import cn.minqing.issue.Issues;
import cn.minqing.issue.NewIssue;
import cn.minqing.issue.Route;
import cn.minqing.obligation.Work;
import cn.minqing.obligation.WorkLog;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Ids;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
@DisplayName("考评算法：零发生、材料、规定次数")
class MeasuresTest {
    @Autowired
    List<Measure> all;

    @Autowired
    CampaignFigures figures;

    @Autowired
    SmallWorlds worlds;

    @Autowired
    SmallCampaigns paths;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Plans plans;

    @Autowired
    Issues issues;

    @Autowired
    Reports reports;

    @Autowired
    WorkLog log;

    @Autowired
    AppClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private SmallWorld world;
    private CampaignView campaign;
    private UUID first;
    private UUID second;

    @BeforeEach
    void world() {
        world = worlds.create();
        first = world.departments().getFirst().id();
        second = world.departments().getLast().id();
    }

    @Test
    @DisplayName("S8.8 五零：指定类别有没有化解的就不是满分，别的类别不算，列出是哪一件")
    void something_that_must_not_occur() {
        launch("s8-kaifaqu");
        var argument = "accident,casualty,petition,organization-failure,major-case";
        assertThat(measured("zero", argument).whole().rate()).isEqualTo(1.0);
        register("other");
        var accident = register("accident");

        var measured = measured("zero", argument);

        assertThat(measured.whole().rate()).isEqualTo(0.0);
        assertThat(measured.whole().against()).extracting(Behind::subjectId).containsExactly(accident);
        assertThat(measured.of(first).against()).extracting(Behind::subjectId).containsExactly(accident);
        assertThat(measured.of(second).rate()).isEqualTo(1.0);
    }

    @Test
    @DisplayName("S8.5 材料：通过了的单位算完成，没有的列出来")
    void a_document_that_was_accepted() {
        launch("s8-kaifaqu");
        did("survey-report", null, first);
        did("work-plan", null, second);

        var measured = measured("document", "survey-report");

        assertThat(measured.whole())
                .extracting(Measured.Part::numerator, Measured.Part::denominator, Measured.Part::rate)
                .containsExactly(1, 2, 0.5);
        assertThat(measured.of(first).against()).isEmpty();
        assertThat(measured.of(second).against())
                .containsExactly(new Behind(Assessments.SubjectType.UNIT, second, second));
    }

    @Test
    @DisplayName("S7.12 规定次数：每个单位里做够的人数，没有做够的列出是谁")
    void an_obligation_that_is_counted() throws Exception {
        launch("s7-hubin");
        world.run(
                world.clerk(),
                () -> plans.submitPlan(paths.task(campaign.id(), "userTask_draftPlan"), paths.plan(world)));
        world.run(world.leadingGroup(), () -> plans.approvePlan(paths.task(campaign.id(), "userTask_approvePlan")));
        var due = campaign.template().countedObligations().stream()
                .filter(one -> one.id().equals("good-deeds"))
                .findFirst()
                .orElseThrow();
        var diligent = world.cadres().getFirst();
        for (var time = 0; time < due.least(); time++) {
            did(due.countedKinds().getFirst(), diligent.id(), diligent.unitId());
        }

        var measured = measured("obligation", "good-deeds");

        var own = measured.of(diligent.unitId());
        assertThat(own.numerator()).isEqualTo(1);
        assertThat(own.denominator()).isGreaterThan(1);
        assertThat(own.against())
                .hasSize(own.denominator() - 1)
                .extracting(Behind::subjectId)
                .doesNotContain(diligent.id());
        assertThat(measured.whole().numerator()).isEqualTo(1);
        assertThat(measured.whole().denominator())
                .isEqualTo(
                        measured.of(first).denominator() + measured.of(second).denominator());
        var word = world.as(world.clerk(), () -> reports.word(campaign.id()));
        try (var document = new XWPFDocument(new ByteArrayInputStream(word))) {
            assertThat(Docx.rows(document))
                    .anyMatch(row -> row.size() == 6
                            && row.subList(0, 4)
                                    .equals(List.of(
                                            due.name(),
                                            "干部",
                                            String.valueOf(measured.whole().denominator()),
                                            "1"))
                            && row.getLast().equals("S7.12"))
                    .anyMatch(row -> row.size() == 5
                            && row.subList(0, 4)
                                    .equals(List.of(
                                            world.departments().getFirst().name(),
                                            due.name(),
                                            String.valueOf(own.denominator()),
                                            "1")));
        }
    }

    private void launch(String template) {
        campaign = paths.launchAs(world, template);
        for (var index = 0; index < 2; index++) {
            var cadre = index == 0 ? world.cadres().getFirst() : world.cadres().getLast();
            var id = Ids.next();
            jdbc.sql("""
                    insert into contact (id, campaign_id, household_id, person_id, unit_id, from_date, card_code)
                    values (?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            id,
                            campaign.id(),
                            world.households().get(index),
                            cadre.id(),
                            cadre.unitId(),
                            clock.today(),
                            id.toString().replace("-", "").substring(22).toUpperCase(java.util.Locale.ROOT))
                    .update();
        }
    }

    private Measured measured(String name, String argument) {
        Map<String, Measure> byName = all.stream().collect(Collectors.toMap(Measure::name, Function.identity()));
        var current = campaigns.get(campaign.id());
        return byName.get(name).of(current, argument, figures.now(current));
    }

    private UUID register(String category) {
        return world.as(
                world.cadres().getFirst(),
                () -> issues.register(new NewIssue(
                        campaign.id(),
                        world.households().getFirst(),
                        category,
                        "门前的路塌了一段 " + category,
                        "下雨后塌了三米",
                        false,
                        "cadre",
                        Route.WITHIN_DEADLINE,
                        "干部自己能协调",
                        "")));
    }

    private void did(String kind, @Nullable UUID person, UUID unit) {
        transaction.executeWithoutResult(status -> log.done(List.of(new Work(
                campaign.id(),
                kind,
                Ids.next(),
                clock.today(),
                false,
                person,
                unit,
                world.village().code(),
                null,
                null,
                null))));
    }
}
