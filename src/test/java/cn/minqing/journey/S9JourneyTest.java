package cn.minqing.journey;

import static cn.minqing.journey.JourneyWorld.held;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.activity.Activities;
import cn.minqing.activity.ActivityInput;
import cn.minqing.assessment.AssessmentResult;
import cn.minqing.assessment.Assessments;
import cn.minqing.assessment.Reports;
import cn.minqing.board.Boards;
import cn.minqing.campaign.Batch;
import cn.minqing.campaign.CampaignDates;
import cn.minqing.campaign.CampaignTemplates;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Contact;
import cn.minqing.campaign.ContactPoint;
import cn.minqing.campaign.ContactPoints;
import cn.minqing.campaign.Contacts;
import cn.minqing.campaign.Handovers;
import cn.minqing.campaign.HouseholdLetters;
import cn.minqing.campaign.Periods;
import cn.minqing.campaign.Phase;
import cn.minqing.issue.IssueResult;
import cn.minqing.issue.IssueTasks;
import cn.minqing.issue.Issues;
import cn.minqing.issue.NewIssue;
import cn.minqing.issue.Route;
import cn.minqing.issue.Unsolved;
import cn.minqing.obligation.Due;
import cn.minqing.obligation.Obligations;
import cn.minqing.organization.Area;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Areas;
import cn.minqing.organization.Enterprise;
import cn.minqing.organization.Enterprises;
import cn.minqing.organization.Person;
import cn.minqing.organization.Role;
import cn.minqing.organization.Unit;
import cn.minqing.organization.UnitChanges;
import cn.minqing.platform.Ids;
import cn.minqing.supervision.CircularKind;
import cn.minqing.supervision.Circulars;
import cn.minqing.supervision.NewNotice;
import cn.minqing.supervision.NoticeState;
import cn.minqing.supervision.NoticeSubject;
import cn.minqing.supervision.Supervision;
import cn.minqing.visit.Diaries;
import cn.minqing.visit.Visits;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seed 004: a district of 2012 in its full size, one year of a standing system and the opening of the next. Contacts and
 * contact points are all there; the visits played are those of two batches, of the streets, four towns and twelve units.
 */
@SystemJourney
@DisplayName("秦州区“联村（社）联户、为民富民”：一年一结，联系不断")
class S9JourneyTest {
    private static final LocalDate START = LocalDate.of(2012, 3, 1);
    private static final String DISTRICT = "890101";
    private static final int TOWNS = 16;
    private static final int VILLAGES = 214;
    private static final int STREETS = 7;
    private static final int COMMUNITIES = 41;
    private static final int RURAL = 7000;
    private static final int URBAN = 790;
    private static final int COUNTY_UNITS = 36;
    /** 四大组织主要领导、专职副书记、常务副职、分管街道的副职. */
    private static final List<String> LEADERS = List.of(
            "county-principal",
            "county-principal",
            "county-principal",
            "county-principal",
            "county-deputy-secretary",
            "county-executive-deputy",
            "county-street-deputy");

    private static final int OTHER_LEADERS = 28;
    private static final List<String> ACTIONS =
            List.of("enrich", "good-deed", "schooling-aid", "industry", "mediation", "culture");

    @Autowired
    JourneyWorld.Tools tools;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    CampaignTemplates templates;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Contacts contacts;

    @Autowired
    ContactPoints points;

    @Autowired
    Handovers handovers;

    @Autowired
    Periods periods;

    @Autowired
    HouseholdLetters letters;

    @Autowired
    Areas areas;

    @Autowired
    Enterprises enterprises;

    @Autowired
    UnitChanges unitChanges;

    @Autowired
    Visits visits;

    @Autowired
    Diaries diaries;

    @Autowired
    Activities activities;

    @Autowired
    Obligations obligations;

    @Autowired
    Issues issues;

    @Autowired
    IssueTasks issueTasks;

    @Autowired
    Unsolved unsolved;

    @Autowired
    Supervision supervision;

    @Autowired
    Circulars circulars;

    @Autowired
    Boards boards;

    @Autowired
    Assessments assessments;

    @Autowired
    Reports reports;

