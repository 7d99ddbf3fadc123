package cn.minqing.journey;

import static cn.minqing.journey.JourneyWorld.held;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.activity.Activities;
import cn.minqing.activity.ActivityInput;
import cn.minqing.assessment.AssessmentResult;
import cn.minqing.assessment.Assessments;
import cn.minqing.board.Board;
import cn.minqing.board.Boards;
import cn.minqing.campaign.CampaignDates;
import cn.minqing.campaign.CampaignTemplate.Every;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Contact;
import cn.minqing.campaign.ContactPoint;
import cn.minqing.campaign.ContactPoints;
import cn.minqing.campaign.Phase;
import cn.minqing.document.DocumentContent;
import cn.minqing.document.DocumentKickoff;
import cn.minqing.document.DocumentLists;
import cn.minqing.document.Documents;
import cn.minqing.household.Households;
import cn.minqing.issue.Channel;
import cn.minqing.issue.IssueResult;
import cn.minqing.issue.IssueTasks;
import cn.minqing.issue.Issues;
import cn.minqing.issue.NewIssue;
import cn.minqing.issue.Route;
import cn.minqing.meeting.MeetingKind;
import cn.minqing.meeting.Meetings;
import cn.minqing.meeting.NewMeeting;
import cn.minqing.meeting.Opinions;
import cn.minqing.obligation.Due;
import cn.minqing.obligation.Obligations;
import cn.minqing.obligation.Period;
import cn.minqing.organization.Area;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Person;
import cn.minqing.organization.Role;
import cn.minqing.organization.Unit;
import cn.minqing.platform.Ids;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.tasklist.WorkItems;
import cn.minqing.visit.Commitment;
import cn.minqing.visit.Commitments;
import cn.minqing.visit.SheetInput;
import cn.minqing.visit.Visits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A county, 83 departments paired with 83 villages, for a year: 913 cadres, a joint activity a month, suggestions and
 * what became of them, public promises. Played once; the tests read what was seen on the way.
 */
@SystemJourney
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("S4 三查三进三解：83 个部门与 83 个村结对一年")
class S4JourneyTest {
    private static final LocalDate START = LocalDate.of(2012, 3, 1);
    private static final int PAIRS = 83;
    private static final int TOWNS = 11;
    private static final int CADRES = 10;
    private static final int HOUSEHOLDS = 24;
    private static final int NOT_VISITED = 7;
    private static final int MONTHS = 12;
    /** The department that misses April. */
    private static final int MISSING = 17;

    @Autowired
    JourneyWorld.Tools tools;

    @Autowired
    Campaigns campaigns;

    @Autowired
    ContactPoints points;

    @Autowired
    Households households;

    @Autowired
    Visits visits;

    @Autowired
    Issues issues;

    @Autowired
    IssueTasks issueTasks;

    @Autowired
    Activities activities;

    @Autowired
    Obligations obligations;

    @Autowired
    Commitments commitments;

    @Autowired
    Meetings meetings;

    @Autowired
    Opinions opinions;

    @Autowired
    Boards boards;

    @Autowired
    DocumentKickoff documentKickoff;

    @Autowired
    Documents documents;

    @Autowired
    DocumentLists documentLists;

    @Autowired
    Assessments assessments;

    @Autowired
    WorkItems workItems;

    private JourneyWorld world;
    private Person clerk;
    private Person leadingGroup;
    private final List<Area> villages = new ArrayList<>();
    private final Map<String, Person> villageLeaders = new HashMap<>();
    private final Map<String, Person> townLeaders = new HashMap<>();
    private final List<Unit> departments = new ArrayList<>();
    private final Map<UUID, Person> leaders = new LinkedHashMap<>();
    private final Map<UUID, Person> people = new HashMap<>();
    private CampaignView campaign;
    private List<Contact> contacts;

    private List<ContactPoint> pairs;
    private List<Due> behindInApril;
    private List<Due> ownInApril;
    private List<Due> behindAfterTheLateRecord;
    private UUID openPromise;
    private Board board;
    private Opinions.Figures opinionFigures;
    private Commitment refusedOnce;
    private List<WorkItem> overduePromise;
    private Commitment keptLate;
    private Commitment beyond;
    private DocumentLists.Count villagePlans;
    private Board last;
    private List<AssessmentResult> results;

