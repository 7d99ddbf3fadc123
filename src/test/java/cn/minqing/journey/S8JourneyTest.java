package cn.minqing.journey;

import static cn.minqing.journey.JourneyWorld.held;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.activity.Activities;
import cn.minqing.activity.ActivityInput;
import cn.minqing.activity.ActivityInput.Given;
import cn.minqing.activity.ActivityReceipts;
import cn.minqing.assessment.AssessmentResult;
import cn.minqing.assessment.Assessments;
import cn.minqing.assessment.Assessments.Behind;
import cn.minqing.assessment.Assessments.SubjectType;
import cn.minqing.assessment.Breaches;
import cn.minqing.assessment.SummaryState;
import cn.minqing.assessment.SummaryView;
import cn.minqing.board.Board;
import cn.minqing.board.Boards;
import cn.minqing.bulletin.Bulletin;
import cn.minqing.bulletin.BulletinState;
import cn.minqing.bulletin.Bulletins;
import cn.minqing.campaign.CampaignDates;
import cn.minqing.campaign.CampaignTemplate.Every;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Contact;
import cn.minqing.campaign.ContactPoint;
import cn.minqing.campaign.ContactPoints;
import cn.minqing.campaign.Periods;
import cn.minqing.campaign.Teams;
import cn.minqing.document.DocumentContent;
import cn.minqing.document.DocumentKickoff;
import cn.minqing.document.DocumentLists;
import cn.minqing.document.Documents;
import cn.minqing.issue.IssueResult;
import cn.minqing.issue.IssueTasks;
import cn.minqing.issue.Issues;
import cn.minqing.issue.NewIssue;
import cn.minqing.issue.Route;
import cn.minqing.ledger.LedgerFilter;
import cn.minqing.ledger.Ledgers;
import cn.minqing.obligation.Due;
import cn.minqing.obligation.Obligations;
import cn.minqing.obligation.Period;
import cn.minqing.organization.Area;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Enterprise;
import cn.minqing.organization.Enterprises;
import cn.minqing.organization.Person;
import cn.minqing.organization.Role;
import cn.minqing.organization.Unit;
import cn.minqing.platform.Ids;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A development zone, 8 March to 8 April: 100 cadres in five teams, four villages and one enterprise, six steps. Played
 * once; the tests read what was seen on the way.
 */
@SystemJourney
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("S8 百乡千村万户大走访：五个工作队三十天")
class S8JourneyTest {
    private static final LocalDate START = LocalDate.of(2012, 3, 8);
    private static final int TEAMS = 5;
    private static final int MEMBERS = 20;
    private static final int VILLAGES = 4;
    private static final int HOUSEHOLDS = 25;
    private static final List<String> LEDGERS =
            List.of("hearing", "safety", "disputes", "order", "family-planning", "organization");
    /** One matter for each of the six ledgers. */
    private static final List<String> MATTERS =
            List.of("farming", "accident", "petition", "public-order", "family-planning", "party-building");

    @Autowired
    JourneyWorld.Tools tools;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Teams teams;

    @Autowired
    ContactPoints points;

    @Autowired
    Enterprises enterprises;

    @Autowired
    Issues issues;

    @Autowired
    IssueTasks issueTasks;

    @Autowired
    Ledgers ledgers;

    @Autowired
    Activities activities;

    @Autowired
    ActivityReceipts receipts;

    @Autowired
    Obligations obligations;

    @Autowired
    DocumentKickoff documentKickoff;

    @Autowired
    Documents documents;

    @Autowired
    DocumentLists documentLists;

    @Autowired
    Bulletins bulletins;

    @Autowired
    Breaches breaches;

    @Autowired
    Boards boards;

    @Autowired
    Assessments assessments;

    @Autowired
    Periods periods;

