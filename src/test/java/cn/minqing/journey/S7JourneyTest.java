package cn.minqing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.minqing.assessment.AssessmentResult;
import cn.minqing.assessment.Assessments;
import cn.minqing.assessment.PollLine;
import cn.minqing.assessment.PollResult;
import cn.minqing.assessment.Polls;
import cn.minqing.assessment.Practice;
import cn.minqing.assessment.Practices;
import cn.minqing.assessment.Reports;
import cn.minqing.campaign.CampaignDates;
import cn.minqing.campaign.CampaignTemplates;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Contact;
import cn.minqing.campaign.ContactCards;
import cn.minqing.campaign.ContactPoint;
import cn.minqing.campaign.ContactPoints;
import cn.minqing.campaign.Phase;
import cn.minqing.duty.Duty;
import cn.minqing.duty.DutyBoard;
import cn.minqing.duty.DutyState;
import cn.minqing.duty.Rosters;
import cn.minqing.duty.Swaps;
import cn.minqing.household.Households;
import cn.minqing.issue.Channel;
import cn.minqing.issue.IssueState;
import cn.minqing.issue.IssueView;
import cn.minqing.issue.Issues;
import cn.minqing.issue.Route;
import cn.minqing.ledger.Freeze;
import cn.minqing.ledger.Freeze.ChangeKind;
import cn.minqing.ledger.LedgerTasks;
import cn.minqing.ledger.Ledgers;
import cn.minqing.ledger.NoticeBoard;
import cn.minqing.meeting.AgendaItem;
import cn.minqing.meeting.MeetingKind;
import cn.minqing.meeting.Meetings;
import cn.minqing.meeting.NewMeeting;
import cn.minqing.obligation.Due;
import cn.minqing.obligation.Obligations;
import cn.minqing.organization.Person;
import cn.minqing.platform.Ids;
import cn.minqing.supervision.Circular;
import cn.minqing.supervision.CircularKind;
import cn.minqing.supervision.Circulars;
import cn.minqing.supervision.Reminders;
import cn.minqing.tasklist.WorkItems;
import cn.minqing.visit.Diaries;
import cn.minqing.visit.Visits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Seed 002, part 5: a town and its villages from April to December, told in 2013. */
@SystemJourney
@DisplayName("湖滨镇“访民情、听民意、解民忧”：百名干部进村入户")
class S7JourneyTest {
    private static final LocalDate START = LocalDate.of(2013, 4, 1);
    private static final LocalDate BEGIN = LocalDate.of(2013, 4, 13);
    private static final LocalDate END = LocalDate.of(2013, 12, 31);
    /** Tuesdays and Thursdays of 2013 that are public holidays: labour day, dragon boat, mid-autumn, national day. */
    private static final Set<LocalDate> HOLIDAYS = Set.of(
            LocalDate.of(2013, 4, 30),
            LocalDate.of(2013, 6, 11),
            LocalDate.of(2013, 9, 19),
            LocalDate.of(2013, 10, 1),
            LocalDate.of(2013, 10, 3));

    @Autowired
    JourneyWorld.Tools tools;

    @Autowired
    Matters.Tools matterTools;

    @Autowired
    S7Year.Tools yearTools;

    @Autowired
    CampaignTemplates templates;

    @Autowired
    Campaigns campaigns;

    @Autowired
    ContactPoints points;

    @Autowired
    ContactCards cards;

    @Autowired
    Households households;

    @Autowired
    Rosters rosters;

    @Autowired
    Swaps swaps;

    @Autowired
    DutyBoard dutyBoard;

    @Autowired
    Reminders reminders;

    @Autowired
    Issues issues;

    @Autowired
    Ledgers ledgers;

    @Autowired
    NoticeBoard notices;

    @Autowired
    Meetings meetings;

    @Autowired
    Obligations obligations;

    @Autowired
    Visits visits;

    @Autowired
    Diaries diaries;

    @Autowired
    Polls polls;

    @Autowired
    Assessments assessments;

    @Autowired
    Reports reports;

    @Autowired
    Circulars circulars;

    @Autowired
    Practices practices;

    @Autowired
    WorkItems workItems;