    private JourneyWorld world;
    private CampaignView campaign;
    private Area district;
    private Person clerk;
    private Person leadingGroup;
    private Person inspector;
    private Person administrator;
    private Enterprise works;
    private final List<Area> villages = new ArrayList<>();
    private final List<Area> communities = new ArrayList<>();
    private final List<Unit> county = new ArrayList<>();
    private final List<Unit> towns = new ArrayList<>();
    private final List<Unit> streets = new ArrayList<>();
    private final Map<UUID, Person> leaders = new LinkedHashMap<>();
    private final Map<UUID, Person> people = new HashMap<>();

    @Test
    @DisplayName("按职级定联系，分批入户，三到和六项行动有数，换人并单位不断档，年终一结、转入下一年")
    void a_year_is_closed_and_the_next_is_opened() {
        world = tools.begin("s9p", START);
        transaction.executeWithoutResult(status -> settle());
        launch();
        assigned();
        visited();
        var busy = county.get(10);
        var late = county.get(11);
        served(busy, late);
        owed(busy, late);
        replaced();
        merged();
        unsolved();
        inspected(late);
        closed(busy, late);
    }

    private void settle() {
        world.area("89", AreaLevel.PROVINCE, "九省");
        world.area("8901", AreaLevel.CITY, "九市");
        district = world.area(DISTRICT, AreaLevel.COUNTY, "秦区");
        var rural = RURAL / VILLAGES;
        for (var town = 0; town < TOWNS; town++) {
            var area = world.area(DISTRICT + "%03d".formatted(100 + town), AreaLevel.TOWN, "镇" + (town + 1));
            towns.add(world.unit("镇" + (town + 1) + "机关", null, area));
        }
        for (var number = 0; number < VILLAGES; number++) {
            var code = DISTRICT + "%03d%03d".formatted(100 + number % TOWNS, 1 + number / TOWNS);
            villages.add(place(code, "村" + (number + 1), rural + (number < RURAL % VILLAGES ? 1 : 0)));
        }
        for (var street = 0; street < STREETS; street++) {
            var area = world.area(DISTRICT + "%03d".formatted(1 + street), AreaLevel.TOWN, "街道" + (street + 1));
            streets.add(world.unit("街道" + (street + 1) + "办事处", null, area));
        }
        for (var number = 0; number < COMMUNITIES; number++) {
            var code = DISTRICT + "%03d%03d".formatted(1 + number % STREETS, 1 + number / STREETS);
            communities.add(
                    place(code, "社区" + (number + 1), URBAN / COMMUNITIES + (number < URBAN % COMMUNITIES ? 1 : 0)));
            areas.setUrban(code, true);
        }
        works = enterprises.save("果品公司", villages.getFirst().id());
        var office = world.unit("联村联户领导小组办公室", null, district);
        clerk = world.person("办公室", office, "staff", held(Role.CAMPAIGN_OFFICE, office));
        leadingGroup = world.person("组长", office, "leader", held(Role.LEADING_GROUP, office));
        inspector = world.person("督查员", office, "staff", held(Role.INSPECTOR, office));
        administrator = world.person("管理员", office, "staff", held(Role.ADMINISTRATOR, office));
        staff();
    }

    private Area place(String code, String name, int households) {
        var area = world.area(code, AreaLevel.VILLAGE, name);
        world.area(code + "001", AreaLevel.GROUP, "一组");
        world.households(code + "001", households, index -> Set.of());
        return area;
    }

    /** As many of each rank as the rule needs for 7 000 rural and 790 urban households. */
    private void staff() {
        for (var number = 0; number < COUNTY_UNITS; number++) {
            county.add(world.unit("区直单位" + (number + 1), null, district));
        }
        county.forEach(unit -> {
            head(unit, "department-head");
            cadre(unit, "department-head");
        });
        towns.forEach(unit -> {
            head(unit, "town-principal");
            cadre(unit, "town-principal");
        });
        streets.forEach(unit -> {
            head(unit, "street-principal");
            cadre(unit, "street-principal");
        });
        for (var number = 0; number < LEADERS.size(); number++) {
            cadre(county.get(number % 4), LEADERS.get(number));
        }
        for (var number = 0; number < OTHER_LEADERS; number++) {
            cadre(county.get(number % 4), "county-leader");
        }
        var high = LEADERS.size() + OTHER_LEADERS;
        var urban = URBAN - high - 2 * STREETS * 2 - 2 * COUNTY_UNITS;
        for (var number = 0; number < urban; number++) {
            cadre(streets.get(number % STREETS), "street-staff");
        }
        var rural = RURAL - 2 * high - 2 * TOWNS * 2 - 2 * COUNTY_UNITS;
        var units = new ArrayList<>(county);
        units.addAll(towns);
        for (var number = 0; number < rural; number++) {
            cadre(units.get(number % units.size()), "staff");
        }
    }