    private JourneyWorld world;
    private Area zone;
    private Person clerk;
    private Person leadingGroup;
    private Person inspector;
    private Enterprise enterprise;
    private final List<Area> villages = new ArrayList<>();
    private final Map<String, Person> villageLeaders = new HashMap<>();
    private final List<Unit> departments = new ArrayList<>();
    private final Map<UUID, Person> cadres = new LinkedHashMap<>();
    /** In village 1 to 4, the last at the enterprise. */
    private final List<UUID> order = new ArrayList<>();

    private final Map<UUID, Person> leaders = new LinkedHashMap<>();
    private final Map<UUID, Set<UUID>> members = new HashMap<>();
    private CampaignView campaign;
    private List<Contact> contacts;

    private List<ContactPoint> stations;
    private Board board;
    private Map<UUID, Due> condolence;
    private List<UUID> withoutGoodDeed;
    private int receiptBytes;
    private final Map<String, Integer> inLedger = new HashMap<>();
    private int onTheSpot;
    private DocumentLists.Count surveys;
    private Bulletin bulletin;
    private List<SummaryView> summaries;
    private List<AssessmentResult> results;
    private List<Behind> behindCondolence;
    private List<AssessmentResult> closedPeriod;
    private CampaignView standing;
    private List<ContactPoint> afterwards;

    @BeforeAll
    void a_month() {
        world = tools.begin("s8", START);
        zone();
        launched();
        world.begun(
                campaign,
                clerk,
                contacts.stream().map(Contact::unitId).distinct().toList());
        documentKickoff.runPending();
        world.visitAll(campaign, contacts);
        matters();
        world.moveTo(LocalDate.of(2012, 3, 16));
        steps();
        surveyed();
        published();
        undisciplined();
        seen();
        accepted();
    }

    @Test
    @DisplayName("五个工作队由领导带队，四个村一个企业，一队一处，村里户户有人联系（S8.1）")
    void teams_and_stations() {
        assertThat(stations).hasSize(TEAMS);
        assertThat(stations.stream().map(ContactPoint::unitId).distinct()).hasSize(TEAMS);
        assertThat(stations.stream().map(ContactPoint::placeId).distinct()).hasSize(TEAMS);
        assertThat(stations)
                .filteredOn(point -> point.kind() == ContactPoint.Kind.ENTERPRISE)
                .hasSize(1);
        assertThat(contacts).hasSize(VILLAGES * HOUSEHOLDS);
        assertThat(contacts.stream().map(Contact::unitId).distinct()).hasSize(VILLAGES);
    }

    @Test
    @DisplayName("帮扶不少于 20 户、每户不少于 200 元：少一户的队、有一户 150 元的队没有完成（S8.3）")
    void twenty_households_two_hundred_yuan() {
        assertThat(condolence).hasSize(TEAMS);
        assertThat(condolence.get(order.getFirst()).done()).isEqualByComparingTo("19");
        assertThat(condolence.get(order.get(1)).done())
                .as("twenty, one of them 150 yuan")
                .isEqualByComparingTo("19");
        assertThat(condolence.values().stream().filter(due -> !due.met()).map(Due::subjectId))
                .containsExactlyInAnyOrder(order.getFirst(), order.get(1));
        assertThat(receiptBytes).as("receipts on paper").isPositive();
    }

    @Test
    @DisplayName("六个步骤按队数得出来：没有办实事的队看得到还欠一件，企业走访数在企业名下（S8.2、S8.6）")
    void six_steps_are_counted() {
        var duties = board.obligations().stream().collect(Collectors.toMap(Board.Duty::id, Function.identity()));
        assertThat(duties.get("lectures").met()).isEqualTo(TEAMS);
        assertThat(duties.get("labour").met()).isEqualTo(TEAMS);
        assertThat(duties.get("condolence").met()).isEqualTo(TEAMS - 2);
        assertThat(duties.get("good-deeds").due()).isEqualTo(TEAMS);
        assertThat(duties.get("good-deeds").met()).isEqualTo(TEAMS - 1);
        assertThat(withoutGoodDeed).containsExactly(order.get(3));
        assertThat(duties.get("enterprise-visit").due()).isEqualTo(1);
        assertThat(duties.get("enterprise-visit").met()).isEqualTo(1);
        assertThat(duties.get("survey-report").met()).isEqualTo(TEAMS - 1);
    }