    @BeforeAll
    void a_year() {
        world = tools.begin("s4", START);
        county();
        paired();
        var promises = promised();
        world.begun(campaign, clerk, unitIds());
        documentKickoff.runPending();
        visited();
        heard();
        jointActivity(3, PAIRS);
        world.moveTo(LocalDate.of(2012, 4, 27));
        promises(promises);
        for (var department = 0; department < PAIRS; department++) {
            if (department != MISSING) {
                record(department, world.today());
            }
        }
        april();
        villagePlan();
        for (var month = 5; month <= MONTHS + 2; month++) {
            jointActivity(month, month == MONTHS + 2 ? PAIRS - 2 : PAIRS);
        }
        ended();
    }

    @Test
    @DisplayName("一个部门一个村、一个村一个部门；每名干部在结对的村里至少两户（S4.1、S4.2）")
    void pairs() {
        assertThat(pairs).hasSize(PAIRS).allMatch(point -> point.kind() == ContactPoint.Kind.VILLAGE);
        assertThat(pairs.stream().map(ContactPoint::unitId).collect(Collectors.toSet()))
                .hasSize(PAIRS);
        assertThat(pairs.stream().map(ContactPoint::areaId).collect(Collectors.toSet()))
                .hasSize(PAIRS);
        var villageOf = pairs.stream().collect(Collectors.toMap(ContactPoint::unitId, S4JourneyTest::area));
        var homes =
                households.summaries(contacts.stream().map(Contact::householdId).toList());
        assertThat(contacts)
                .allSatisfy(
                        contact -> assertThat(homes.get(contact.householdId()).groupCode())
                                .startsWith(code(villageOf.get(contact.unitId()))));
        var each = contacts.stream().collect(Collectors.groupingBy(Contact::personId, Collectors.counting()));
        assertThat(each)
                .hasSize(PAIRS * (CADRES + 1))
                .allSatisfy((cadre, count) -> assertThat(count).isGreaterThanOrEqualTo(2));
    }

    @Test
    @DisplayName("一个部门四月没有开展共建活动：办公室和本部门都看到还欠一次，补记后销掉并标明迟记（S4.3）")
    void a_missed_month() {
        var missing = departments.get(MISSING).id();
        assertThat(behindInApril).extracting(Due::subjectId).containsExactly(missing);
        assertThat(behindInApril.getFirst().missing()).isEqualByComparingTo("1");
        assertThat(behindInApril.getFirst().by()).isEqualTo(LocalDate.of(2012, 4, 30));
        assertThat(ownInApril).singleElement().satisfies(due -> {
            assertThat(due.subjectId()).isEqualTo(missing);
            assertThat(due.met()).isFalse();
        });
        assertThat(behindAfterTheLateRecord).isEmpty();
    }

    @Test
    @DisplayName("看板：全年每月每部门一次，两个部门末月没有开展（S4.3）")
    void a_year_of_joint_activities() {
        assertThat(last.obligations()).singleElement().satisfies(duty -> {
            assertThat(duty.id()).isEqualTo("joint-activity");
            assertThat(duty.due()).isEqualTo(PAIRS * MONTHS);
            assertThat(duty.met()).isEqualTo(PAIRS * MONTHS - 2);
        });
    }

    @Test
    @DisplayName("看板分别数出意见建议、已解决的、正在协调解决的（S4.4）")
    void suggestions_solved_and_being_coordinated() {
        var issues = board.issues();
        assertThat(issues.registered()).isEqualTo(24);
        assertThat(issues.solved()).isEqualTo(10);
        assertThat(issues.coordinated()).isEqualTo(5);
        assertThat(issues.suggestions()).isEqualTo(3);
        assertThat(issues.byClass()).containsEntry("suggestions", 5).containsEntry("hardships", 12);
        assertThat(opinionFigures).isEqualTo(new Opinions.Figures(5, 3, 1, 0, 1, 0));
    }

