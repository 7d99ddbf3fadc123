package cn.minqing.visit;

import cn.minqing.SmallWorld;
import cn.minqing.SmallWorlds;
import cn.minqing.campaign.CampaignDates;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Contact;
import cn.minqing.campaign.Contacts;
import cn.minqing.campaign.VisitStarter;
import cn.minqing.household.Households;
import cn.minqing.household.MemberInput;
import cn.minqing.household.NewHousehold;
import cn.minqing.household.Relation;
import cn.minqing.household.Sex;
import cn.minqing.organization.Person;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Ids;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.tasklist.WorkItems;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A {@link SmallWorld} with a campaign whose visits a test starts one by one, drawn for a spot check or not. */
public final class VisitWorld {
    public static final String VISIT = "userTask_visitHousehold";
    public static final String APPROVE = "userTask_approveStrikeOff";
    public static final String SPOT_CHECK = "userTask_spotCheck";

    private static final int DRAWN_BELOW = 10;
    private static final int NEVER_DRAWN_FROM = 20;

    private final Tools tools;
    public final SmallWorld people;
    public final CampaignView campaign;
    public final Person cadre;
    private int households;

    private VisitWorld(Tools tools, SmallWorld people, CampaignView campaign) {
        this.tools = tools;
        this.people = people;
        this.campaign = campaign;
        this.cadre = people.cadres().get(1);
    }

    /** Makes visit worlds. */
    @Component
    public static class Tools {
        private final SmallWorlds worlds;
        private final Campaigns campaigns;
        private final Contacts contacts;
        private final Households households;
        private final VisitStarter starter;
        private final Visits visits;
        private final WorkItems workItems;
        private final JdbcClient jdbc;
        private final AppClock clock;

        Tools(
                SmallWorlds worlds,
                Campaigns campaigns,
                Contacts contacts,
                Households households,
                VisitStarter starter,
                Visits visits,
                WorkItems workItems,
                JdbcClient jdbc,
                AppClock clock) {
            this.worlds = worlds;
            this.campaigns = campaigns;
            this.contacts = contacts;
            this.households = households;
            this.starter = starter;
            this.visits = visits;
            this.workItems = workItems;
            this.jdbc = jdbc;
            this.clock = clock;
        }

        public VisitWorld create() {
            var world = worlds.create();
            var today = clock.today();
            var dates =
                    new CampaignDates(today.minusDays(9), today.minusDays(3), today.plusDays(50), today.plusDays(60));
            var campaign = world.as(
                    world.clerk(),
                    () -> campaigns.launch(
                            "s1-shangluo",
                            "走访" + world.village().name(),
                            world.office().id(),
                            world.village().id(),
                            dates));
            return new VisitWorld(this, world, campaign);
        }
    }

    public LocalDate today() {
        return tools.clock.today();
    }

    /** A new household in contact with a cadre; its visit is not started. */
    public Contact contact(Person person, boolean drawn) {
        var number = ++households;
        var head = "住户" + number;
        var householdId = tools.households.add(new NewHousehold(
                people.groups().getFirst().code(),
                "9%03d".formatted(number),
                head,
                "13800001234",
                List.of(
                        new MemberInput(head, Relation.HEAD, Sex.MALE, 1960),
                        new MemberInput(
                                "配偶" + number,
                                Relation.SPOUSE,
                                Sex.FEMALE,
                                1962,
                                "11010519491231002X",
                                "高血压",
                                "",
                                false)),
                Set.of()));
        return contactOf(householdId, person, drawn);
    }

    public Contact contactOf(UUID householdId, Person person, boolean drawn) {
        var id = Ids.next();
        while (drawn ? HouseholdFiles.sample(id) >= DRAWN_BELOW : HouseholdFiles.sample(id) < NEVER_DRAWN_FROM) {
            id = Ids.next();
        }
        tools.jdbc
                .sql(
                        "insert into contact (id, campaign_id, household_id, person_id, unit_id, from_date) values (?, ?, ?, ?, ?, ?)")
                .params(id, campaign.id(), householdId, person.id(), person.unitId(), Date.valueOf(today()))
                .update();
        return tools.contacts.get(id);
    }