    @Test
    @DisplayName("六本台账各记各的；当场答复的只记录不进台账（S8.4）")
    void six_ledgers() {
        assertThat(inLedger).containsOnlyKeys(LEDGERS);
        assertThat(inLedger.values()).containsOnly(1);
        assertThat(onTheSpot).isEqualTo(1);
    }

    @Test
    @DisplayName("每队一篇调查报告：退回一次的改好再审，没有交的看得到（S8.5）")
    void survey_reports() {
        assertThat(surveys.due()).isEqualTo(TEAMS);
        assertThat(surveys.accepted()).isEqualTo(TEAMS - 1);
    }

    @Test
    @DisplayName("简报编有期号，经领导小组签发（S8.7）")
    void bulletins_are_signed() {
        assertThat(bulletin.state()).isEqualTo(BulletinState.PUBLISHED);
        assertThat(bulletin.number()).isEqualTo(1);
    }

    @Test
    @DisplayName("五零：没有化解的事故算到所在的队，化解了的上访不算；三不准：查实的算到企业工作队（S8.8）")
    void zero_and_discipline() {
        assertThat(line(null, "zero").numerator()).isEqualTo(1);
        assertThat(line(null, "zero").grade()).isNotEqualTo("good");
        assertThat(line(order.getFirst(), "zero").grade()).isNotEqualTo("good");
        order.subList(1, TEAMS)
                .forEach(team -> assertThat(line(team, "zero").grade()).isEqualTo("good"));
        assertThat(line(null, "discipline").numerator()).isEqualTo(1);
        assertThat(line(order.getLast(), "discipline").grade()).isEqualTo("poor");
        order.subList(0, VILLAGES)
                .forEach(team -> assertThat(line(team, "discipline").grade()).isEqualTo("good"));
    }

    @Test
    @DisplayName("考核逐队算出帮扶、调查报告和走访，背后的队点得开；五个队都有总结（S8.5、S8.8）")
    void assessed() {
        assertThat(line(null, "coverage").numerator()).isEqualTo(VILLAGES * HOUSEHOLDS);
        assertThat(line(null, "condolence").numerator()).isEqualTo(TEAMS - 2);
        assertThat(line(null, "condolence").denominator()).isEqualTo(TEAMS);
        assertThat(line(null, "survey").numerator()).isEqualTo(TEAMS - 1);
        assertThat(line(order.get(1), "condolence").numerator()).isZero();
        assertThat(behindCondolence).containsExactly(new Behind(SubjectType.UNIT, order.getFirst(), order.getFirst()));
        assertThat(summaries).hasSize(TEAMS).allMatch(one -> one.state() == SummaryState.APPROVED);
    }

    @Test
    @DisplayName("以月促年：验收时转为常态走访，联系不变，第一期的考核仍可查（S8.9）")
    void a_month_becomes_a_year() {
        assertThat(standing.standing()).isEqualTo(Every.MONTH);
        assertThat(standing.period()).isEqualTo(2);
        assertThat(standing.implementationStart()).isEqualTo(LocalDate.of(2012, 4, 9));
        assertThat(afterwards.stream().map(ContactPoint::id))
                .containsAll(stations.stream().map(ContactPoint::id).toList());
        assertThat(tools.contacts().ofCampaign(campaign.id())).hasSameSizeAs(contacts);
        assertThat(closedPeriod).hasSameSizeAs(results);
    }

    private AssessmentResult line(@Nullable UUID team, String item) {
        return results.stream()
                .filter(result -> result.item().equals(item) && Objects.equals(result.unitId(), team))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No line " + item + " of " + team));
    }

