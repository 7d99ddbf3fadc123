package cn.minqing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.minqing.activity.Activities;
import cn.minqing.activity.Confirmations;
import cn.minqing.assessment.Assessments;
import cn.minqing.assessment.Polls;
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
import cn.minqing.duty.Duties;
import cn.minqing.duty.Duty;
import cn.minqing.duty.DutyBoard;
import cn.minqing.duty.Rosters;
import cn.minqing.duty.Swaps;
import cn.minqing.household.Households;
import cn.minqing.issue.IssueTasks;
import cn.minqing.issue.Issues;
import cn.minqing.ledger.LedgerTasks;
import cn.minqing.ledger.Ledgers;
import cn.minqing.ledger.NoticeBoard;
import cn.minqing.meeting.Meetings;
import cn.minqing.obligation.Obligations;
import cn.minqing.organization.Area;
import cn.minqing.organization.Person;
import cn.minqing.supervision.Circulars;
import cn.minqing.supervision.Reminders;
import cn.minqing.tasklist.WorkItems;
import cn.minqing.visit.Diaries;
import cn.minqing.visit.Visits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
    Duties duties;

    @Autowired
    Swaps swaps;

    @Autowired
    DutyBoard dutyBoard;

    @Autowired
    Reminders reminders;

    @Autowired
    Issues issues;

    @Autowired
    IssueTasks issueTasks;

    @Autowired
    Ledgers ledgers;

    @Autowired
    LedgerTasks ledgerTasks;

    @Autowired
    NoticeBoard notices;

    @Autowired
    Meetings meetings;

    @Autowired
    Activities activities;

    @Autowired
    Confirmations confirmations;

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
    private Map<UUID, List<Contact>> contactsOf;

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
        var days = BEGIN.datesUntil(END.plusDays(1))
                .filter(day -> day.getDayOfWeek() == DayOfWeek.TUESDAY || day.getDayOfWeek() == DayOfWeek.THURSDAY)
                .filter(day -> !HOLIDAYS.contains(day))
                .toList();
        var any = town.unitLeaders.get(town.districts.getLast().id());
        for (var village : town.villages) {
            var turns = world.as(any, () -> turns(village, null));
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
                    .allMatch(turn -> person(turn).rank().equals("town-leader"));
            var shares = turns.stream()
                    .filter(turn -> !turn.leader())
                    .collect(Collectors.groupingBy(Duty::personId, Collectors.counting()))
                    .values();
            assertThat(shares).as("all others in turn").hasSize(19).allMatch(share -> share == 3 || share == 2);
        }
        world.moveTo(LocalDate.of(2013, 4, 12));
        var village = town.villages.getFirst();
        var turns = turns(village, LocalDate.of(2013, 4, 26));
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
        var swap = world.as(person(first), () -> swaps.ask(first.id(), later.personId(), later.id(), "周二去县里开会"));
        world.run(person(later), () -> swaps.answer(world.task(swap, Swaps.ANSWER), true, ""));
        assertThat(turns(village, LocalDate.of(2013, 4, 26)))
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

    private Person person(Duty turn) {
        return town.cadres.get(turn.personId());
    }

    /** As the office reads them, from now on. */
    private List<Duty> turns(Area village, @Nullable LocalDate to) {
        var filter = new Rosters.Filter(campaign.id(), village.code(), null, world.today(), to);
        return world.as(town.clerk, () -> rosters.page(filter, null, 500).turns());
    }

    private static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