    public void start(List<Contact> contacts, UUID batchId) {
        tools.starter.start(contacts, batchId, today().plusDays(20));
    }

    /** A household whose visit waits for {@link #cadre}. */
    public Contact visiting(boolean drawn) {
        var contact = contact(cadre, drawn);
        start(List.of(contact), Ids.next());
        return contact;
    }

    /** The task that waits about the contact, whoever's it is. */
    public WorkItem task(Contact contact) {
        var open = waiting(contact);
        if (open.size() != 1) {
            throw new AssertionError("Not one task but " + open);
        }
        return open.getFirst();
    }

    public List<WorkItem> waiting(Contact contact) {
        return tools.workItems.waitingFor(contact.id());
    }

    public List<String> waitingAt(Contact contact) {
        return waiting(contact).stream().map(WorkItem::element).toList();
    }

    public VisitSheet sheet(Person person, Contact contact) {
        return people.as(person, () -> tools.visits.sheet(contact.id()));
    }

    public VisitSheet.Submitted submit(Contact contact, SheetInput input) {
        return people.as(cadre, () -> tools.visits.submit(task(contact).id(), input));
    }

    /** A sheet on which all six obligations are met. */
    public SheetInput complete() {
        return new SheetInput(
                Ids.next(),
                today(),
                VisitKind.HOME,
                "户主",
                true,
                List.of(),
                null,
                Map.of("baseline-survey", survey(), "income-plan", plan()),
                Map.of(
                        "survey", "",
                        "income-plan", "",
                        "training", "户主参加核桃栽培培训两天",
                        "policy-talk", "讲了新农合和养老保险",
                        "real-difficulty", "帮助联系了化肥",
                        "couplets", "已送"),
                List.of(),
                List.of(),
                Set.of(),
                "老两口身体还好。",
                null,
                false);
    }

    /** A sheet with some of the obligations of {@link #complete}. */
    public SheetInput partly(String... obligations) {
        var all = complete();
        var claimed = new HashMap<>(all.obligations());
        claimed.keySet().retainAll(Set.of(obligations));
        return with(all, Map.of(), claimed);
    }

    public static SheetInput with(
            SheetInput sheet, Map<String, Map<String, Object>> answers, Map<String, String> obligations) {
        return new SheetInput(
                sheet.submissionKey(),
                sheet.visitedOn(),
                sheet.kind(),
                sheet.metWith(),
                sheet.membersConfirmed(),
                sheet.memberChanges(),
                sheet.phone(),
                answers,
                obligations,
                sheet.issues(),
                sheet.promises(),
                sheet.keptPromises(),
                sheet.diary(),
                sheet.nextDate(),
                sheet.unusualConfirmed());
    }

    public static Map<String, Object> survey() {
        var answers = new HashMap<String, Object>();
        answers.put("memberCount", 4);
        answers.put("labourCount", 2);
        answers.put("hardships", new ArrayList<>(List.of("poor-household")));
        answers.put("farmlandMu", "3.5");
        answers.put("housing", "safe");
        answers.put("incomeWage", 12000);
        answers.put("incomeBusiness", 8000);
        answers.put("incomeProperty", 0);
        answers.put("incomeTransfer", 1500);
        answers.put("industries", List.of("planting"));
        answers.put("mainDifficulty", "technology");
        return answers;
    }

    public static Map<String, Object> plan() {
        var answers = new HashMap<String, Object>();
        answers.put("plannedWage", 14000);
        answers.put("plannedBusiness", 12000);
        answers.put("plannedProperty", 500);
        answers.put("plannedTransfer", 1500);
        answers.put("industry", "planting");
        answers.put("project", "核桃园改良五亩");
        answers.put("householdAgrees", true);
        return answers;
    }
}