    private void zone() {
        world.area("88", AreaLevel.PROVINCE, "省");
        world.area("8803", AreaLevel.CITY, "市");
        zone = world.area("880301", AreaLevel.COUNTY, "经济开发区");
        var town = world.area("880301100", AreaLevel.TOWN, "办事处");
        var office = world.unit("管委会", null, zone);
        clerk = world.person("作风办", office, "section-chief", held(Role.CAMPAIGN_OFFICE, office));
        leadingGroup = world.person("领导小组", office, "county-leader", held(Role.LEADING_GROUP, office));
        inspector = world.person("纪检监察", office, "section-chief", held(Role.INSPECTOR, office));
        world.person("管委会主任", office, "county-leader", held(Role.COUNTY_LEADER, zone));
        var subdistrict = world.unit("办事处机关", null, town);
        world.person("办事处主任", subdistrict, "town-leader", held(Role.TOWN_LEADER, town));
        for (var index = 0; index < VILLAGES; index++) {
            var village = world.area(town.code() + (200 + index), AreaLevel.VILLAGE, "村" + (index + 1));
            var group = world.area(village.code() + "001", AreaLevel.GROUP, "一组");
            villages.add(village);
            var committee = world.unit(village.name() + "委会", null, village);
            villageLeaders.put(
                    village.code(),
                    world.person("村支书" + index, committee, "village-leader", held(Role.VILLAGE_LEADER, village)));
            world.households(group.code(), HOUSEHOLDS, home -> Set.of("poor-household"));
        }
        enterprise = enterprises.save("园区面粉厂", town.id());
        for (var index = 0; index < TEAMS * 2; index++) {
            var unit = world.unit("管委会部门" + index, office, zone);
            departments.add(unit);
            for (var cadre = 0; cadre < MEMBERS / 2; cadre++) {
                var person = world.cadre("干部%d%d".formatted(index, cadre), unit, "staff");
                cadres.put(person.id(), person);
            }
        }
    }

    /** Five teams, each led by a leader of the zone; the rule of the template places them. */
    private void launched() {
        var host = tools.units().get(clerk.unitId());
        campaign = world.launch(
                clerk,
                "s8-kaifaqu",
                "百乡千村万户大走访",
                host,
                zone,
                new CampaignDates(
                        START, LocalDate.of(2012, 3, 10), LocalDate.of(2012, 3, 26), LocalDate.of(2012, 4, 8)));
        var all = List.copyOf(cadres.keySet());
        for (var index = 0; index < TEAMS; index++) {
            var name = "第" + (index + 1) + "工作队";
            var leader = world.person("带队领导" + (index + 1), host, "county-leader");
            var mine = all.subList(index * MEMBERS, (index + 1) * MEMBERS);
            var team = world.as(
                    clerk, () -> teams.form(campaign.id(), new Teams.Content(name, leader.id(), mine, List.of())));
            leaders.put(team, leader);
            members.put(team, Set.copyOf(mine));
        }
        world.planned(
                campaign,
                clerk,
                leadingGroup,
                departments.stream().map(Unit::id).toList());
        world.fireDue();
        world.confirmed(campaign, clerk, leaders);
        campaign = campaigns.get(campaign.id());
        contacts = world.contacts(campaign);
        stations = points.running(campaign.id());
        villages.forEach(village -> order.add(stationed(village.id())));
        order.add(stationed(enterprise.id()));
        // The team at the enterprise helps poor households, too: the office links it with the village next to it.
        world.run(
                clerk,
                () -> points.add(
                        campaign.id(),
                        ContactPoint.Kind.VILLAGE,
                        order.getLast(),
                        null,
                        villages.getLast().id(),
                        "帮扶困难户"));
    }

    private UUID stationed(UUID place) {
        return stations.stream()
                .filter(point -> point.placeId().equals(place))
                .map(ContactPoint::unitId)
                .findFirst()
                .orElseThrow();
    }