    @Test
    @DisplayName("公开承诺：没有真的兑现被退回，到期没有兑现的提醒单位，活动结束后仍要办完（S4.5）")
    void public_promises() {
        assertThat(refusedOnce.refused()).isEqualTo(1);
        assertThat(refusedOnce.open()).isFalse();
        assertThat(overduePromise)
                .singleElement()
                .satisfies(item -> assertThat(item.element()).isEqualTo(Commitments.KEEP));
        assertThat(keptLate.open()).isFalse();
        assertThat(keptLate.keptOn()).isAfter(keptLate.due());
        assertThat(beyond.open()).isFalse();
    }

    @Test
    @DisplayName("结对村发展规划一村一份，交来的经办公室审阅（S4.4）")
    void village_plans() {
        assertThat(villagePlans.due()).isEqualTo(PAIRS);
        assertThat(villagePlans.handedIn()).isEqualTo(2);
        assertThat(villagePlans.accepted()).isEqualTo(1);
    }

    @Test
    @DisplayName("验收：走访覆盖如实算出，意见办理一件件数，活动归档")
    void accepted() {
        var whole = results.stream()
                .filter(line -> line.unitId() == null)
                .collect(Collectors.toMap(AssessmentResult::item, Function.identity()));
        var visited = contacts.size() - NOT_VISITED;
        assertThat(whole.get("coverage").numerator()).isEqualTo(visited);
        assertThat(whole.get("coverage").denominator()).isEqualTo(contacts.size());
        assertThat(whole.get("filesComplete").numerator()).isEqualTo(visited);
        assertThat(whole.get("issuesAnswered").denominator()).isEqualTo(24);
        assertThat(whole.get("issuesAnswered").numerator())
                .as("nine were told to the household")
                .isEqualTo(9);
        assertThat(results.stream().map(AssessmentResult::unitId).distinct()).hasSize(PAIRS + 1);
        assertThat(campaigns.get(campaign.id()).phase()).isEqualTo(Phase.ARCHIVED);
    }

    private void county() {
        world.area("84", AreaLevel.PROVINCE, "省");
        world.area("8404", AreaLevel.CITY, "市");
        var county = world.area("840426", AreaLevel.COUNTY, "县");
        var office = world.unit("县委活动办公室", null, county);
        clerk = world.person("办公室", office, "section-chief", held(Role.CAMPAIGN_OFFICE, office));
        leadingGroup = world.person("领导小组", office, "county-leader", held(Role.LEADING_GROUP, office));
        world.person("督查组", office, "section-chief", held(Role.INSPECTOR, office));
        world.person("县长", office, "county-leader", held(Role.COUNTY_LEADER, county));
        for (var town = 0; town < TOWNS; town++) {
            var area = world.area("840426%03d".formatted(100 + town), AreaLevel.TOWN, "第" + (town + 1) + "镇");
            var government = world.unit(area.name() + "政府", null, area);
            townLeaders.put(
                    area.code(), world.person("镇长" + town, government, "town-leader", held(Role.TOWN_LEADER, area)));
        }
        for (var index = 0; index < PAIRS; index++) {
            village(index);
        }
        for (var index = 0; index < PAIRS; index++) {
            var unit = world.unit("部门%02d".formatted(index + 1), null, county);
            departments.add(unit);
            var leader = world.person(
                    "局长%02d".formatted(index + 1),
                    unit,
                    "department-head",
                    held(Role.UNIT_LEADER, unit),
                    held(Role.CADRE, unit));
            leaders.put(unit.id(), leader);
            people.put(leader.id(), leader);
            for (var cadre = 0; cadre < CADRES; cadre++) {
                var person = world.cadre("干部" + cadre, unit, "staff");
                people.put(person.id(), person);
            }
        }
    }