    private JourneyWorld world;
    private S7Town town;
    private Matters matters;
    private CampaignView campaign;
    private S7Year year;
    private Map<UUID, List<Contact>> contactsOf;
    private final Map<String, UUID> raised = new HashMap<>();

    @Test
    @DisplayName("从动员到表彰：一二三结对、六问、值班、分类台账、三级办理、实事和一测一考，数都对得上")
    void a_town_visits_its_villages_from_april_to_december() {
        world = tools.begin("s7h", START);
        town = new S7Town(world);
        matters = new Matters(world, matterTools);
        launched();
        onePartyTwoThree();
        theRosterIsPublishedAndATurnSwapped();
        world.begun(campaign, town.clerk, town.units());
        sixQuestionsAtEveryHousehold();
        fromEveryChannelAndOnEveryLevel();
        theLedgerOfAprilAndTheCouncilDay();
        theLedgerOfMay();
        twoGoodDeedsEach();
        sixtyAHundredAndTwentyTwoHundred();
        monthsGoBy();
        askedAndAssessed();
        acceptedAndPraised();
    }

    private void launched() {
        var template = templates.find("s7-hubin").orElseThrow();
        var dates = CampaignDates.proposed(template, START);
        assertThat(List.of(dates.implementationStart(), dates.end()))
                .as("the days of the notice")
                .containsExactly(BEGIN, END);
        campaign = world.launch(town.clerk, template.id(), "百名干部进村入户", town.office, town.town, dates);
        world.moveTo(LocalDate.of(2013, 4, 8));
        world.planned(campaign, town.clerk, town.leadingGroup, town.units());
        world.confirmed(campaign, town.clerk, town.unitLeaders);
        year = new S7Year(world, town, matters, campaign, yearTools);
        contactsOf = world.contacts(campaign).stream().collect(Collectors.groupingBy(Contact::personId));
    }

    /** S7.6, and each village has one leader of the town (包村领导). */
    private void onePartyTwoThree() {
        var linked = points.running(campaign.id());
        assertThat(linked).hasSize(100).allMatch(point -> point.kind() == ContactPoint.Kind.VILLAGE);
        var villageOf = linked.stream().collect(Collectors.toMap(ContactPoint::personId, ContactPoint::placeId));
        for (var village : town.villages) {
            var there = town.cadres.values().stream()
                    .filter(one -> village.id().equals(villageOf.get(one.id())))
                    .toList();
            assertThat(there).as(village.name()).hasSize(20);
            assertThat(there)
                    .filteredOn(one -> one.rank().equals("town-leader"))
                    .hasSize(1);
            assertThat(there)
                    .filteredOn(one -> one.rank().equals("village-leader"))
                    .as("who leads a village keeps to it")
                    .containsExactlyInAnyOrderElementsOf(town.villageLeaders.get(village.code()));
        }
        assertThat(contactsOf).hasSize(100);
        var homes = households.summaries(contactsOf.values().stream()
                .flatMap(List::stream)
                .map(Contact::householdId)
                .toList());
        assertThat(homes).as("no household has two contacts").hasSize(500);
        contactsOf.forEach((cadre, mine) -> {
            var categories = mine.stream()
                    .map(contact -> Set.copyOf(homes.get(contact.householdId()).vulnerabilities()))
                    .toList();
            assertThat(categories)
                    .filteredOn(one -> one.contains("party-member") || one.contains("poor-party-member"))
                    .hasSize(2)
                    .anyMatch(one -> one.contains("poor-party-member"));
            assertThat(categories).hasSize(5).anyMatch(one -> one.contains("poor-resident"));
        });
        var unit = town.districts.getFirst();
        assertThat(text(world.as(town.unitLeaders.get(unit.id()), () -> cards.pdf(campaign.id(), unit.id()))))
                .contains("干群连心卡")
                .contains(unit.name() + "干部1");
    }

