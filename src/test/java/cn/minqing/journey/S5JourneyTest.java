package cn.minqing.journey;

import static cn.minqing.journey.JourneyWorld.held;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.minqing.assessment.Assessments;
import cn.minqing.assessment.Figures;
import cn.minqing.assessment.Reports;
import cn.minqing.campaign.CampaignDates;
import cn.minqing.campaign.CampaignTemplates;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Contact;
import cn.minqing.campaign.ContactPoints;
import cn.minqing.campaign.Phase;
import cn.minqing.campaign.Teams;
import cn.minqing.issue.IssueResult;
import cn.minqing.issue.IssueState;
import cn.minqing.issue.IssueTasks;
import cn.minqing.issue.IssueView;
import cn.minqing.issue.Issues;
import cn.minqing.issue.Route;
import cn.minqing.meeting.MeetingKind;
import cn.minqing.meeting.Meetings;
import cn.minqing.meeting.NewMeeting;
import cn.minqing.meeting.Opinion;
import cn.minqing.meeting.OpinionState;
import cn.minqing.meeting.Opinions;
import cn.minqing.obligation.Due;
import cn.minqing.obligation.Obligations;
import cn.minqing.organization.Area;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Person;
import cn.minqing.organization.Role;
import cn.minqing.organization.Unit;
import cn.minqing.platform.Ids;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Seed 002, part 3: eleven days, two teams, one village. */
@SystemJourney
@DisplayName("县残联“察民情、解难题”：两个工作组进一个村，十一天，三种办法解决")
class S5JourneyTest {
    private static final LocalDate START = LocalDate.of(2014, 4, 26);
    /** Sunday after the holiday, a make-up workday. */
    private static final LocalDate MAKE_UP = LocalDate.of(2014, 5, 4);

    @Autowired
    JourneyWorld.Tools tools;

    @Autowired
    Matters.Tools matterTools;

    @Autowired
    CampaignTemplates templates;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Teams teams;

    @Autowired
    ContactPoints points;

    @Autowired
    Meetings meetings;

    @Autowired
    Opinions opinions;

    @Autowired
    Obligations obligations;

    @Autowired
    Issues issues;

    @Autowired
    Reports reports;

    @Autowired
    Assessments assessments;

    private JourneyWorld world;
    private Matters matters;
    private CampaignView campaign;
    private Area village;
    private Person clerk;