    private void village(int index) {
        var town = "840426%03d".formatted(100 + index % TOWNS);
        var village = world.area(town + "%03d".formatted(200 + index), AreaLevel.VILLAGE, "村" + (index + 1));
        var group = world.area(village.code() + "001", AreaLevel.GROUP, "一组");
        villages.add(village);
        var committee = world.unit(village.name() + "委会", null, village);
        villageLeaders.put(
                village.code(),
                world.person("村支书" + index, committee, "village-leader", held(Role.VILLAGE_LEADER, village)));
        world.households(group.code(), HOUSEHOLDS, home -> home % 3 == 0 ? Set.of("poor-household") : Set.of());
    }

    private List<UUID> unitIds() {
        return departments.stream().map(Unit::id).toList();
    }

    private void paired() {
        var county = tools.areas().byCode("840426").orElseThrow();
        var host = tools.units().get(clerk.unitId());
        campaign = world.launch(
                clerk,
                "s4-yongshou",
                "三查三进三解",
                host,
                county,
                new CampaignDates(START, START.plusDays(15), START.plusDays(350), START.plusDays(364)));
        world.planned(campaign, clerk, leadingGroup, unitIds());
        world.fireDue();
        world.confirmed(campaign, clerk, leaders);
        campaign = campaigns.get(campaign.id());
        contacts = world.contacts(campaign);
        pairs = points.running(campaign.id());
    }

    private static UUID area(ContactPoint point) {
        return point.placeId();
    }

    private String code(UUID area) {
        return villages.stream()
                .filter(village -> village.id().equals(area))
                .map(Area::code)
                .findFirst()
                .orElseThrow();
    }

    private Area paired(int department) {
        var unit = departments.get(department).id();
        var place = pairs.stream()
                .filter(point -> point.unitId().equals(unit))
                .map(ContactPoint::placeId)
                .findFirst()
                .orElseThrow();
        return villages.stream()
                .filter(village -> village.id().equals(place))
                .findFirst()
                .orElseThrow();
    }

    private Person leader(int department) {
        return leaders.get(departments.get(department).id());
    }

    /** Four departments promise something in public. */
    private List<UUID> promised() {
        return IntStream.range(0, 4)
                .mapToObj(department -> world.as(leader(department), () -> {
                    assertThat(commitments.promising(campaign.id()))
                            .extracting(Unit::id)
                            .containsExactly(departments.get(department).id());
                    return commitments.promise(
                            campaign.id(),
                            departments.get(department).id(),
                            "修好通组的路",
                            department == 3 ? campaign.end().plusDays(20) : START.plusDays(40));
                }))
                .toList();
    }

    private void promises(List<UUID> made) {
        world.run(leader(0), () -> commitments.keep(world.task(made.getFirst(), Commitments.KEEP), "铺好了"));
        world.run(clerk, () -> commitments.confirm(world.task(made.getFirst(), Commitments.CONFIRM), true, ""));
        world.run(leader(1), () -> commitments.keep(world.task(made.get(1), Commitments.KEEP), "铺好了"));
        world.run(clerk, () -> commitments.confirm(world.task(made.get(1), Commitments.CONFIRM), false, "只铺了一半"));
        world.run(leader(1), () -> commitments.keep(world.task(made.get(1), Commitments.KEEP), "全铺好了"));
        world.run(clerk, () -> commitments.confirm(world.task(made.get(1), Commitments.CONFIRM), true, ""));
        refusedOnce = world.as(clerk, () -> commitments.get(made.get(1)));
        overduePromise = world.as(leader(2), () -> workItems.about(made.get(2)));
        world.run(leader(2), () -> commitments.keep(world.task(made.get(2), Commitments.KEEP), "铺好了，晚了"));
        world.run(clerk, () -> commitments.confirm(world.task(made.get(2), Commitments.CONFIRM), true, ""));
        keptLate = world.as(clerk, () -> commitments.get(made.get(2)));
        openPromise = made.get(3);
    }

    private static NewIssue matter(Contact contact, int index) {
        var kind = index < 12 ? "income" : index < 18 ? "infrastructure" : "development";
        var above = index >= 12 && index < 18;
        return new NewIssue(
                contact.campaignId(),
                contact.householdId(),
                kind,
                "第" + index + "件事",
                "住户说的第" + index + "件事。",
                false,
                above ? "above" : "cadre",
                above ? Route.ESCALATED : Route.WITHIN_DEADLINE,
                "",
                "");
    }

