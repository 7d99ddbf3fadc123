package cn.minqing.journey;

import static cn.minqing.journey.JourneyWorld.held;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.activity.Activities;
import cn.minqing.activity.ActivityInput;
import cn.minqing.assessment.AssessmentResult;
import cn.minqing.assessment.Assessments;
import cn.minqing.assessment.Reports;
import cn.minqing.assessment.Summaries;
import cn.minqing.assessment.SummaryView;
import cn.minqing.campaign.CampaignDates;
import cn.minqing.campaign.CampaignTemplates;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Phase;
import cn.minqing.document.DocumentContent;
import cn.minqing.document.DocumentLine;
import cn.minqing.document.DocumentLists;
import cn.minqing.document.DocumentState;
import cn.minqing.document.DocumentView;
import cn.minqing.document.Documents;
import cn.minqing.issue.IssueTasks;
import cn.minqing.issue.Route;
import cn.minqing.obligation.Due;
import cn.minqing.obligation.Obligations;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Person;
import cn.minqing.organization.Role;
import cn.minqing.organization.Unit;
import cn.minqing.platform.Ids;
import cn.minqing.supervision.Reminders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Seed 002, part 4: what a participant of 2011 hands in is the reflection. */
@SystemJourney
@DisplayName("惠山区“三新”宗旨教育：拆迁走访、志愿服务，交出心得")
class S6JourneyTest {
    private static final LocalDate START = LocalDate.of(2011, 4, 1);
    private static final String OBLIGATION = "reflection";

    @Autowired
    JourneyWorld.Tools tools;

    @Autowired
    Matters.Tools matterTools;

    @Autowired
    CampaignTemplates templates;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Documents documents;

    @Autowired
    DocumentLists lists;

    @Autowired
    Activities activities;

    @Autowired
    Obligations obligations;

    @Autowired
    Reminders reminders;

    @Autowired
    Summaries summaries;

    @Autowired
    Reports reports;

    @Autowired
    Assessments assessments;

    private JourneyWorld world;
    private CampaignView campaign;
    private Person clerk;