    private void head(Unit unit, String rank) {
        var person =
                world.person(unit.name() + "负责人", unit, rank, held(Role.CADRE, unit), held(Role.UNIT_LEADER, unit));
        leaders.put(unit.id(), person);
        people.put(person.id(), person);
    }

    private void cadre(Unit unit, String rank) {
        var person = world.cadre("干部" + people.size(), unit, rank);
        people.put(person.id(), person);
    }

    private void launch() {
        campaign = world.launch(
                clerk,
                "s9-qinzhou",
                "联村联户、为民富民",
                office(),
                district,
                CampaignDates.proposed(templates.find("s9-qinzhou").orElseThrow(), START));
        world.planned(campaign, clerk, leadingGroup, List.copyOf(leaders.keySet()));
        world.confirmed(campaign, clerk, leaders);
    }

    private Unit office() {
        return tools.units().get(clerk.unitId());
    }

    /** S9.1: every rank has what the annex says, every household somebody, each unit one village. */
    private void assigned() {
        var all = world.contacts(campaign);
        assertThat(all).hasSize(RURAL + URBAN);
        var urban = communities.stream().map(Area::code).collect(Collectors.toSet());
        var homes = tools.households()
                .summaries(all.stream().map(Contact::householdId).toList());
        var taken = new HashMap<UUID, List<Boolean>>();
        all.forEach(contact -> taken.computeIfAbsent(contact.personId(), any -> new ArrayList<>())
                .add(urban.contains(homes.get(contact.householdId()).groupCode().substring(0, 12))));
        var byRank = new HashMap<String, Set<List<Boolean>>>();
        taken.forEach((person, list) -> byRank.computeIfAbsent(rank(person), any -> new HashSet<>())
                .add(list.stream().sorted().toList()));
        assertThat(taken.keySet()).isEqualTo(people.keySet());
        assertThat(byRank)
                .containsEntry("county-principal", Set.of(List.of(false, false, true)))
                .containsEntry("county-leader", Set.of(List.of(false, false, true)))
                .containsEntry("town-principal", Set.of(List.of(false, false)))
                .containsEntry("street-principal", Set.of(List.of(true, true)))
                .containsEntry("department-head", Set.of(List.of(false, true)))
                .containsEntry("street-staff", Set.of(List.of(true)))
                .containsEntry("staff", Set.of(List.of(false)));

        var linked = points.running(campaign.id());
        var own = linked.stream().filter(point -> point.personId() == null).toList();
        assertThat(own).extracting(ContactPoint::unitId).containsExactlyInAnyOrderElementsOf(ids(county));
        assertThat(own).extracting(ContactPoint::placeId).doesNotHaveDuplicates();
        assertThat(own).extracting(ContactPoint::kind).containsOnly(ContactPoint.Kind.VILLAGE);
        assertThat(linksOf(linked, "county-principal"))
                .isEqualTo(Map.of(ContactPoint.Kind.VILLAGE, 4L, ContactPoint.Kind.COMMUNITY, 8L));
        assertThat(linksOf(linked, "county-leader"))
                .isEqualTo(Map.of(ContactPoint.Kind.VILLAGE, 28L, ContactPoint.Kind.COMMUNITY, 28L));
        assertThat(linksOf(linked, "town-principal")).isEqualTo(Map.of(ContactPoint.Kind.VILLAGE, 32L));
        assertThat(linksOf(linked, "street-principal")).isEqualTo(Map.of(ContactPoint.Kind.COMMUNITY, 14L));
        assertThat(linksOf(linked, "staff")).isEmpty();
        assertThat(linked.stream()
                        .filter(point -> point.kind() == ContactPoint.Kind.COMMUNITY)
                        .map(ContactPoint::placeId)
                        .distinct())
                .as("every community has a leader")
                .hasSize(COMMUNITIES);
    }