    @Test
    @DisplayName("座谈、访谈、问卷征求意见，当场解决、限期解决、讲清道理，各有结果")
    void two_teams_collect_opinions_and_settle_them_in_three_ways() {
        world = tools.begin("s5p", START);
        matters = new Matters(world, matterTools);
        world.area("85", AreaLevel.PROVINCE, "五省");
        world.area("8505", AreaLevel.CITY, "五市");
        var county = world.area("850502", AreaLevel.COUNTY, "永县");
        var town = world.area("850502003", AreaLevel.TOWN, "鱼镇");
        village = world.area("850502003007", AreaLevel.VILLAGE, "东岭");
        for (var group = 1; group <= 4; group++) {
            var code = world.area(village.code() + "00" + group, AreaLevel.GROUP, group + "组")
                    .code();
            world.households(code, 15, index -> index % 3 == 0 ? Set.of("disability") : Set.of());
        }
        var federation = world.unit("县残联", null, county);
        clerk = world.person("残联文书", federation, "staff", held(Role.CAMPAIGN_OFFICE, federation));
        var leadingGroup = world.person("残联书记", federation, "leader", held(Role.LEADING_GROUP, federation));
        var chair = world.person("残联理事长", federation, "leader");
        var deputy = world.person("残联副理事长", federation, "leader");
        var villageLeader = world.person("东岭支书", federation, "leader", held(Role.VILLAGE_LEADER, village));
        world.person("鱼镇镇长", federation, "leader", held(Role.TOWN_LEADER, town));
        var offices = IntStream.rangeClosed(1, 2)
                .mapToObj(index -> world.unit("残联" + index + "股", federation, county))
                .toList();
        var cadres = new ArrayList<Person>();
        for (var office : offices) {
            IntStream.rangeClosed(1, 5)
                    .forEach(index -> cadres.add(world.cadre(office.name() + "干事" + index, office, "staff")));
        }

        var template = templates.find("s5-canlian").orElseThrow();
        var dates = CampaignDates.proposed(template, START);
        assertThat(dates.end()).isEqualTo(LocalDate.of(2014, 5, 6));
        campaign = world.launch(clerk, template.id(), "察民情、解难题", federation, village, dates);
        var first = team("第一工作组", chair, cadres, 0);
        var second = team("第二工作组", deputy, cadres, 1);
        world.planned(
                campaign, clerk, leadingGroup, offices.stream().map(Unit::id).toList());
        assertThat(points.running(campaign.id()))
                .as("both teams are linked with the village")
                .extracting(point -> point.unitId())
                .containsExactlyInAnyOrder(first, second);
        var leaders = new LinkedHashMap<UUID, Person>();
        leaders.put(first, chair);
        leaders.put(second, deputy);
        world.confirmed(campaign, clerk, leaders);
        world.begun(campaign, clerk, List.of(first, second));
        var contacts = world.contacts(campaign);
        assertThat(contacts).hasSize(60);
        assertThat(ofTeam(contacts, first)).hasSize(30);
        world.visitAll(campaign, contacts);

        // a symposium of the first team, interviews and questionnaires of the second
        var fromMeeting = symposium(chair, cadres.get(0), contacts.getFirst());
        assertThat(owed(chair).met()).isTrue();
        interviewAndQuestionnaires(cadres.get(1), ofTeam(contacts, second).subList(0, 5));
        assertThat(owed(deputy).missing())
                .as("neither an interview nor a questionnaire is a symposium")
                .isEqualByComparingTo("1");

        var onTheSpot = registered(ofTeam(contacts, first).subList(0, 4), "certificate", "now", Route.ON_THE_SPOT);
        var later = registered(ofTeam(contacts, second).subList(5, 8), "rehabilitation", "cadre", Route.WITHIN_DEADLINE);
        var explained = registered(ofTeam(contacts, second).subList(8, 10), "subsistence", "policy", Route.POLICY_EXPLANATION);
        explained.forEach((issue, cadre) -> matters.explain(cadre, issue));
        onTheSpot.forEach((issue, cadre) -> assertThat(world.waiting(issue)).containsExactly(IssueTasks.ASK));
        assertThat(later.keySet())
                .extracting(issue -> view(issue).clock().deadline())
                .as("three workdays for the disabled, five for others; the make-up Sunday is one of them")
                .containsOnly(MAKE_UP, LocalDate.of(2014, 5, 6));

        world.moveTo(MAKE_UP);
        later.put(fromMeeting, chair);
        later.forEach((issue, cadre) -> matters.handle(cadre, issue));
        symposium(deputy, cadres.get(3), null);
        assertThat(owed(deputy).met()).isTrue();
        for (var way : List.of(onTheSpot, later, explained)) {
            way.forEach((issue, cadre) -> matters.concluded(cadre, clerk, villageLeader, issue));
        }
        assertThat(onTheSpot.keySet()).allSatisfy(issue -> assertThat(view(issue).result())
                .isEqualTo(IssueResult.RESOLVED));
        assertThat(explained.keySet()).allSatisfy(issue -> {
            assertThat(view(issue).result()).isEqualTo(IssueResult.EXPLAINED);
            assertThat(view(issue).state()).isEqualTo(IssueState.CLOSED);
        });

        assertThat(opinions.figures(campaign.id(), null))
                .as("nothing that was said is left without an answer")
                .isEqualTo(new Opinions.Figures(11, 2, 8, 1, 0, 0));
        assertThat(opinions.figures(campaign.id(), second).total()).isEqualTo(8);

        world.summarized(campaign, clerk, leaders);
        var report = world.as(clerk, () -> reports.get(campaign.id()));
        assertThat(report.figures().issues().routes())
                .containsExactly(
                        new Figures.RouteCount(Route.ON_THE_SPOT, 4),
                        new Figures.RouteCount(Route.WITHIN_DEADLINE, 4),
                        new Figures.RouteCount(Route.ESCALATED, 0),
                        new Figures.RouteCount(Route.POLICY_EXPLANATION, 2));
        assertThat(report.figures().issues().closed()).isEqualTo(10);
        assertThat(report.figures().obligations())
                .as("the sheet of opinions from every household")
                .filteredOn(count -> count.code().equals("opinions"))
                .singleElement()
                .satisfies(count -> assertThat(count.count()).isEqualTo(60));
        assertThat(report.units())
                .extracting(unit -> unit.unitName(), unit -> unit.figures().visited())
                .containsExactlyInAnyOrder(
                        tuple("第一工作组", 30),
                        tuple("第二工作组", 30));
        assertThat(world.as(clerk, () -> assessments.of(campaign.id())))
                .filteredOn(result -> result.unitId() == null)
                .allSatisfy(result -> assertThat(result.grade()).as(result.itemName()).isEqualTo("good"));
        world.accepted(campaign, leadingGroup);
        assertThat(campaigns.get(campaign.id()).phase()).isEqualTo(Phase.ARCHIVED);
        assertThat(world.today()).isBeforeOrEqualTo(dates.end());
    }

    private UUID team(String name, Person leader, List<Person> cadres, int half) {
        var members = IntStream.range(0, cadres.size())
                .filter(index -> index % 2 == half)
                .mapToObj(index -> cadres.get(index).id())
                .toList();
        return world.as(
                clerk, () -> teams.form(campaign.id(), new Teams.Content(name, leader.id(), members, List.of())));
    }