    @Test
    @DisplayName("人人交心得，一篇退回重写，一篇迟交，一人没交看得出；采用的进单位总结和总结报告")
    void every_participant_hands_in_a_reflection_and_it_is_read_in_the_report() {
        world = tools.begin("s6p", START);
        world.area("86", AreaLevel.PROVINCE, "六省");
        world.area("8602", AreaLevel.CITY, "六市");
        var district = world.area("860206", AreaLevel.COUNTY, "惠区");
        var street = world.area("860206001", AreaLevel.TOWN, "堰街道");
        var community = world.area("860206001001", AreaLevel.VILLAGE, "东社区");
        var homes = new ArrayList<UUID>();
        for (var group = 1; group <= 3; group++) {
            var code = world.area(community.code() + "00" + group, AreaLevel.GROUP, group + "组")
                    .code();
            homes.addAll(world.households(code, 20, index -> index % 4 == 0 ? Set.of("demolition") : Set.of()));
        }
        var office = world.unit("区级机关工委", null, district);
        clerk = world.person("工委干事", office, "staff", held(Role.CAMPAIGN_OFFICE, office));
        var leadingGroup = world.person("工委书记", office, "leader", held(Role.LEADING_GROUP, office));
        var villageLeader = world.person("东社区书记", office, "leader", held(Role.VILLAGE_LEADER, community));
        var townLeader = world.person("街道书记", office, "leader", held(Role.TOWN_LEADER, street));
        var departments = IntStream.rangeClosed(1, 3)
                .mapToObj(index -> world.unit("机关" + index, office, district))
                .toList();
        var people = new ArrayList<Person>();
        var leaders = new LinkedHashMap<UUID, Person>();
        for (var department : departments) {
            var leader = world.person(
                    department.name() + "负责人",
                    department,
                    "staff",
                    held(Role.CADRE, department),
                    held(Role.UNIT_LEADER, department));
            leaders.put(department.id(), leader);
            people.add(leader);
            IntStream.rangeClosed(1, 4)
                    .forEach(index -> people.add(world.cadre(department.name() + "民警" + index, department, "staff")));
        }
        var template = templates.find("s6-huishan").orElseThrow();
        var dates = CampaignDates.proposed(template, START);
        campaign = world.launch(clerk, template.id(), "三新宗旨教育", office, community, dates);
        world.planned(
                campaign,
                clerk,
                leadingGroup,
                departments.stream().map(Unit::id).toList());
        world.confirmed(campaign, clerk, leaders);
        world.begun(campaign, clerk, List.copyOf(leaders.keySet()));

        assertThat(reflections())
                .as("everybody who takes part owes one by the end of the phase")
                .hasSize(15)
                .allSatisfy(line -> {
                    assertThat(line.state()).isEqualTo(DocumentState.OPEN);
                    assertThat(line.due()).isEqualTo(dates.lastDayOf(Phase.IMPLEMENTATION));
                });
        assertThat(due(people.get(1)).missing()).isEqualByComparingTo("1");

        var contacts = world.contacts(campaign);
        assertThat(contacts).hasSize(homes.size());
        world.visitAll(campaign, contacts);
        unrestIsReportedAndSettled(people.get(1), villageLeader, townLeader);
        volunteered(departments.get(1), people.get(6), people.get(7));

        // all but two write in time; one is sent back and writes again
        world.moveTo(LocalDate.of(2011, 5, 25));
        var missing = people.get(14);
        var late = people.get(13);
        people.stream().filter(one -> one != missing && one != late).forEach(this::handIn);
        var thin = people.get(2);
        var leader = leaders.get(thin.unitId());
        world.run(leader, () -> documents.sendBack(review(thin), "只有口号，写写你去过的那几家"));
        assertThat(due(thin).met()).as("what was returned does not count").isFalse();
        assertThat(document(thin).reason()).isEqualTo("只有口号，写写你去过的那几家");
        world.moveTo(LocalDate.of(2011, 5, 28));
        handIn(thin);
        assertThat(document(thin).earlier()).hasSize(1);
        for (var one : people) {
            if (one == missing || one == late) {
                continue;
            }
            var owner = leaders.get(one.unitId());
            // nobody reviews their own: the office does
            world.run(owner == one ? clerk : owner, () -> documents.accept(review(one), one == thin));
        }
        assertThat(due(thin).met()).isTrue();

        // one day after the end of the phase
        world.moveTo(campaign.acceptanceStart());
        assertThat(world.as(missing, () -> reminders.mine(20)))
                .extracting(Reminders.Reminder::subjectId)
                .contains(document(missing).id());
        handIn(late);
        world.run(leaders.get(late.unitId()), () -> documents.accept(review(late), false));
        assertThat(document(late).late()).isTrue();
        assertThat(world.as(leaders.get(missing.unitId()), () -> behind(departments.getLast())))
                .extracting(Due::subjectName)
                .as("whose turn it still is, by name, no rank")
                .containsExactly(missing.name());

        var drafts = new HashMap<UUID, SummaryView>();
        leaders.forEach((unit, owner) -> drafts.put(
                unit, world.as(owner, () -> summaries.ofCampaign(campaign.id())).getFirst()));
        assertThat(drafts.get(departments.getFirst().id()).texts().outcome()).contains("心得应交5份，采用5份。");
        assertThat(drafts.get(departments.getLast().id()).texts().outcome())
                .as("as it stood when the phase ended")
                .contains("心得应交5份，采用3份。");
        var last = leaders.get(departments.getLast().id());
        assertThat(text(world.as(
                        last, () -> summaries.pdf(drafts.get(last.unitId()).id()))))
                .as("the paper lists what was handed in late, too")
                .contains(title(late))
                .doesNotContain(title(thin));

        world.summarized(campaign, clerk, leaders);
        var report = text(world.as(clerk, () -> reports.pdf(campaign.id())));
        assertThat(report)
                .as("the chosen one in full, the others not")
                .contains(title(thin))
                .contains("先听完再开口")
                .doesNotContain(title(people.get(1)));
        assertThat(world.as(clerk, () -> reports.get(campaign.id())).figures()).satisfies(figures -> {
            assertThat(figures.visited()).isEqualTo(60);
            assertThat(figures.issues().registered()).isEqualTo(1);
            assertThat(figures.issues().closed()).isEqualTo(1);
        });
        var results = world.as(clerk, () -> assessments.of(campaign.id()));
        assertThat(line(results, "reflections", null).numerator()).isEqualTo(14);
        assertThat(line(results, "reflections", null).denominator()).isEqualTo(15);
        assertThat(line(results, "reflections", departments.getFirst().id()).grade())
                .isEqualTo("good");
        world.accepted(campaign, leadingGroup);
        world.moveTo(world.today().plusDays(1));
        assertThat(campaigns.get(campaign.id()).phase()).isEqualTo(Phase.ARCHIVED);
        assertThat(document(missing).state()).isEqualTo(DocumentState.LAPSED);
    }