    private static List<UUID> ids(List<Unit> units) {
        return units.stream().map(Unit::id).toList();
    }

    private Map<ContactPoint.Kind, Long> linksOf(List<ContactPoint> linked, String rank) {
        return linked.stream()
                .filter(point ->
                        point.personId() != null && rank(point.personId()).equals(rank))
                .collect(Collectors.groupingBy(ContactPoint::kind, Collectors.counting()));
    }

    private String rank(UUID person) {
        return people.get(person).rank();
    }

    /** S9.2: towns and streets go first, the units of the district a month later. */
    private void visited() {
        world.moveTo(campaign.implementationStart());
        var first = new ArrayList<>(ids(streets));
        first.addAll(ids(towns.subList(0, 4)));
        var second = ids(county.subList(0, 12));
        var rest = new ArrayList<>(ids(towns.subList(4, TOWNS)));
        rest.addAll(ids(county.subList(12, COUNTY_UNITS)));
        var later = campaign.implementationStart().plusDays(30);
        world.run(
                clerk,
                () -> tools.batches()
                        .planBatches(
                                world.task(campaign.id(), "userTask_planBatches"),
                                List.of(
                                        new Batch("街道和近郊", campaign.implementationStart(), first),
                                        new Batch("区直单位", later, second),
                                        new Batch(
                                                "其余", campaign.acceptanceStart().minusDays(1), rest))));
        world.moveTo(campaign.implementationStart());
        var near = of(contact -> first.contains(contact.unitId()));
        visitAll(near, 2000);
        var board = world.as(clerk, () -> boards.of(campaign.id(), DISTRICT));
        assertThat(board.whole().visited()).isEqualTo(near.size()).isLessThan(RURAL + URBAN);
        world.moveTo(later);
        var far = of(contact -> second.contains(contact.unitId()));
        visitAll(far, 5000);
        world.startNoMoreVisits();

        var done = near.size() + far.size();
        var figures = world.as(clerk, () -> visits.figures(campaign.id(), null));
        assertThat(figures.households()).isEqualTo(RURAL + URBAN);
        assertThat(figures.visited()).isEqualTo(done);
        assertThat(figures.filesComplete()).isEqualTo(done);
        assertThat(figures.obligationsMet())
                .containsEntry("outcome", done)
                .containsEntry("income-plan", done)
                .containsEntry("letter-and-card", done);
        assertThat(figures.incomeByKind().get("wage").thisYear())
                .isEqualByComparingTo(BigDecimal.valueOf(2000L * near.size() + 5000L * far.size()));
        var leader = leaders.get(county.get(10).id());
        assertThat(world.as(
                        leader, () -> letters.pdf(campaign.id(), county.get(10).id())))
                .isNotEmpty();
        assertThat(world.as(leader, () -> diaries.pdf(campaign.id()))).isNotEmpty();
    }

    private List<Contact> of(Predicate<Contact> which) {
        return world.contacts(campaign).stream().filter(which).toList();
    }

    private void visitAll(List<Contact> some, int wage) {
        JourneyWorld.inParallel(some.stream()
                .<Runnable>map(contact -> () -> world.run(
                        people.get(contact.personId()),
                        () -> visits.submit(
                                world.task(contact.id(), "userTask_visitHousehold"), sheet(world.today(), wage))))
                .toList());
    }

    private cn.minqing.visit.SheetInput sheet(LocalDate day, int wage) {
        var usual = world.sheet(campaign.template(), day);
        var answers = new HashMap<>(usual.answers());
        answers.put(
                "household-outcome",
                FormFiller.fill(
                        tools.forms().get("household-outcome"), day, Map.of("incomeWage", BigDecimal.valueOf(wage))));
        return new cn.minqing.visit.SheetInput(
                usual.submissionKey(),
                day,
                usual.kind(),
                usual.metWith(),
                true,
                List.of(),
                null,
                answers,
                usual.obligations(),
                List.of(),
                List.of(),
                Set.of(),
                usual.diary(),
                null,
                true);
    }