    /** All but a few households are visited; the first 23, each of another department, have something to say. */
    private void visited() {
        var first = contacts.stream()
                .collect(
                        Collectors.toMap(Contact::unitId, Function.identity(), (one, other) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .limit(23)
                .toList();
        var without = contacts.reversed().subList(0, NOT_VISITED);
        var work = new ArrayList<Runnable>();
        for (var index = 0; index < first.size(); index++) {
            var contact = first.get(index);
            var matter = matter(contact, index);
            work.add(() -> visit(contact, List.of(matter)));
        }
        contacts.stream()
                .filter(contact -> !first.contains(contact) && !without.contains(contact))
                .forEach(contact -> work.add(() -> visit(contact, List.of())));
        JourneyWorld.inParallel(work);
        for (var index = 0; index < 18; index++) {
            handled(first.get(index), index);
        }
    }

    private void visit(Contact contact, List<NewIssue> issues) {
        var sheet = world.sheet(campaign.template(), world.today());
        world.run(
                people.get(contact.personId()),
                () -> visits.submit(
                        world.task(contact.id(), "userTask_visitHousehold"),
                        new SheetInput(
                                sheet.submissionKey(),
                                sheet.visitedOn(),
                                sheet.kind(),
                                sheet.metWith(),
                                true,
                                List.of(),
                                null,
                                sheet.answers(),
                                sheet.obligations(),
                                issues,
                                List.of(),
                                Set.of(),
                                sheet.diary(),
                                null,
                                true)));
    }

    /** Eight are closed, one is told and one answered; two stay with the cadre. Of six sent up, one is closed too. */
    private void handled(Contact contact, int index) {
        var cadre = people.get(contact.personId());
        var issue = world.as(
                cadre,
                () -> issues.ofHousehold(contact.householdId()).getFirst().id());
        var village = villageLeaders.get(code(area(pairOf(contact))));
        if (index < 9) {
            world.run(
                    cadre,
                    () -> issueTasks.handle(
                            world.task(issue, IssueTasks.HANDLE), IssueResult.RESOLVED, "联系了合作社。", "合同一份"));
            if (index < 8) {
                settled(issue, cadre, village);
            }
        } else if (index >= 12) {
            world.run(village, () -> issueTasks.accept(world.task(issue, IssueTasks.ACCEPT)));
            if (index == 12) {
                world.run(
                        village,
                        () -> issueTasks.handleAtLevel(
                                world.task(issue, IssueTasks.HANDLE_AT_LEVEL), IssueResult.RESOLVED, "村里修好了。", "照片"));
                settled(
                        issue,
                        cadre,
                        townLeaders.get(code(area(pairOf(contact))).substring(0, 9)));
            } else if (index < 15) {
                world.run(village, () -> issueTasks.sendUp(world.task(issue, IssueTasks.HANDLE_AT_LEVEL), "要镇里立项"));
            }
        }
    }

    private ContactPoint pairOf(Contact contact) {
        return pairs.stream()
                .filter(point -> point.unitId().equals(contact.unitId()))
                .findFirst()
                .orElseThrow();
    }

    private void settled(UUID issue, Person cadre, Person closing) {
        world.run(cadre, () -> issueTasks.tellHousehold(world.task(issue, IssueTasks.TELL), "IN_PERSON", "上门说了。"));
        world.run(clerk, () -> issueTasks.askSatisfaction(world.task(issue, IssueTasks.ASK), true, "", "HEAD"));
        world.run(closing, () -> issueTasks.close(world.task(issue, IssueTasks.CLOSE), "同意"));
    }

    /** A symposium in the paired village: three suggestions, one explained, one taken on as an issue. */
    private void heard() {
        var leader = leader(30);
        world.run(leader, () -> {
            var meeting = meetings.plan(new NewMeeting(
                    Ids.next(),
                    campaign.id(),
                    MeetingKind.SYMPOSIUM,
                    "产业发展座谈会",
                    paired(30).id(),
                    world.today(),
                    null,
                    "村委会",
                    "村民代表",
                    List.of()));
            for (var index = 0; index < 5; index++) {
                opinions.add(meeting, Ids.next(), null, "村民" + index, "第" + index + "条意见", "");
            }
            meetings.record(world.task(meeting, Meetings.RECORD), world.today(), 20, "会议开得好。");
            var said = opinions.of(meeting);
            for (var index = 0; index < 3; index++) {
                opinions.suggest(said.get(index).id(), "列入村规划");
            }
            opinions.explain(said.get(3).id(), "政策讲清楚了");
            opinions.toIssue(
                    said.get(4).id(),
                    new NewIssue(
                            Ids.next(),
                            campaign.id(),
                            null,
                            "",
                            Channel.MEETING,
                            "service",
                            "要办图书室",
                            "村里没有图书室。",
                            false,
                            "cadre",
                            Route.WITHIN_DEADLINE,
                            "",
                            ""));
        });
        board = world.as(clerk, () -> boards.of(campaign.id(), ""));
        opinionFigures = opinions.figures(campaign.id(), null);
    }

    /** On the 25th of a month (counted from January 2012) so many departments go to their village together. */
    private void jointActivity(int month, int departmentsGoing) {
        world.moveTo(LocalDate.of(2012, 1, 25).plusMonths(month - 1));
        var day = world.today();
        JourneyWorld.inParallel(IntStream.range(0, departmentsGoing)
                .<Runnable>mapToObj(department -> () -> record(department, day))
                .toList());
    }

    private void record(int department, LocalDate day) {
        world.run(
                leader(department),
                () -> activities.record(
                        campaign.id(),
                        new ActivityInput(
                                Ids.next(),
                                "joint-activity",
                                null,
                                "共建活动",
                                day,
                                null,
                                paired(department).id(),
                                "和村里一起清理渠道。",
                                15,
                                null,
                                "",
                                null,
                                "",
                                Set.of(),
                                List.of())));
    }

    private void april() {
        world.moveTo(LocalDate.of(2012, 5, 2));
        var april = Period.at(Every.MONTH, campaign.periodDates(), LocalDate.of(2012, 4, 30));
        behindInApril = behind(clerk, april);
        ownInApril = world.as(
                leader(MISSING),
                () -> obligations
                        .page(campaign.id(), "joint-activity", april, null, false, null, 10)
                        .dues());
        record(MISSING, LocalDate.of(2012, 4, 28));
        behindAfterTheLateRecord = behind(clerk, april);
        var lines = world.as(leader(MISSING), () -> activities.page(campaign.id(), "joint-activity", null, 10))
                .lines();
        assertThat(lines.getFirst().late()).isTrue();
    }

    private List<Due> behind(Person person, Period period) {
        return world.as(
                person,
                () -> obligations
                        .page(campaign.id(), "joint-activity", period, null, true, null, 100)
                        .dues());
    }

    private void villagePlan() {
        for (var department = 0; department < 2; department++) {
            world.run(
                    leader(department),
                    () -> documents.handIn(
                            world.taskIn(campaign.id(), Documents.WRITE), DocumentContent.text("村发展规划", "三年种核桃八百亩。")));
        }
        world.run(clerk, () -> documents.accept(world.taskIn(campaign.id(), Documents.REVIEW), false));
    }

    private void ended() {
        world.moveTo(campaign.acceptanceStart());
        villagePlans = world.as(clerk, () -> documentLists.counts(campaign.id())).stream()
                .filter(count -> count.kind().equals("village-plan"))
                .findFirst()
                .orElseThrow();
        last = world.as(clerk, () -> boards.of(campaign.id(), ""));
        world.summarized(campaign, clerk, leaders);
        world.accepted(campaign, leadingGroup);
        world.fireDue();
        results = world.as(leadingGroup, () -> assessments.of(campaign.id()));
        world.run(leader(3), () -> commitments.keep(world.task(openPromise, Commitments.KEEP), "活动结束后也修好了"));
        world.run(clerk, () -> commitments.confirm(world.task(openPromise, Commitments.CONFIRM), true, ""));
        beyond = world.as(clerk, () -> commitments.get(openPromise));
    }
}