    private void unrestIsReportedAndSettled(Person cadre, Person villageLeader, Person townLeader) {
        var matters = new Matters(world, matterTools);
        var home = world.contacts(campaign).stream()
                .filter(contact -> contact.personId().equals(cadre.id()))
                .findFirst()
                .orElseThrow()
                .householdId();
        var issue = matters.register(
                cadre, Matters.matter(campaign, home, "resettlement", "过渡房漏雨", "above", Route.ESCALATED));
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.ACCEPT);
        matters.settle(villageLeader, issue);
        // nobody closes what they settled themselves
        matters.concluded(cadre, clerk, townLeader, issue);
    }

    private void volunteered(Unit unit, Person one, Person other) {
        var input = new ActivityInput(
                Ids.next(),
                "volunteering",
                unit.id(),
                "给拆迁户搬家",
                world.today(),
                null,
                campaign.areaId(),
                "帮三户搬家。",
                6,
                null,
                "",
                null,
                "",
                Set.of(one.id(), other.id()),
                List.of());
        world.run(one, () -> activities.record(campaign.id(), input));
        assertThat(world.as(clerk, () -> activities.page(campaign.id(), "volunteering", null, 10))
                        .lines())
                .singleElement()
                .satisfies(line -> assertThat(line.unitName()).isEqualTo(unit.name()));
    }

    private static String title(Person person) {
        return person.name() + "的几个晚上";
    }

    private void handIn(Person person) {
        world.run(
                person,
                () -> documents.handIn(
                        world.task(document(person).id(), Documents.WRITE),
                        new DocumentContent(
                                title(person), "", Map.of("did", "三个晚上上门", "saw", "老人舍不得老屋", "learned", "先听完再开口"))));
    }

    private UUID review(Person writer) {
        return world.task(document(writer).id(), Documents.REVIEW);
    }

    private List<DocumentLine> reflections() {
        return world.as(
                clerk,
                () -> lists.page(campaign.id(), DocumentLists.Show.ALL, OBLIGATION, null, 100)
                        .lines());
    }

    private DocumentView document(Person owner) {
        var id = reflections().stream()
                .filter(line -> line.owner().equals(owner.name()))
                .findFirst()
                .orElseThrow()
                .id();
        return world.as(clerk, () -> documents.get(id));
    }

    private Due due(Person person) {
        return world.as(person, () -> obligations.mine(campaign.id())).stream()
                .filter(due -> due.obligation().id().equals(OBLIGATION))
                .findFirst()
                .orElseThrow();
    }

    private List<Due> behind(Unit unit) {
        var every = campaign.template().countedObligations().getFirst().due();
        var period = obligations.periods(campaign, every).getFirst();
        return obligations
                .page(campaign.id(), OBLIGATION, period, unit.id(), true, null, 10)
                .dues();
    }

    private static AssessmentResult line(List<AssessmentResult> results, String item, @Nullable UUID unit) {
        return results.stream()
                .filter(result -> result.item().equals(item) && Objects.equals(result.unitId(), unit))
                .findFirst()
                .orElseThrow();
    }

    private static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