    /** S9.3, S9.4: one unit does all that is asked, another goes three times only and leaves out the second visits. */
    private void served(Unit busy, Unit late) {
        for (var trip = 1; trip <= 4; trip++) {
            world.moveTo(LocalDate.of(2012, 4 + trip, 21));
            trip(busy, 8);
            if (trip < 4) {
                trip(late, 2);
            }
        }
        for (var lecture = 1; lecture <= 2; lecture++) {
            record(busy, "lecture", "政策宣讲", 1, Set.of());
        }
        ACTIONS.forEach(kind -> record(busy, kind, "六项行动", 1, Set.of()));
        world.moveTo(LocalDate.of(2012, 9, 20));
        of(contact -> contact.unitId().equals(busy.id()))
                .forEach(contact -> world.run(
                        people.get(contact.personId()),
                        () -> visits.submitFurther(contact.id(), sheet(world.today(), 6000))));
    }

    private void trip(Unit unit, int days) {
        var cadres = people.values().stream()
                .filter(person -> person.unitId().equals(unit.id()))
                .map(Person::id)
                .collect(Collectors.toSet());
        record(unit, "village-trip", "进村工作", days, cadres);
    }

    private void record(Unit unit, String kind, String title, int days, Set<UUID> cadres) {
        var leader = leaders.get(unit.id());
        var village = points.running(campaign.id()).stream()
                .filter(point -> point.unitId().equals(unit.id()) && point.personId() == null)
                .findFirst()
                .orElseThrow()
                .placeId();
        world.run(
                leader,
                () -> activities.record(
                        campaign.id(),
                        new ActivityInput(
                                Ids.next(),
                                kind,
                                unit.id(),
                                title,
                                world.today().minusDays(days - 1L),
                                world.today(),
                                village,
                                "在村里做了实在的事。",
                                kind.equals("lecture") ? 40 : null,
                                kind.equals("industry") ? works.id() : null,
                                kind.equals("schooling-aid") ? "县城书店捐书" : "",
                                null,
                                "",
                                cadres,
                                List.of())));
    }

    private void owed(Unit busy, Unit late) {
        for (var id : List.of(
                "unit-trips",
                "unit-days",
                "lectures",
                "action-enrich",
                "action-solve",
                "action-children",
                "action-industry",
                "action-stability",
                "action-culture")) {
            assertThat(due(id, busy)).as(id).singleElement().matches(Due::met);
        }
        assertThat(due("unit-trips", busy).getFirst().done()).isEqualByComparingTo("4");
        assertThat(due("unit-trips", late)).singleElement().satisfies(due -> {
            assertThat(due.done()).isEqualByComparingTo("3");
            assertThat(due.missing()).isEqualByComparingTo("1");
            assertThat(due.by()).isEqualTo(campaign.end());
        });
        assertThat(due("household-visits", busy)).isNotEmpty().allMatch(Due::met);
        assertThat(due("talks", busy)).isNotEmpty().allMatch(Due::met);
        assertThat(due("cadre-days", busy)).isNotEmpty().allMatch(Due::met);
        assertThat(due("household-visits", late))
                .isNotEmpty()
                .allSatisfy(due -> assertThat(due.missing()).isEqualByComparingTo("1"));
        var trips = obligations.figures(campaign.id(), "unit-trips", world.today());
        assertThat(trips.values().stream().mapToInt(Obligations.Figure::due).sum())
                .as("every unit owes its trips")
                .isEqualTo(COUNTY_UNITS + TOWNS + STREETS);
        assertThat(trips.values().stream().mapToInt(Obligations.Figure::met).sum())
                .isEqualTo(1);
    }

    private List<Due> due(String obligation, Unit unit) {
        var view = campaigns.get(campaign.id());
        return world.as(clerk, () -> {
            var found = view.template().countedObligations().stream()
                    .filter(one -> one.id().equals(obligation))
                    .findFirst()
                    .orElseThrow();
            var period = obligations.periods(view, found.due()).getFirst();
            return obligations
                    .page(campaign.id(), obligation, period, unit.id(), false, null, 500)
                    .dues();
        });
    }