    private static List<Contact> ofTeam(List<Contact> contacts, UUID team) {
        return contacts.stream().filter(contact -> contact.unitId().equals(team)).toList();
    }

    private UUID planned(Person holder, MeetingKind kind, String title, List<UUID> others) {
        var input = new NewMeeting(
                Ids.next(),
                campaign.id(),
                kind,
                title,
                village.id(),
                world.today(),
                null,
                "村委会",
                "村民代表",
                others);
        return world.as(holder, () -> meetings.plan(input));
    }

    private void recorded(Person holder, UUID meeting, int people) {
        world.run(
                holder,
                () -> meetings.record(world.task(meeting, Meetings.RECORD), world.today(), people, "逐条听了。"));
    }

    /** Three opinions: with a household, one becomes a matter; the others are explained and taken as a suggestion. */
    private UUID symposium(Person leader, Person member, @Nullable Contact home) {
        var meeting = planned(leader, MeetingKind.SYMPOSIUM, "村民座谈会", List.of(member.id()));
        if (home != null) {
            world.run(leader, () -> opinions.add(meeting, Ids.next(), home.householdId(), "", "轮椅坏了没处修", "上门修"));
        }
        world.run(member, () -> opinions.add(meeting, Ids.next(), null, "一位老人", "补贴怎么算", ""));
        if (home != null) {
            world.run(member, () -> opinions.add(meeting, Ids.next(), null, "", "村口修个坡道", "修"));
        } else {
            world.run(member, () -> opinions.add(meeting, Ids.next(), null, "", "多办几次培训", ""));
        }
        recorded(leader, meeting, 18);
        assertThat(world.waiting(meeting)).containsExactly(Meetings.SETTLE);
        var said = world.as(leader, () -> opinions.of(meeting));
        UUID issue = meeting;
        for (var one : said) {
            issue = settled(leader, one, issue);
        }
        assertThat(world.waiting(meeting)).isEmpty();
        return issue;
    }

    private UUID settled(Person leader, Opinion said, UUID before) {
        if (said.householdId() != null) {
            var matter = Matters.matter(
                    campaign, said.householdId(), "rehabilitation", said.words(), "cadre", Route.WITHIN_DEADLINE);
            return world.as(leader, () -> opinions.toIssue(said.id(), matter));
        }
        world.run(leader, () -> {
            if (said.speaker().isEmpty()) {
                opinions.suggest(said.id(), "列入明年计划。");
            } else {
                opinions.explain(said.id(), "按等级和人数，当面算了。");
            }
        });
        return before;
    }

    /** One interview and five sheets of a questionnaire, each with an opinion that is explained at once. */
    private void interviewAndQuestionnaires(Person cadre, List<Contact> homes) {
        var interview = planned(cadre, MeetingKind.INTERVIEW, "个别访谈", List.of());
        world.run(cadre, () -> opinions.addSheet(interview, Ids.next(), null, "老党员", sheet("interview")));
        recorded(cadre, interview, 1);
        var questionnaire = planned(cadre, MeetingKind.QUESTIONNAIRE, "问卷调查", List.of());
        for (var home : homes) {
            world.run(
                    cadre,
                    () -> opinions.addSheet(
                            questionnaire, Ids.next(), home.householdId(), "", sheet("questionnaire")));
        }
        recorded(cadre, questionnaire, homes.size());
        assertThat(world.waiting(questionnaire)).as("nothing is left to settle").isEmpty();
        assertThat(world.as(cadre, () -> opinions.of(questionnaire)))
                .hasSize(5)
                .allMatch(one -> one.state() == OpinionState.EXPLAINED);
    }

    private static Map<String, Object> sheet(String way) {
        return Map.of(
                "way",
                way,
                "hasOpinion",
                "yes",
                "opinions",
                List.of(Map.of(
                        "about", "policy", "content", "低保名额为什么少", "handling", "explain", "explained", "讲了条件和评议")));
    }

    /** An issue of each household, with the cadre whose it is. */
    private Map<UUID, Person> registered(List<Contact> homes, String category, String solvable, Route route) {
        var found = new LinkedHashMap<UUID, Person>();
        for (var home : homes) {
            var cadre = tools.people().get(home.personId());
            found.put(
                    matters.register(
                            cadre,
                            Matters.matter(campaign, home.householdId(), category, "盼望帮助", solvable, route)),
                    cadre);
        }
        return found;
    }

    private IssueView view(UUID issue) {
        return world.as(clerk, () -> issues.view(issue));
    }

    private Due owed(Person leader) {
        return world.as(leader, () -> obligations.mine(campaign.id())).stream()
                .filter(due -> due.obligation().id().equals("symposium"))
                .findFirst()
                .orElseThrow();
    }
}