    /** S7.5. */
    private void theRosterIsPublishedAndATurnSwapped() {
        world.run(town.clerk, () -> {
            assertThat(rosters.draft(campaign.id()).empty()).isEmpty();
            rosters.publish(campaign.id());
        });
        var days = dutyDays().toList();
        for (var village : town.villages) {
            var turns = year.turns(village.code(), world.today(), null);
            assertThat(turns)
                    .extracting(Duty::day)
                    .as("somebody, once, on each")
                    .containsExactlyElementsOf(days);
            assertThat(turns)
                    .allSatisfy(turn -> assertThat(turn.leader())
                            .as("%s", turn.day())
                            .isEqualTo(turn.day().getDayOfWeek() == DayOfWeek.THURSDAY
                                    && turn.day().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) % 2 == 1));
            assertThat(turns)
                    .filteredOn(Duty::leader)
                    .allMatch(turn -> year.person(turn).rank().equals("town-leader"));
            var shares = turns.stream()
                    .filter(turn -> !turn.leader())
                    .collect(Collectors.groupingBy(Duty::personId, Collectors.counting()))
                    .values();
            assertThat(shares).as("all others in turn").hasSize(19).allMatch(share -> share == 3 || share == 2);
        }
        world.moveTo(LocalDate.of(2013, 4, 12));
        var village = town.villages.getFirst();
        var turns = year.turns(village.code(), world.today(), LocalDate.of(2013, 4, 26));
        assertThat(dutyBoard.upcoming(village.code()).lines())
                .as("everybody reads who comes in the next two weeks")
                .extracting(DutyBoard.Line::day, DutyBoard.Line::person)
                .containsExactlyElementsOf(turns.stream()
                        .map(turn -> tuple(turn.day(), turn.person()))
                        .toList());
        var first = turns.getFirst();
        var later = turns.stream()
                .filter(turn -> !turn.leader() && turn.day().isAfter(first.day()))
                .findFirst()
                .orElseThrow();
        var swap = world.as(year.person(first), () -> swaps.ask(first.id(), later.personId(), later.id(), "周二去县里开会"));
        world.run(year.person(later), () -> swaps.answer(world.task(swap, Swaps.ANSWER), true, ""));
        assertThat(year.turns(village.code(), world.today(), LocalDate.of(2013, 4, 26)))
                .extracting(Duty::person)
                .startsWith(later.person())
                .contains(first.person());
    }

    /** S7.2, S7.3, S7.4: the six questions are complete for everybody once each was visited. */
    private void sixQuestionsAtEveryHousehold() {
        world.moveTo(LocalDate.of(2013, 4, 15));
        world.visitAll(campaign, world.contacts(campaign));
        var figures = visits.figures(campaign.id(), null);
        assertThat(figures.visited()).isEqualTo(500);
    }

    /** S7.5, S7.7, S7.9, S7.10: each matter stays with who took it first, whoever settles it. */
    private void fromEveryChannelAndOnEveryLevel() {
        var tuesday = LocalDate.of(2013, 4, 16);
        var missed =
                year.turns(town.villages.getLast().code(), tuesday, tuesday).getFirst();
        year.sitUntil(tuesday, Set.of(missed.id()));
        var turn = year.turns(town.villages.get(1).code(), LocalDate.of(2013, 4, 18), LocalDate.of(2013, 4, 18))
                .getFirst();
        world.moveTo(turn.day());
        year.comes();
        assertThat(world.as(
                        town.villageLeaders.get(town.villages.getLast().code()).getFirst(), () -> reminders.mine(10)))
                .as("the village hears of it, nothing is taken off anybody")
                .extracting(Reminders.Reminder::subjectId, Reminders.Reminder::reason)
                .contains(tuple(missed.id(), "duty.missed"));
        year.sat(missed, 0);
        var stranger = year.contact(town.villages.get(1), 30).householdId();
        var said = Matters.matter(campaign, stranger, "dispute", "两家争地界", "now", Route.ON_THE_SPOT);
        matters.register(year.person(turn), said.by(Channel.DUTY_DAY));
        year.sat(turn, 1);
        year.sitUntil(turn.day(), Set.of());

        var letter = year.contact(town.villages.get(0), 0);
        raise(
                "账目",
                year.taken(Channel.MAILBOX, letter.householdId(), "", "conduct", "村务账目没有公布", Route.WITHIN_DEADLINE));
        year.confirmed(year.cadre(letter), raised.get("账目"), Route.WITHIN_DEADLINE);
        matters.handle(year.cadre(letter), raised.get("账目"));
        concluded("账目", year.cadre(letter), leader(0, 1));

        raise(
                "打井",
                year.taken(
                        Channel.HOTLINE,
                        null,
                        town.villages.get(1).code(),
                        "infrastructure",
                        "二村缺水要打井",
                        Route.ESCALATED));
        matters.sendUp(leader(1, 0), raised.get("打井"));
        matters.sendUp(town.townLeader, raised.get("打井"));
        matters.settle(town.countyLeader, raised.get("打井"));
        concluded("打井", town.clerk, town.countyDeputy);

        var poor = year.contact(town.villages.get(2), 0);
        raise("低保", year.raised(poor, "hardship", "低保手续没有办下来", "above", Route.ESCALATED));
        matters.settle(leader(2, 0), raised.get("低保"));
        concluded("低保", year.cadre(poor), leader(2, 1));

        var neighbour = year.contact(town.villages.get(3), 0);
        raise("垃圾", year.raised(neighbour, "environment", "村口垃圾没人清运", "above", Route.ESCALATED));
        matters.sendUp(leader(3, 0), raised.get("垃圾"));
        matters.settle(town.townLeader, raised.get("垃圾"));
        concluded("垃圾", year.cadre(neighbour), town.townDeputy);

        world.moveTo(LocalDate.of(2013, 4, 22));
        var road = year.contact(town.villages.get(1), 1);
        raise("修路", year.raised(road, "infrastructure", "三组的路雨后难走", "cadre", Route.WITHIN_DEADLINE));

        assertThat(List.of("账目", "低保", "垃圾", "打井"))
                .allSatisfy(name -> assertThat(view(name).state()).isEqualTo(IssueState.CLOSED));
        assertThat(view("垃圾").firstVisitor()).isEqualTo(year.cadre(neighbour).name());
        assertThat(view("账目").firstVisitor()).isEqualTo(year.cadre(letter).name());
        assertThat(view("账目").intake().channel()).isEqualTo(Channel.MAILBOX);
        assertThat(view("打井").intake().channel()).isEqualTo(Channel.HOTLINE);
    }

    /** S7.8, S7.11. */
    private void theLedgerOfAprilAndTheCouncilDay() {
        year.sitUntil(LocalDate.of(2013, 4, 30), Set.of());
        var april = year.ledgerOf(LocalDate.of(2013, 4, 30), Set.of(raised.get("打井"), raised.get("低保")));
        assertThat(april.classes()).extracting(one -> one.name()).containsExactly("干部作风", "实际困难", "工作不足", "发展建议");
        assertThat(april.entries())
                .as("what was settled on the spot is not listed")
                .extracting(entry -> entry.line().id(), LedgerTasks.Entry::classCode)
                .containsExactlyInAnyOrder(
                        tuple(raised.get("账目"), "conduct"),
                        tuple(raised.get("低保"), "difficulties"),
                        tuple(raised.get("垃圾"), "shortcomings"),
                        tuple(raised.get("打井"), "suggestions"),
                        tuple(raised.get("修路"), "suggestions"));
        var frozen = freezes().getFirst();
        assertThat(frozen.month()).isEqualTo(YearMonth.of(2013, 4));
        assertThat(frozen.onTheSpot()).as("but counted").isEqualTo(1);
        var rows = whole(frozen).rows();
        assertThat(rows).hasSize(5).allSatisfy(row -> {
            assertThat(row.title()).isNotBlank();
            assertThat(row.responsible()).as("责任人").isNotBlank();
            assertThat(row.deadline()).as("办结时限").isNotNull();
        });
        assertThat(rows)
                .filteredOn(row -> row.issueId().equals(raised.get("低保")))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.applicant()).isEqualTo("户××");
                    assertThat(row.answer()).isEqualTo("已经解决。");
                    assertThat(row.deed()).isTrue();
                });
        assertThat(notices.page(town.town.code(), null).notices())
                .extracting(NoticeBoard.Notice::title, NoticeBoard.Notice::state)
                .containsExactlyInAnyOrder(
                        tuple("村务账目没有公布", IssueState.CLOSED),
                        tuple("低保手续没有办下来", IssueState.CLOSED),
                        tuple("村口垃圾没人清运", IssueState.CLOSED),
                        tuple("二村缺水要打井", IssueState.CLOSED),
                        tuple("三组的路雨后难走", IssueState.HANDLING));

        year.sitUntil(LocalDate.of(2013, 5, 5), Set.of());
        world.moveTo(LocalDate.of(2013, 5, 6));
        var village = town.villages.get(1);
        var meeting = world.as(
                leader(1, 0),
                () -> meetings.plan(new NewMeeting(
                        Ids.next(),
                        campaign.id(),
                        MeetingKind.COUNCIL_DAY,
                        "五月民主议政日",
                        village.id(),
                        world.today(),
                        null,
                        "村委会",
                        "党员和村民代表",
                        List.of())));
        assertThat(world.as(leader(1, 0), () -> meetings.agenda(meeting)))
                .extracting(AgendaItem::section, AgendaItem::words)
                .containsExactlyInAnyOrder(
                        tuple(AgendaItem.Section.CLOSED, "二村缺水要打井"),
                        tuple(AgendaItem.Section.NEXT, "三组的路雨后难走"),
                        tuple(AgendaItem.Section.DEED, "二村缺水要打井"));
        world.run(
                leader(1, 0),
                () -> meetings.record(
                        world.task(meeting, Meetings.RECORD), world.today(), 32, "通报四月办结的和五月要办的，没有不同意见。"));
    }

    /** What was open is closed, and hangs there no more a month later. */
    private void theLedgerOfMay() {
        year.sitUntil(LocalDate.of(2013, 5, 9), Set.of());
        var road = year.contact(town.villages.get(1), 1);
        matters.handle(year.cadre(road), raised.get("修路"));
        concluded("修路", year.cadre(road), leader(1, 1));
        year.sitUntil(LocalDate.of(2013, 5, 29), Set.of());
        var pension = year.contact(town.villages.get(4), 0);
        raise("养老", year.raised(pension, "pension", "养老金断了两个月", "cadre", Route.WITHIN_DEADLINE));
        year.ledgerOf(LocalDate.of(2013, 5, 30), Set.of());
        var may = whole(freezes().getFirst());
        assertThat(may.changes())
                .extracting(Freeze.Change::issueId, Freeze.Change::kind)
                .contains(tuple(raised.get("修路"), ChangeKind.CLOSED), tuple(raised.get("养老"), ChangeKind.ADDED));
        assertThat(may.rows())
                .as("the list of the next month is what is new and what is not settled")
                .extracting(Freeze.Row::issueId)
                .containsExactlyInAnyOrder(raised.get("修路"), raised.get("养老"));
        assertThat(may.verification().good()).isTrue();
        assertThat(notices.page(town.town.code(), null).notices())
                .extracting(NoticeBoard.Notice::title)
                .containsExactlyInAnyOrder("三组的路雨后难走", "养老金断了两个月");
        matters.handle(year.cadre(pension), raised.get("养老"));
        concluded("养老", year.cadre(pension), leader(4, 0));
    }

    /** S7.12: confirmed by the village, never by who did it; one of a hundred has done only one. */
    private void twoGoodDeedsEach() {
        year.sitUntil(LocalDate.of(2013, 6, 20), Set.of());
        var lazy = year.cadre(year.contact(town.villages.getLast(), 0));
        var linked = points.running(campaign.id());
        for (var village : town.villages) {
            var there = linked.stream()
                    .filter(point -> village.id().equals(point.placeId()))
                    .map(ContactPoint::personId)
                    .collect(Collectors.toSet());
            year.twoGoodDeedsEach(village, there, village.equals(town.villages.getLast()) ? lazy.id() : null);
        }
        assertThat(behind("good-deeds")).extracting(Due::subjectName).containsExactly(lazy.name());
        assertThat(due(lazy, "good-deeds").missing()).isEqualByComparingTo("1");
    }

    /** S7.1, S7.4: what a leader of the town, a cadre and a leader of a village owe in a year. */
    private void sixtyAHundredAndTwentyTwoHundred() {
        year.sitUntil(LocalDate.of(2013, 6, 30), Set.of());
        year.ledgerOf(LocalDate.of(2013, 6, 30), Set.of());
        year.sitUntil(LocalDate.of(2013, 7, 14), Set.of());
        world.moveTo(LocalDate.of(2013, 7, 15));
        var village = town.villages.getFirst();
        var homes = year.homesOf();
        var ofVillage = points.running(campaign.id()).stream()
                .filter(point -> village.id().equals(point.placeId()))
                .map(point -> town.cadres.get(point.personId()))
                .toList();
        var leader = ofVillage.stream()
                .filter(one -> one.rank().equals("town-leader"))
                .findFirst()
                .orElseThrow();
        var cadres =
                ofVillage.stream().filter(one -> one.rank().equals("staff")).toList();
        var diligent = cadres.get(0);
        var nearly = cadres.get(1);
        var secretary = leader(0, 0);
        assertThat(List.of(leader, diligent, secretary))
                .extracting(one -> due(one, "visits").least())
                .containsExactly(60, 120, 200);
        assertThat(due(leader, "visits").done()).as("the five of the pairing").isEqualByComparingTo("5");

        world.run(
                leader,
                () -> visits.submitFurther(
                        contactsOf.get(leader.id()).getFirst().id(), world.sheet(campaign.template(), world.today())));
        year.alsoVisited(leader, village, world.today(), 54, homes.get(leader.id()));
        year.alsoVisited(diligent, village, world.today(), 115, homes.get(diligent.id()));
        year.alsoVisited(nearly, village, world.today(), 114, homes.get(nearly.id()));
        year.alsoVisited(secretary, village, LocalDate.of(2013, 6, 20), 195, homes.get(secretary.id()));

        assertThat(List.of(leader, diligent, secretary))
                .allMatch(one -> due(one, "visits").met());
        assertThat(due(nearly, "visits").missing()).isEqualByComparingTo("1");
        assertThat(behind("visits")).as("by name, nobody is ranked").hasSize(97);
        assertThat(world.as(leader, () -> diaries.mine(campaign.id(), null, 20)).entries())
                .hasSize(6);
        assertThat(text(world.as(leader, () -> diaries.pdf(campaign.id()))))
                .contains("入户日记")
                .contains("一家人都在");
    }

    private void monthsGoBy() {
        for (var month = 7; month <= 11; month++) {
            var day = LocalDate.of(2013, month, 30);
            year.sitUntil(day, Set.of());
            year.ledgerOf(day, Set.of());
        }
        assertThat(freezes())
                .extracting(Freeze::month)
                .as("one by the 30th of each month")
                .containsExactlyElementsOf(List.of(11, 10, 9, 8, 7, 6, 5, 4).stream()
                        .map(one -> YearMonth.of(2013, one))
                        .toList());
    }

    /** S7.13. */
    private void askedAndAssessed() {
        world.moveTo(campaign.acceptanceStart());
        world.run(town.inspector, () -> {
            var item = workItems
                    .page(WorkItems.Filter.ALL.withElement(Polls.ASK), null, 10)
                    .items()
                    .getFirst();
            var drawn = polls.lines(item.subjectId(), 0, 500);
            var byUnit = drawn.stream().collect(Collectors.groupingBy(PollLine::unitName));
            assertThat(byUnit).as("a tenth of each unit's, five at least").hasSize(10);
            byUnit.forEach((unit, lines) -> assertThat(lines).hasSize(unit.endsWith("管区") ? 9 : 5));
            var unhappy = byUnit.get("第1管区").subList(0, 2);
            drawn.forEach(line -> polls.answer(
                    item.id(),
                    line.householdId(),
                    Polls.Way.VISIT,
                    Map.of("overall", unhappy.contains(line) ? "unsatisfied" : "satisfied")));
            polls.finish(item.id());
        });
        world.summarized(campaign, town.clerk, town.unitLeaders);
        assertThat(world.as(town.clerk, () -> polls.results(campaign.id(), 1)).getFirst())
                .extracting(PollResult::sampled, PollResult::answered, PollResult::satisfied, PollResult::unsatisfied)
                .containsExactly(70, 70, 68, 2);
        assertResult("coverage", null, 500, 500);
        assertResult("filesComplete", null, 500, 500);
        assertResult("goodDeeds", null, 99, 100);
        assertResult("visits", null, 3, 100);
        assertResult("poll", null, 68, 70);
        assertResult("poll", town.districts.getFirst().id(), 7, 9);
        assertThat(text(world.as(town.clerk, () -> reports.pdf(campaign.id())))).contains("群众满意度测评");
    }

    /** S7.14, and the year ends with its last day of duty. */
    private void acceptedAndPraised() {
        year.sitUntil(LocalDate.of(2013, 12, 29), Set.of());
        year.ledgerOf(LocalDate.of(2013, 12, 30), Set.of());
        year.sitUntil(END, Set.of());
        assertThat(town.villages)
                .allSatisfy(village -> assertThat(year.turns(village.code(), BEGIN, null))
                        .hasSize((int) dutyDays().count())
                        .allMatch(turn -> turn.state() == DutyState.DONE));
        var model = town.districts.get(1);
        world.run(
                town.leadingGroup,
                () -> circulars.issue(campaign.id(), CircularKind.PRAISE, model.id(), "第2管区做法好", "户户走到，件件有回音。"));
        assertThat(world.as(town.unitLeaders.get(model.id()), () -> circulars.page(CircularKind.PRAISE, null, 10))
                        .rows())
                .extracting(Circular::unit)
                .contains(model.name());
        world.accepted(campaign, town.leadingGroup);
        world.moveTo(END.plusDays(1));
        assertThat(campaigns.get(campaign.id()).phase()).isEqualTo(Phase.ARCHIVED);
        assertThat(freezes().getFirst().last()).isTrue();
        var rule = new Practices.NewPractice(Ids.next(), model.id(), "周二周四到村值班", "以后每周二、周四都有人到村值班。", world.today());
        world.run(town.leadingGroup, () -> practices.adopt(campaign.id(), rule));
        assertThat(world.as(town.cadres.values().iterator().next(), () -> practices.ofCampaign(campaign.id())))
                .extracting(Practice::title, Practice::unitName)
                .containsExactly(tuple(rule.title(), model.name()));
    }

    private static Stream<LocalDate> dutyDays() {
        return BEGIN.datesUntil(END.plusDays(1))
                .filter(day -> day.getDayOfWeek() == DayOfWeek.TUESDAY || day.getDayOfWeek() == DayOfWeek.THURSDAY)
                .filter(day -> !HOLIDAYS.contains(day));
    }

    private void raise(String name, UUID issue) {
        raised.put(name, issue);
    }

    private void concluded(String name, Person firstVisitor, Person leader) {
        matters.concluded(firstVisitor, town.otherClerk, leader, raised.get(name));
    }

    private IssueView view(String name) {
        return world.as(town.clerk, () -> issues.view(raised.get(name)));
    }

    private Person leader(int village, int which) {
        return town.villageLeaders.get(town.villages.get(village).code()).get(which);
    }

    private List<Freeze> freezes() {
        return world.as(town.clerk, () -> {
            var ledger = ledgers.visible().stream()
                    .filter(one -> one.campaignId().equals(campaign.id()))
                    .findFirst()
                    .orElseThrow();
            return ledgers.freezes(ledger.id());
        });
    }

    private Freeze.Whole whole(Freeze freeze) {
        return world.as(town.clerk, () -> ledgers.freeze(freeze.id()));
    }

    private Due due(Person person, String obligation) {
        return world.as(person, () -> obligations.mine(campaign.id())).stream()
                .filter(due -> due.obligation().id().equals(obligation)
                        && due.subjectId().equals(person.id()))
                .findFirst()
                .orElseThrow();
    }

    private List<Due> behind(String obligation) {
        return world.as(town.clerk, () -> {
            var due = campaign.template().countedObligations().stream()
                    .filter(one -> one.id().equals(obligation))
                    .findFirst()
                    .orElseThrow()
                    .due();
            var period = obligations.periods(campaign, due).getFirst();
            return obligations
                    .page(campaign.id(), obligation, period, null, true, null, 200)
                    .dues();
        });
    }

    private void assertResult(String item, @Nullable UUID unit, int numerator, int denominator) {
        assertThat(world.as(town.clerk, () -> assessments.of(campaign.id())))
                .filteredOn(result -> result.item().equals(item) && Objects.equals(result.unitId(), unit))
                .as(item)
                .extracting(AssessmentResult::numerator, AssessmentResult::denominator)
                .containsExactly(tuple(numerator, denominator));
    }

    private static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