    private List<Contact> of(int team) {
        return contacts.stream()
                .filter(contact -> contact.unitId().equals(order.get(team)))
                .toList();
    }

    /** One matter for each ledger, in the first village but the petition, which the second settles; one on the spot. */
    private void matters() {
        for (var index = 0; index < MATTERS.size(); index++) {
            var petition = MATTERS.get(index).equals("petition");
            var contact = of(petition ? 1 : 0).get(index);
            var cadre = cadres.get(contact.personId());
            var issue = register(contact, MATTERS.get(index), "cadre", Route.WITHIN_DEADLINE);
            if (petition) {
                world.run(
                        cadre,
                        () -> issueTasks.handle(
                                world.task(issue, IssueTasks.HANDLE), IssueResult.RESOLVED, "谈通了，不再上访。", "协议书"));
                world.run(
                        cadre,
                        () -> issueTasks.tellHousehold(world.task(issue, IssueTasks.TELL), "IN_PERSON", "上门说了。"));
                world.run(clerk, () -> issueTasks.askSatisfaction(world.task(issue, IssueTasks.ASK), true, "", "HEAD"));
                world.run(
                        villageLeaders.get(villages.get(1).code()),
                        () -> issueTasks.close(world.task(issue, IssueTasks.CLOSE), "同意"));
            }
        }
        register(of(2).getFirst(), "policy", "now", Route.ON_THE_SPOT);
        for (var ledger : LEDGERS) {
            var filter = LedgerFilter.of(campaign.id()).withClass(ledger);
            inLedger.put(
                    ledger,
                    world.as(clerk, () -> ledgers.page(filter, null, 20)).rows().size());
        }
        onTheSpot = world.as(clerk, () -> ledgers.onTheSpot(LedgerFilter.of(campaign.id())));
    }

    private UUID register(Contact contact, String category, String solvable, Route route) {
        return world.as(
                cadres.get(contact.personId()),
                () -> issues.register(new NewIssue(
                        campaign.id(),
                        contact.householdId(),
                        category,
                        "住户反映" + category,
                        "住户说的情况。",
                        false,
                        solvable,
                        route,
                        // the table sends a petition up; the cadre who knows the family speaks with them first
                        category.equals("petition") ? "首访责任人与这家熟，先上门谈。" : "",
                        route == Route.ON_THE_SPOT ? "当场讲清楚了。" : "")));
    }

    /** Training, labour, help to the poor, good deeds, the visit to the enterprise. */
    private void steps() {
        for (var team = 0; team < TEAMS; team++) {
            record(team, "training", List.of(), null);
            record(team, "labour", List.of(), null);
            helped(team);
            if (team != 3) {
                record(team, "good-deed", List.of(), null);
            }
        }
        record(2, "good-deed", List.of(), null);
        record(TEAMS - 1, "enterprise-visit", List.of(), enterprise.id());
    }

    private void helped(int team) {
        var homes = (team == TEAMS - 1 ? of(VILLAGES - 1) : of(team))
                .stream().map(Contact::householdId).toList();
        var count = team == 0 ? 19 : 20;
        var given = IntStream.range(0, count)
                .mapToObj(index ->
                        new Given(homes.get(index), new BigDecimal(team == 1 && index == 0 ? "150" : "200"), ""))
                .toList();
        var activity = record(team, "condolence", given, null);
        var pdf = world.as(leaders.get(order.get(team)), () -> receipts.pdf(activity));
        receiptBytes += pdf.length;
    }

    private UUID record(int team, String kind, List<Given> given, @Nullable UUID enterpriseId) {
        var id = order.get(team);
        return world.as(
                leaders.get(id),
                () -> activities.record(
                        campaign.id(),
                        new ActivityInput(
                                Ids.next(),
                                kind,
                                id,
                                "工作队的工作",
                                world.today(),
                                null,
                                villages.get(Math.min(team, VILLAGES - 1)).id(),
                                "工作队和群众一起做的事。",
                                30,
                                enterpriseId,
                                "",
                                null,
                                "",
                                members.get(id),
                                given)));
    }