    /** S9.6: a leader can serve no more; households and places pass to another of the unit on the same day. */
    private void replaced() {
        var unit = county.getFirst();
        var gone = people.values().stream()
                .filter(person -> person.rank().equals("county-principal")
                        && person.unitId().equals(unit.id()))
                .findFirst()
                .orElseThrow();
        var had = of(contact -> contact.personId().equals(gone.id()));
        var places = points.ownOf(campaign.id(), gone.id());
        assertThat(had).hasSize(3);
        assertThat(places).hasSize(3);
        var leader = leaders.get(unit.id());
        var handover = world.as(leader, () -> handovers.requestHandover(campaign.id(), gone.id(), List.of(), "工作调动"));
        var successor = world.as(leader, () -> {
            var next = handovers.candidates(handover).getFirst().personId();
            handovers.nameSuccessor(world.task(handover, "userTask_nameSuccessor"), next);
            return next;
        });
        for (var contact : had) {
            var terms = contacts.termsOf(campaign.id(), contact.householdId());
            assertThat(terms).extracting(Contact::personId).containsExactly(gone.id(), successor);
            assertThat(terms.getFirst().until())
                    .as("no gap")
                    .isEqualTo(terms.getLast().from());
        }
        assertThat(points.ownOf(campaign.id(), gone.id())).isEmpty();
        assertThat(points.ownOf(campaign.id(), successor))
                .extracting(ContactPoint::placeId)
                .containsAll(places.stream().map(ContactPoint::placeId).toList());
        world.run(
                people.get(successor),
                () -> handovers.toldHouseholds(world.task(handover, "userTask_tellHouseholds"), "三户都见了面。"));
        assertThat(handovers.get(handover).state()).isEqualTo(Handovers.State.DONE);
    }

    /** S9.6: two units become one, with all they are in contact with. */
    private void merged() {
        var from = county.get(20);
        var to = county.get(21);
        var had = of(contact -> contact.unitId().equals(from.id()));
        var there = of(contact -> contact.unitId().equals(to.id())).size();
        world.run(
                administrator,
                () -> unitChanges.make(new UnitChanges.Change(
                        Ids.next(), UnitChanges.Kind.MERGE, List.of(from.id()), to.id(), "", List.of(), "机构改革")));
        assertThat(of(contact -> contact.unitId().equals(from.id()))).isEmpty();
        assertThat(of(contact -> contact.unitId().equals(to.id()))).hasSize(there + had.size());
        assertThat(points.running(campaign.id()))
                .filteredOn(point -> point.unitId().equals(to.id()) && point.personId() == null)
                .as("the village of the closed unit is not left alone")
                .hasSize(2);
        assertThat(had).allSatisfy(contact -> {
            var terms = contacts.termsOf(campaign.id(), contact.householdId());
            assertThat(terms).extracting(Contact::personId).containsOnly(contact.personId());
            assertThat(terms.getFirst().until()).isEqualTo(terms.getLast().from());
        });
        assertThat(world.contacts(campaign)).hasSize(RURAL + URBAN);
        leaders.remove(from.id());
    }

