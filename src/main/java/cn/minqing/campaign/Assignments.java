package cn.minqing.campaign;

import cn.minqing.household.HouseholdSummary;
import cn.minqing.household.Households;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Area;
import cn.minqing.organization.Areas;
import cn.minqing.organization.People;
import cn.minqing.organization.Role;
import cn.minqing.organization.Units;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.WorkItems;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final Plans plans;
    private final Participants participants;
    private final Contacts contacts;
    private final CampaignSteps steps;
    private final ContactQuota quotas;
    private final List<AssignmentRule> rules;
    private final Households households;
    private final Areas areas;
    private final Units units;
    private final People people;
    private final WorkItems workItems;
    private final Audit audit;
    private final AppClock clock;

    Assignments(
            JdbcClient jdbc,
            JdbcTemplate batches,
            Campaigns campaigns,
            Plans plans,
            Participants participants,
            Contacts contacts,
            CampaignSteps steps,
            ContactQuota quotas,
            List<AssignmentRule> rules,
            Households households,
            Areas areas,
            Units units,
            People people,
            WorkItems workItems,
            Audit audit,
            AppClock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.campaigns = campaigns;
        this.plans = plans;
        this.participants = participants;
        this.contacts = contacts;
        this.steps = steps;
        this.quotas = quotas;
        this.rules = rules;
        this.households = households;
        this.areas = areas;
        this.units = units;
        this.people = people;
        this.workItems = workItems;
        this.audit = audit;
        this.clock = clock;
    }

    /** What an assignment has to go round; {@code missing} households would find nobody, 0 when it can be done. */
    public record Capacity(int households, int cadres, int capacity, int missing) {}

    /** How many households a cadre has, and how many the table allows for the rank. */
    public record Load(UUID personId, String name, UUID unitId, int households, int quota) {}

    /**
     * How a unit stands in the assignment.
     *
     * @param households how many its cadres have in all, {@code least} and {@code most} each
     * @param answer what its leader said in this round; null while not asked or not answered
     */
    public record UnitBalance(
            UUID unitId,
            String unitName,
            int cadres,
            int households,
            int least,
            int most,
            @Nullable Answer answer) {}

    /** {@code reason} is empty when confirmed. */
    public record Answer(boolean confirmed, String reason) {}

    /** All units and all cadres who take part, by unit, then account. */
    public record Balance(List<UnitBalance> units, List<Load> loads) {}

    /**
     * 村不漏组、组不漏户、户不漏人 (S1.2): complete when the three lists are empty. That no household has two contacts at
     * once is held by a unique index.
     *
     * @param groupsMissed areas with resident households none of which has a contact
     * @param householdsMissed resident households without a contact
     * @param withoutPerson households whose contact can no longer act
     */
    public record Coverage(
            int groups,
            int households,
            int assigned,
            List<String> groupsMissed,
            List<HouseholdSummary> householdsMissed,
            List<HouseholdSummary> withoutPerson) {
        public boolean complete() {
            return groupsMissed.isEmpty() && householdsMissed.isEmpty() && withoutPerson.isEmpty();
        }
    }

    /** Tells before anything is assigned whether the cadres of these units can take every household. */
    @Transactional(readOnly = true)
    public Capacity capacity(UUID campaignId, List<UUID> unitIds) {
        var campaign = campaigns.view(campaignId);
        var cadres = cadres(campaign, unitIds);
        var homes = households.resident(campaign.areaCode()).size();
        var capacity = cadres.stream().mapToInt(AssignmentRule.Cadre::quota).sum();
        return new Capacity(homes, cadres.size(), capacity, Math.max(0, homes - capacity));
    }

    /** Assigns every resident household by the template's rule. For the process. */
    public void assign(UUID campaignId) {
        var campaign = campaigns.requireRunning(campaignId);
        var rule = rules.stream()
                .filter(known ->
                        known.name().equals(campaign.template().assignment().rule()))
                .findFirst()
                .orElseThrow();
        var homes = households.resident(campaign.areaCode()).stream()
                .map(HouseholdSummary::id)
                .toList();
        var assigned = rule.assign(homes, cadres(campaign, plans.unitsTakingPart(campaignId)));
        var today = clock.today();
        batches.batchUpdate(
                "insert into contact (id, campaign_id, household_id, person_id, unit_id, from_date)"
                        + " values (?, ?, ?, ?, ?, ?)",
                assigned.stream()
                        .map(one -> new Object[] {
                            Ids.next(), campaignId, one.householdId(), one.personId(), one.unitId(), today
                        })
                        .toList());
        audit.record(
                Actors.currentId(), "contacts.assigned", "CAMPAIGN", campaignId, Map.of("contacts", assigned.size()));
    }

    /** How the households are spread over the units and cadres; for the office, leading group and unit leaders. */
    @Transactional(readOnly = true)
    public Balance balance(UUID campaignId) {
        var campaign = campaigns.view(campaignId);
        requireOverseer(Actors.current(), campaign);
        return balanceOf(campaign);
    }

    /** Whether anybody is missed, and who. */
    @Transactional(readOnly = true)
    public Coverage coverage(UUID campaignId) {
        var campaign = campaigns.view(campaignId);
        requireOverseer(Actors.current(), campaign);
        return coverageOf(campaign);
    }

    /**
     * Gives a household to another cadre, by hand; the task stays open.
     *
     * @return the balance afterwards
     * @throws UserError {@code campaign.contact.ended}, {@code campaign.contact.notTakingPart}, {@code
     *     campaign.contact.quota} with the name, the quota
     */
    public Balance adjust(UUID workItemId, UUID contactId, UUID newPersonId) {
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
        return balanceOf(campaign);
    }

    /**
     * Lets two cadres change one household for another, by hand; the task stays open. Nobody has more than before, so
     * that it also works where every quota is used up.
     *
     * @return the balance afterwards
     * @throws UserError {@code campaign.contact.ended}
     */
    public Balance exchange(UUID workItemId, UUID contactId, UUID otherContactId) {
        var item = workItems.take(workItemId, ADJUST);
        var campaign = campaigns.requireRunning(item.subjectId());
        campaigns.lock(campaign.id());
        var one = contacts.requireRunning(campaign.id(), contactId);
        var other = contacts.requireRunning(campaign.id(), otherContactId);
        give(one, other);
        give(other, one);
        return balanceOf(campaign);
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
    public Balance add(UUID workItemId, UUID householdId, UUID personId) {
        var item = workItems.take(workItemId, ADJUST);
        var campaign = campaigns.requireRunning(item.subjectId());
        campaigns.lock(campaign.id());
        place(campaign, householdId, personId);
        return balanceOf(campaign);
    }

    /** A new contact for a household that has none; the campaign is locked. */
    Contact place(CampaignView campaign, UUID householdId, UUID personId) {
        var home = households.resident(campaign.areaCode()).stream()
                .filter(resident -> resident.id().equals(householdId))
                .findFirst()
                .orElseThrow(() -> new UserError("campaign.contact.notResident"));
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
        var coverage = coverageOf(campaign);
        if (!coverage.complete()) {
            throw new UserError(
                    "campaign.coverage.missed",
                    coverage.groupsMissed().size(),
                    coverage.householdsMissed().size(),
                    coverage.withoutPerson().size());
        }
        var asked = unitsWithContacts(campaign.id());
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
        steps.unitAnswered(item, answers(campaign.id()).values().stream().allMatch(Answer::confirmed));
    }

    /** Units whose cadres have running contacts, in their own order. */
    List<UUID> unitsWithContacts(UUID campaignId) {
        return contacts.ofCampaign(campaignId).stream()
                .map(Contact::unitId)
                .distinct()
                .toList();
    }

    private Load roomFor(CampaignView campaign, UUID personId) {
        var load = loads(campaign).stream()
                .filter(one -> one.personId().equals(personId))
                .findFirst()
                .orElseThrow(() -> new UserError("campaign.contact.notTakingPart"));
        if (load.households() >= load.quota()) {
            throw new UserError("campaign.contact.quota", load.name(), load.quota());
        }
        return load;
    }

    /** Households struck off the register since the assignment need nobody any more. */
    private void dropStruckOff(CampaignView campaign) {
        var resident = residents(campaign).keySet();
        contacts.ofCampaign(campaign.id()).stream()
                .filter(contact -> !resident.contains(contact.householdId()))
                .forEach(contact -> contacts.end(contact.id()));
    }

    private List<AssignmentRule.Cadre> cadres(CampaignView campaign, List<UUID> unitIds) {
        var byRank = new HashMap<String, Integer>();
        return participants.would(campaign.id(), unitIds).stream()
                .map(person -> new AssignmentRule.Cadre(
                        person.personId(),
                        person.unitId(),
                        byRank.computeIfAbsent(person.rank(), rank -> quota(campaign, rank))))
                .toList();
    }

    private int quota(CampaignView campaign, String rank) {
        var template = campaign.template();
        return quotas.of(template.assignment().decision(), template.id(), rank).ruralHouseholds();
    }

    private List<Load> loads(CampaignView campaign) {
        var counts = new HashMap<UUID, Integer>();
        contacts.ofCampaign(campaign.id()).forEach(contact -> counts.merge(contact.personId(), 1, Integer::sum));
        var byRank = new HashMap<String, Integer>();
        return participants.of(campaign.id()).stream()
                .map(person -> new Load(
                        person.personId(),
                        person.name(),
                        person.unitId(),
                        counts.getOrDefault(person.personId(), 0),
                        byRank.computeIfAbsent(person.rank(), rank -> quota(campaign, rank))))
                .toList();
    }

    private Balance balanceOf(CampaignView campaign) {
        var loads = loads(campaign);
        var answers = answers(campaign.id());
        var byUnit = new LinkedHashMap<UUID, List<Load>>();
        loads.forEach(load ->
                byUnit.computeIfAbsent(load.unitId(), unit -> new ArrayList<>()).add(load));
        var balances = byUnit.entrySet().stream()
                .map(entry -> {
                    var each =
                            entry.getValue().stream().mapToInt(Load::households).summaryStatistics();
                    return new UnitBalance(
                            entry.getKey(),
                            units.get(entry.getKey()).name(),
                            entry.getValue().size(),
                            (int) each.getSum(),
                            each.getMin(),
                            each.getMax(),
                            answers.get(entry.getKey()));
                })
                .toList();
        return new Balance(balances, loads);
    }

    private Map<UUID, Answer> answers(UUID campaignId) {
        var answers = new HashMap<UUID, Answer>();
        jdbc.sql("""
                select f.unit_id, f.confirmed, f.reason from contact_confirmation f
                join campaign c on c.id = f.campaign_id and c.confirmation_round = f.round where c.id = ?
                """)
                .param(campaignId)
                .query((row, number) -> answers.put(
                        row.getObject("unit_id", UUID.class),
                        new Answer(row.getBoolean("confirmed"), row.getString("reason"))))
                .list();
        return answers;
    }

    private Coverage coverageOf(CampaignView campaign) {
        var resident = residents(campaign);
        var running = contacts.ofCampaign(campaign.id());
        var assigned = new HashSet<UUID>();
        running.stream().map(Contact::householdId).filter(resident::containsKey).forEach(assigned::add);
        var groups = new LinkedHashMap<String, Boolean>();
        resident.values()
                .forEach(home -> groups.merge(home.groupCode(), assigned.contains(home.id()), Boolean::logicalOr));
        var missedGroups = groups.entrySet().stream()
                .filter(group -> !group.getValue())
                .map(group -> Optional.of(group.getKey())
                        .flatMap(areas::byCode)
                        .map(Area::name)
                        .orElse(group.getKey()))
                .toList();
        var missed = resident.values().stream()
                .filter(home -> !assigned.contains(home.id()))
                .toList();
        var inactive = jdbc.sql("""
                select t.household_id from contact t join person p on p.id = t.person_id
                where t.campaign_id = ? and t.until_date is null and not p.active
                """).param(campaign.id()).query(UUID.class).list();
        var withoutPerson =
                inactive.stream().map(resident::get).filter(Objects::nonNull).toList();
        return new Coverage(groups.size(), resident.size(), assigned.size(), missedGroups, missed, withoutPerson);
    }

    private Map<UUID, HouseholdSummary> residents(CampaignView campaign) {
        var resident = new LinkedHashMap<UUID, HouseholdSummary>();
        households.resident(campaign.areaCode()).forEach(home -> resident.put(home.id(), home));
        return resident;
    }

    private static void requireOverseer(Actor actor, CampaignView campaign) {
        if (!actor.has(Role.CAMPAIGN_OFFICE, campaign.hostUnitId())
                && !actor.has(Role.LEADING_GROUP, campaign.hostUnitId())
                && !actor.has(Role.INSPECTOR, campaign.hostUnitId())
                && !actor.has(Role.UNIT_LEADER)) {
            throw UserError.forbidden();
        }
    }
}
