package cn.minqing.campaign;

import cn.minqing.household.Households;
import cn.minqing.organization.Actors;
import cn.minqing.organization.People;
import cn.minqing.organization.Role;
import cn.minqing.organization.Units;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.WorkItems;
import java.sql.Timestamp;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which cadre is in contact with which household: assigned by rule, adjusted by hand, confirmed by each unit. */
@Service
@Transactional
public class Assignments {
    static final String ADJUST = "userTask_adjustContacts";
    static final String CONFIRM = "userTask_confirmContacts";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Campaigns campaigns;
    private final Participants participants;
    private final Contacts contacts;
    private final ContactPoints points;
    private final ContactPlanner planner;
    private final Balances balances;
    private final CampaignSteps steps;
    private final Households households;
    private final Units units;
    private final People people;
    private final WorkItems workItems;
    private final Audit audit;
    private final AppClock clock;

    Assignments(
            JdbcClient jdbc,
            JdbcTemplate batches,
            Campaigns campaigns,
            Participants participants,
            Contacts contacts,
            ContactPoints points,
            ContactPlanner planner,
            Balances balances,
            CampaignSteps steps,
            Households households,
            Units units,
            People people,
            WorkItems workItems,
            Audit audit,
            AppClock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.campaigns = campaigns;
        this.participants = participants;
        this.contacts = contacts;
        this.points = points;
        this.planner = planner;
        this.balances = balances;
        this.steps = steps;
        this.households = households;
        this.units = units;
        this.people = people;
        this.workItems = workItems;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Links units and cadres with places, and cadres with households, by the tables of the template. For the process.
     *
     * @throws UserError {@code campaign.assignment.noCadres}, {@code campaign.assignment.infeasible} with households,
     *     capacity and how many are left over, {@code campaign.assignment.lacks.…} with what lacks and how much
     */
    public void assign(UUID campaignId) {
        var campaign = campaigns.requireRunning(campaignId);
        var taking = participants.of(campaignId);
        if (taking.isEmpty()) {
            throw new UserError(
                    "campaign.assignment.noCadres",
                    households.resident(campaign.areaCode()).size());
        }
        var planned = planner.plan(campaign, taking);
        requireComplete(campaign, taking, planned);
        var today = clock.today();
        var given = planned.households().given();
        var places = points.addAll(campaignId, planned.points());
        batches.batchUpdate(
                "insert into contact (id, campaign_id, household_id, person_id, unit_id, from_date)"
                        + " values (?, ?, ?, ?, ?, ?)",
                given.stream()
                        .map(one -> new Object[] {
                            Ids.next(), campaignId, one.householdId(), one.personId(), one.unitId(), today
                        })
                        .toList());
        audit.record(
                Actors.currentId(),
                "contacts.assigned",
                "CAMPAIGN",
                campaignId,
                Map.of("contacts", given.size(), "points", places));
    }

    private void requireComplete(
            CampaignView campaign, List<Participants.Participant> taking, ContactPlanner.Planned planned) {
        if (planned.complete()) {
            return;
        }
        var result = planned.households();
        var rules = planner.rules(campaign, taking);
        var homes = result.given().size()
                + result.uncovered().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
        var capacity = taking.stream()
                .mapToInt(person -> rules.quota(person.rank()).most())
                .sum();
        if (planned.placeLacks().isEmpty() && result.lacks().isEmpty() && capacity < homes) {
            throw new UserError("campaign.assignment.infeasible", homes, taking.size(), capacity, homes - capacity);
        }
        var lacks = balances.lacks(planned);
        throw lacks.getFirst().error(lacks.size() - 1);
    }

    /**
     * Gives a household to another cadre, by hand; the task stays open.
     *
     * @throws UserError {@code campaign.contact.ended}, {@code campaign.contact.notTakingPart}, {@code
     *     campaign.contact.quota} with the name, the quota
     */
    public void adjust(UUID workItemId, UUID contactId, UUID newPersonId) {
        var item = workItems.take(workItemId, ADJUST);
        var campaign = campaigns.requireRunning(item.subjectId());
        campaigns.lock(campaign.id());
        var contact = contacts.requireRunning(campaign.id(), contactId);
        if (!contact.personId().equals(newPersonId)) {
            var load = roomFor(campaign, newPersonId);
            jdbc.sql("update contact set person_id = ?, unit_id = ?, from_date = ? where id = ?")
                    .params(newPersonId, load.unitId(), clock.today(), contactId)
                    .update();
            audit.record(
                    Actors.currentId(),
                    "contact.adjusted",
                    "CONTACT",
                    contactId,
                    Map.of("from", contact.personId(), "to", newPersonId));
        }
    }

    /**
     * Lets two cadres change one household for another, by hand; the task stays open. Nobody has more than before, so
     * that it also works where every quota is used up.
     *
     * @throws UserError {@code campaign.contact.ended}
     */
    public void exchange(UUID workItemId, UUID contactId, UUID otherContactId) {
        var item = workItems.take(workItemId, ADJUST);
        var campaign = campaigns.requireRunning(item.subjectId());
        campaigns.lock(campaign.id());
        var one = contacts.requireRunning(campaign.id(), contactId);
        var other = contacts.requireRunning(campaign.id(), otherContactId);
        give(one, other);
        give(other, one);
    }

    private void give(Contact contact, Contact to) {
        jdbc.sql("update contact set person_id = ?, unit_id = ?, from_date = ? where id = ?")
                .params(to.personId(), to.unitId(), clock.today(), contact.id())
                .update();
        audit.record(
                Actors.currentId(),
                "contact.adjusted",
                "CONTACT",
                contact.id(),
                Map.of("from", contact.personId(), "to", to.personId()));
    }

    /** Gives a household that has no contact yet to a cadre, by hand; the task stays open. */
    public void add(UUID workItemId, UUID householdId, UUID personId) {
        var item = workItems.take(workItemId, ADJUST);
        var campaign = campaigns.requireRunning(item.subjectId());
        campaigns.lock(campaign.id());
        place(campaign, householdId, personId);
    }

    /** A new contact for a household that has none; the campaign is locked. */
    Contact place(CampaignView campaign, UUID householdId, UUID personId) {
        var home = households.summaries(List.of(householdId)).get(householdId);
        if (home == null || !home.groupCode().startsWith(campaign.areaCode()) || !households.resident(householdId)) {
            throw new UserError("campaign.contact.notResident");
        }
        if (contacts.current(campaign.id(), householdId).isPresent()) {
            throw new UserError("campaign.contact.exists", home.headName());
        }
        var load = roomFor(campaign, personId);
        var contactId = Ids.next();
        jdbc.sql("""
                insert into contact (id, campaign_id, household_id, person_id, unit_id, from_date)
                values (?, ?, ?, ?, ?, ?)
                """)
                .params(contactId, campaign.id(), householdId, personId, load.unitId(), clock.today())
                .update();
        audit.record(Actors.currentId(), "contact.added", "CONTACT", contactId, Map.of("person", personId));
        return contacts.get(contactId);
    }

    /**
     * Asks each unit to confirm its contacts.
     *
     * @throws UserError {@code campaign.coverage.missed} with groups and households left out, {@code
     *     campaign.unitWithoutLeader} with the unit's name
     */
    public void finishAdjusting(UUID workItemId) {
        var item = workItems.take(workItemId, ADJUST);
        var campaign = campaigns.requireRunning(item.subjectId());
        dropStruckOff(campaign);
        requireCovered(balances.coverageOf(campaign));
        var asked = unitsToConfirm(campaign.id());
        for (var unit : asked) {
            if (people.holding(Role.UNIT_LEADER, unit).isEmpty()) {
                throw new UserError(
                        "campaign.unitWithoutLeader", units.get(unit).name());
            }
        }
        var entity = campaigns.campaign(campaign.id());
        var round = entity.askUnits();
        campaigns.save(entity);
        audit.record(
                Actors.currentId(),
                "contacts.adjusted",
                "CAMPAIGN",
                campaign.id(),
                Map.of("round", round, "units", asked));
        steps.contactsAdjusted(item, asked);
    }

    private static void requireCovered(Balances.Coverage coverage) {
        if (!coverage.groupsMissed().isEmpty()
                || !coverage.householdsMissed().isEmpty()
                || !coverage.withoutPerson().isEmpty()) {
            throw new UserError(
                    "campaign.coverage.missed",
                    coverage.groupsMissed().size(),
                    coverage.everyHousehold() ? coverage.households() - coverage.assigned() : 0,
                    coverage.withoutPerson().size());
        }
        if (!coverage.unmet().isEmpty()) {
            var first = coverage.unmet().getFirst();
            throw new UserError(
                    first.part().length() > 1 ? "campaign.coverage.unmetPart" : "campaign.coverage.unmet",
                    first.name(),
                    first.part(),
                    first.has(),
                    first.least(),
                    first.most(),
                    coverage.unmet().size());
        }
    }

    /** The unit confirms its contacts. */
    public void confirmUnit(UUID workItemId) {
        answer(workItemId, true, "");
    }

    /** The unit objects; the office adjusts again once every unit has answered. */
    public void objectUnit(UUID workItemId, String reason) {
        answer(workItemId, false, Reasons.required("reason", reason));
    }

    private void answer(UUID workItemId, boolean confirmed, String reason) {
        var item = workItems.take(workItemId, CONFIRM);
        var campaign = campaigns.requireRunning(item.subjectId());
        campaigns.lock(campaign.id());
        var unitId = Objects.requireNonNull(item.scopeId());
        var actor = Actors.current();
        jdbc.sql("""
                insert into contact_confirmation (campaign_id, round, unit_id, confirmed, reason, person_id, at)
                select id, confirmation_round, ?, ?, ?, ?, ? from campaign where id = ?
                """)
                .params(unitId, confirmed, reason, actor.id(), Timestamp.from(clock.now()), campaign.id())
                .update();
        audit.record(
                actor.id(),
                confirmed ? "contacts.confirmed" : "contacts.objected",
                "CAMPAIGN",
                campaign.id(),
                Map.of("unit", unitId));
        steps.unitAnswered(
                item, balances.answers(campaign.id()).values().stream().allMatch(Balances.Answer::confirmed));
    }

    /** Units whose cadres have running contacts, in their own order. */
    List<UUID> unitsWithContacts(UUID campaignId) {
        return jdbc.sql("""
                select u.id from unit u join area a on a.id = u.area_id
                where exists (select from contact t where t.campaign_id = ? and t.unit_id = u.id and t.until_date is null)
                order by a.code, u.sort_order, u.name, u.id
                """).param(campaignId).query(UUID.class).list();
    }

    /** Units with contacts or contact points: who has to confirm. */
    private List<UUID> unitsToConfirm(UUID campaignId) {
        var all = new LinkedHashSet<>(unitsWithContacts(campaignId));
        points.running(campaignId).forEach(point -> all.add(point.unitId()));
        return List.copyOf(all);
    }

    private Balances.Load roomFor(CampaignView campaign, UUID personId) {
        var person = participants
                .find(campaign.id(), personId)
                .orElseThrow(() -> new UserError("campaign.contact.notTakingPart"));
        var load = balances.load(campaign, person);
        if (load.households() >= load.quota()) {
            throw new UserError("campaign.contact.quota", load.name(), load.quota());
        }
        return load;
    }

    /** Households struck off the register since the assignment need nobody any more. */
    private void dropStruckOff(CampaignView campaign) {
        jdbc.sql("""
                select t.id from contact t join household h on h.id = t.household_id
                where t.campaign_id = ? and t.until_date is null
                  and (h.state <> 'RESIDENT' or h.group_code not like ?)
                """)
                .params(campaign.id(), campaign.areaCode() + "%")
                .query(UUID.class)
                .list()
                .forEach(contacts::end);
    }
}