    /** S9.8: what cannot be solved stands on the list of the leading group's office until it is settled. */
    private void unsolved() {
        var contact = of(one -> rank(one.personId()).equals("county-leader")).getFirst();
        var cadre = people.get(contact.personId());
        var issue = world.as(
                cadre,
                () -> issues.register(new NewIssue(
                        campaign.id(),
                        contact.householdId(),
                        "infrastructure",
                        "进村的桥断了",
                        "进村的桥断了，雨天过不了河。",
                        false,
                        "cadre",
                        Route.WITHIN_DEADLINE,
                        "",
                        "")));
        world.run(
                cadre,
                () -> issueTasks.handle(
                        world.task(issue, IssueTasks.HANDLE), IssueResult.UNRESOLVABLE, "单位没有建桥的资金。", ""));
        var line = world.as(clerk, () -> unsolved.page(true, null, 50)).lines();
        assertThat(line).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(issue);
            assertThat(one.why()).isEqualTo(Unsolved.Why.UNRESOLVABLE);
        });
        world.run(
                clerk,
                () -> unsolved.followUp(issue, "报区交通局列入明年计划。", world.today().plusDays(30)));
        world.run(clerk, () -> unsolved.followUp(issue, "已经列入计划。", null));
        assertThat(world.as(clerk, () -> unsolved.page(true, null, 50)).lines()).isEmpty();
        assertThat(world.as(clerk, () -> boards.of(campaign.id(), DISTRICT))
                        .issues()
                        .registered())
                .isEqualTo(1);
    }

    /** S9.9: the inspection finds a unit wanting, which puts it right by the date; another is praised. */
    private void inspected(Unit late) {
        var notice = world.as(
                inspector,
                () -> supervision.request(new NewNotice(
                        campaign.id(),
                        NoticeSubject.UNIT,
                        late.id(),
                        "全年只进村三次。",
                        "补足进村次数。",
                        world.today().plusDays(20))));
        world.run(
                leaders.get(late.id()),
                () -> supervision.rectify(world.task(notice, Supervision.RECTIFY), "十月份再进村一次，已排好日程。"));
        world.run(inspector, () -> supervision.recheck(world.task(notice, Supervision.RECHECK), true, "看过了。"));
        assertThat(world.as(inspector, () -> supervision.view(notice)).state()).isEqualTo(NoticeState.RECTIFIED);
        world.run(
                leadingGroup,
                () -> circulars.issue(
                        campaign.id(), CircularKind.PRAISE, county.get(10).id(), "先进单位", "进村扎实。"));
    }

    /** S9.2: the year is assessed and closed; contacts go on into the next, which has everything before it again. */
    private void closed(Unit busy, Unit late) {
        var before = world.contacts(campaign);
        var visited = world.as(clerk, () -> visits.figures(campaign.id(), null)).visited();
        world.summarized(campaign, clerk, leaders);
        assertThat(line("coverage", null))
                .returns(visited, AssessmentResult::numerator)
                .returns(RURAL + URBAN, AssessmentResult::denominator);
        assertThat(line("unitTrips", busy)).returns(1, AssessmentResult::numerator);
        assertThat(line("unitTrips", late)).returns(0, AssessmentResult::numerator);
        assertThat(line("householdVisits", null).denominator())
                .as("every cadre with households owes the second visit")
                .isGreaterThan(line("householdVisits", null).numerator());
        assertThat(line("unitTrips", null).denominator()).isEqualTo(COUNTY_UNITS + TOWNS + STREETS - 1);
        world.accepted(campaign, leadingGroup);

        var next = campaigns.get(campaign.id());
        assertThat(next.period()).isEqualTo(2);
        assertThat(next.phase()).isNotEqualTo(Phase.ARCHIVED);
        assertThat(next.periodStart()).isEqualTo(campaign.end().plusDays(1));
        assertThat(next.end()).isEqualTo(campaign.end().plusYears(1));
        assertThat(world.contacts(campaign)).isEqualTo(before);
        assertThat(world.as(clerk, () -> periods.closed(campaign.id())))
                .extracting(Periods.Closed::number, Periods.Closed::end)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1, campaign.end()));
        assertThat(world.as(clerk, () -> visits.figures(campaign.id(), null)).visited())
                .as("the files of the new year are still to be made")
                .isZero();
        world.moveTo(next.implementationStart());
        assertThat(due("unit-trips", busy))
                .singleElement()
                .satisfies(due ->
                        assertThat(due.done()).as("the count begins again").isZero());
        assertThat(world.as(leadingGroup, () -> reports.pdf(campaign.id(), 1))).isNotEmpty();
    }

    private AssessmentResult line(String item, @Nullable Unit unit) {
        return world.as(leadingGroup, () -> assessments.of(campaign.id(), 1)).stream()
                .filter(result -> result.item().equals(item)
                        && (unit == null ? result.unitId() == null : unit.id().equals(result.unitId())))
                .findFirst()
                .orElseThrow();
    }
}