    /** Four teams hand in their report; one of them is sent back once. */
    private void surveyed() {
        for (var team = 0; team < TEAMS - 1; team++) {
            var leader = leaders.get(order.get(team));
            handIn(leader);
            if (team == 0) {
                world.run(clerk, () -> documents.sendBack(world.taskIn(campaign.id(), Documents.REVIEW), "写实数字"));
                handIn(leader);
            }
            world.run(clerk, () -> documents.accept(world.taskIn(campaign.id(), Documents.REVIEW), true));
        }
        surveys = world.as(clerk, () -> documentLists.counts(campaign.id())).stream()
                .filter(count -> count.kind().equals("survey-report"))
                .findFirst()
                .orElseThrow();
    }

    private void handIn(Person leader) {
        world.run(
                leader,
                () -> documents.handIn(
                        world.taskIn(campaign.id(), Documents.WRITE), DocumentContent.text("调查报告", "一百户走访下来的情况。")));
    }

    private void published() {
        var key = Bulletins.newKey();
        world.run(clerk, () -> {
            assertThat(bulletins.material(campaign.id(), START, world.today())).isNotEmpty();
            bulletins.submit(
                    key, campaign.id(), new Bulletins.Content(START, world.today(), "第一周走访情况", "五个工作队全部到位。"), true);
        });
        world.run(leadingGroup, () -> bulletins.sign(world.task(key, Bulletins.SIGN)));
        world.fireDue();
        bulletin = world.as(clerk, () -> bulletins.get(key));
    }

    /** The inspector found the team at the enterprise taking a present; it does not object, the group confirms. */
    private void undisciplined() {
        var team = order.getLast();
        var lines = Objects.requireNonNull(campaign.template().discipline()).lines();
        var breach = world.as(
                inspector,
                () -> breaches.record(
                        campaign.id(),
                        new Breaches.NewBreach(Ids.next(), team, lines.get(1), world.today(), "收了企业一箱酒，已退回。")));
        world.run(leaders.get(team), () -> breaches.answer(world.task(breach, Breaches.ANSWER), ""));
        world.run(leadingGroup, () -> breaches.decide(world.task(breach, Breaches.DECIDE), true, "属实"));
    }

    private void seen() {
        board = world.as(clerk, () -> boards.of(campaign.id(), ""));
        var period = Period.at(Every.CAMPAIGN, campaign.periodDates(), world.today());
        condolence =
                world
                        .as(clerk, () -> obligations.page(campaign.id(), "condolence", period, null, false, null, 20))
                        .dues()
                        .stream()
                        .collect(Collectors.toMap(Due::subjectId, Function.identity()));
        withoutGoodDeed =
                world
                        .as(clerk, () -> obligations.page(campaign.id(), "good-deeds", period, null, true, null, 20))
                        .dues()
                        .stream()
                        .map(Due::subjectId)
                        .toList();
    }

    private void accepted() {
        world.summarized(campaign, clerk, leaders);
        summaries = world.as(clerk, () -> tools.summaries().ofCampaign(campaign.id()));
        results = world.as(leadingGroup, () -> assessments.of(campaign.id()));
        behindCondolence =
                world.as(leadingGroup, () -> assessments.recordsBehind(campaign.id(), "condolence", order.getFirst()));
        world.run(
                leadingGroup,
                () -> tools.acceptance()
                        .acceptAndStand(world.task(campaign.id(), "userTask_acceptCampaign"), Every.MONTH));
        world.fireDue();
        standing = campaigns.get(campaign.id());
        afterwards = points.running(campaign.id());
        closedPeriod = world.as(leadingGroup, () -> assessments.of(campaign.id(), 1));
        assertThat(world.as(clerk, () -> periods.closed(campaign.id()))).hasSize(1);
    }
}
