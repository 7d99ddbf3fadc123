package cn.minqing.campaign;

import cn.minqing.campaign.HouseholdAllocation.Cover;
import cn.minqing.campaign.Participants.Participant;
import cn.minqing.household.HouseholdSummary;
import cn.minqing.household.Households;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Area;
import cn.minqing.organization.Areas;
import cn.minqing.organization.Role;
import cn.minqing.organization.Units;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How households and places are spread over units and cadres, whether anybody is missed, and what the rules lack. */
@Service
@Transactional(readOnly = true)
public class Balances {
    private static final int MOST_NAMED = 100;

    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final Participants participants;
    private final Contacts contacts;
    private final ContactPlanner planner;
    private final Households households;
    private final Areas areas;
    private final Units units;

    Balances(
            JdbcClient jdbc,
            Campaigns campaigns,
            Participants participants,
            Contacts contacts,
            ContactPlanner planner,
            Households households,
            Areas areas,
            Units units) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.participants = participants;
        this.contacts = contacts;
        this.planner = planner;
        this.households = households;
        this.areas = areas;
        this.units = units;
    }

    /**
     * What an assignment has to go round, before anything is worked out.
     *
     * @param capacity how many households the cadres may take in all
     * @param missing how many households would find nobody, or how many the cadres would lack; 0 when it can be done
     */
    public record Capacity(int households, int cadres, int capacity, int missing) {}

    /**
     * What the rules come to for these units.
     *
     * @param points how many links with places there would be, {@code contacts} with households
     * @param lacks what makes it impossible; empty when it can be done
     */
    public record Preview(int cadres, int points, int contacts, List<Lack> lacks) {}

    /**
     * What lacks, and how much.
     *
     * @param kind {@code household}, {@code category} (of that name), {@code place} (of these kinds) or {@code nobody}:
     *     households whom nobody can take
     * @param name the category, or names of {@link ContactPoint.Kind}, separated by commas; may be empty
     * @param place where, in words; empty for the whole campaign
     * @param available how many there are; null where that does not matter
     */
    public record Lack(
            String kind,
            String name,
            String place,
            int needed,
            @Nullable Integer available,
            int missing) {
        UserError error(int others) {
            return new UserError(sentence(others), Map.of());
        }

        /** The lack in words. */
        public Message message() {
            return sentence(0);
        }

        private Message sentence(int others) {
            return Message.of(
                    "campaign.assignment.lacks." + kind,
                    missing,
                    name,
                    needed,
                    available == null ? 0 : available,
                    place,
                    others);
        }
    }

    /** How many households a cadre has, and how many the table allows for the rank. */
    public record Load(UUID personId, String name, UUID unitId, int households, int quota) {}

    /**
     * How a unit stands in the assignment.
     *
     * @param households how many its cadres have in all, {@code least} and {@code most} each
     * @param points how many places the unit and its cadres are linked with
     * @param answer what its leader said in this round; null while not asked or not answered
     */
    public record UnitBalance(
            UUID unitId,
            String unitName,
            int cadres,
            int households,
            int least,
            int most,
            int points,
            @Nullable Answer answer) {}

    /** {@code reason} is empty when confirmed. */
    public record Answer(boolean confirmed, String reason) {}

    /** All units and all cadres who take part, by unit, then account. */
    public record Balance(List<UnitBalance> units, List<Load> loads) {}

    /** A cadre who has fewer or more households of a kind than the tables say; {@code part} is empty for all kinds. */
    public record Unmet(UUID personId, String name, String part, int has, int least, int most) {}

    /**
     * 村不漏组、组不漏户、户不漏人 (S1.2): complete when the lists are empty. Where a template does not want every household
     * in contact the first two stay empty. That no household has two contacts at once is held by a unique index.
     *
     * @param groupsMissed areas with resident households none of which has a contact
     * @param householdsMissed resident households without a contact, the first hundred
     * @param withoutPerson households whose contact can no longer act
     * @param unmet cadres whose households are not what the tables demand (S7.6, S9.1)
     */
    public record Coverage(
            boolean everyHousehold,
            int groups,
            int households,
            int assigned,
            List<String> groupsMissed,
            List<HouseholdSummary> householdsMissed,
            List<HouseholdSummary> withoutPerson,
            List<Unmet> unmet) {
        public boolean complete() {
            return groupsMissed.isEmpty() && householdsMissed.isEmpty() && withoutPerson.isEmpty() && unmet.isEmpty();
        }
    }

    /** Tells before anything is worked out whether the cadres of these units can take the households. */
    public Capacity capacity(UUID campaignId, List<UUID> unitIds) {
        var campaign = campaigns.view(campaignId);
        var taking = participants.would(campaignId, unitIds);
        var rules = planner.rules(campaign, taking);
        var homes = households.residentByGroup(campaign.areaCode()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        var most = taking.stream()
                .mapToInt(person -> rules.quota(person.rank()).most())
                .sum();
        var least = taking.stream()
                .mapToInt(person -> rules.quota(person.rank()).least())
                .sum();
        var missing = ContactPlanner.cover(campaign.template()) == Cover.ALL ? homes - most : least - homes;
        return new Capacity(homes, taking.size(), most, Math.max(0, missing));
    }

    /** Works the rules out for these units and says what lacks, without writing anything; seconds for a province. */
    public Preview preview(UUID campaignId, List<UUID> unitIds) {
        var campaign = campaigns.view(campaignId);
        requireOverseer(Actors.current(), campaign);
        var taking = participants.would(campaignId, unitIds);
        var planned = planner.plan(campaign, taking);
        return new Preview(
                taking.size(),
                planned.points().size(),
                planned.households().given().size(),
                lacks(planned));
    }

    /** What makes the plan impossible, the largest gap first. */
    List<Lack> lacks(ContactPlanner.Planned planned) {
        var lacks = new ArrayList<Lack>();
        planned.placeLacks()
                .forEach(lack -> lacks.add(new Lack(
                        "place",
                        lack.kinds().stream().map(Enum::name).collect(Collectors.joining(",")),
                        "",
                        lack.missing(),
                        null,
                        lack.missing())));
        planned.households()
                .lacks()
                .forEach(lack -> lacks.add(new Lack(
                        lack.name().length() > 1 ? "category" : "household" + lack.name(),
                        lack.name(),
                        places(lack.places()),
                        lack.needed(),
                        lack.available(),
                        lack.missing())));
        var byVillage = new LinkedHashMap<String, Integer>();
        planned.households()
                .uncovered()
                .forEach((code, missing) ->
                        byVillage.merge(code.substring(0, Math.min(12, code.length())), missing, Integer::sum));
        byVillage.forEach(
                (code, missing) -> lacks.add(new Lack("nobody", "", areas.place(code), missing, null, missing)));
        return lacks;
    }

    private String places(Collection<String> codes) {
        return codes.stream().map(areas::place).sorted().collect(Collectors.joining("、"));
    }

    /** How the households are spread over the units and cadres; for the office, leading group and unit leaders. */
    public Balance balance(UUID campaignId) {
        var campaign = overseen(campaignId);
        var taking = participants.of(campaignId);
        var loads = loads(campaign, taking, contacts.loads(campaignId, null));
        return new Balance(units(campaign, loads, null), loads);
    }

    /** One unit of {@link #balance}. */
    public Balance balance(UUID campaignId, UUID unitId) {
        var campaign = overseen(campaignId);
        var loads = loads(campaign, participants.ofUnit(campaignId, unitId), contacts.loads(campaignId, unitId));
        return new Balance(units(campaign, loads, unitId), loads);
    }

    /** Cadres by part of name or unit, as {@link #balance} has them; for whoever chooses one. */
    public List<Load> search(UUID campaignId, String text, int offset, int limit) {
        var campaign = overseen(campaignId);
        var found = participants.search(campaignId, text, offset, limit);
        return loads(
                campaign,
                found,
                contacts.loadsOf(
                        campaignId, found.stream().map(Participant::personId).toList()));
    }

    /** How one person stands. */
    Load load(CampaignView campaign, Participant person) {
        return loads(campaign, List.of(person), contacts.loadsOf(campaign.id(), List.of(person.personId())))
                .getFirst();
    }

    private List<Load> loads(CampaignView campaign, List<Participant> taking, Map<UUID, Integer> counts) {
        var rules = planner.rules(campaign, taking);
        return taking.stream()
                .map(person -> new Load(
                        person.personId(),
                        person.name(),
                        person.unitId(),
                        counts.getOrDefault(person.personId(), 0),
                        rules.quota(person.rank()).most()))
                .toList();
    }

    private List<UnitBalance> units(CampaignView campaign, List<Load> loads, @Nullable UUID unitId) {
        var answers = answers(campaign.id());
        var points = points(campaign.id(), unitId);
        var byUnit = new LinkedHashMap<UUID, List<Load>>();
        loads.forEach(load ->
                byUnit.computeIfAbsent(load.unitId(), unit -> new ArrayList<>()).add(load));
        var names = new HashMap<UUID, String>();
        units.get(List.copyOf(byUnit.keySet())).forEach(unit -> names.put(unit.id(), unit.name()));
        return byUnit.entrySet().stream()
                .map(entry -> {
                    var each =
                            entry.getValue().stream().mapToInt(Load::households).summaryStatistics();
                    return new UnitBalance(
                            entry.getKey(),
                            names.getOrDefault(entry.getKey(), ""),
                            entry.getValue().size(),
                            (int) each.getSum(),
                            each.getMin(),
                            each.getMax(),
                            points.getOrDefault(entry.getKey(), 0),
                            answers.get(entry.getKey()));
                })
                .toList();
    }

    private Map<UUID, Integer> points(UUID campaignId, @Nullable UUID unitId) {
        var points = new HashMap<UUID, Integer>();
        jdbc.sql("""
                select unit_id, count(*) as points from contact_point
                where campaign_id = :campaign and until_date is null
                  and (cast(:unit as uuid) is null or unit_id = :unit) group by unit_id
                """)
                .param("campaign", campaignId)
                .param("unit", unitId, java.sql.Types.OTHER)
                .query(row -> {
                    points.put(row.getObject("unit_id", UUID.class), row.getInt("points"));
                });
        return points;
    }

    Map<UUID, Answer> answers(UUID campaignId) {
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

    /** Whether anybody is missed, and who. */
    public Coverage coverage(UUID campaignId) {
        return coverageOf(overseen(campaignId));
    }

    Coverage coverageOf(CampaignView campaign) {
        record Counted(String groupCode, int households, int assigned) {}
        var groups = jdbc.sql("""
                select h.group_code, count(*) as households, count(t.id) as assigned
                from household h left join contact t
                  on t.household_id = h.id and t.campaign_id = ? and t.until_date is null
                where h.group_code like ? and h.state = 'RESIDENT' group by h.group_code order by h.group_code
                """)
                .params(campaign.id(), campaign.areaCode() + "%")
                .query(Counted.class)
                .list();
        var every = ContactPlanner.cover(campaign.template()) == Cover.ALL;
        var missedGroups = groups.stream()
                .filter(group -> every && group.assigned() == 0)
                .map(group -> areas.byCode(group.groupCode()).map(Area::name).orElse(group.groupCode()))
                .toList();
        var missed = every
                ? named(jdbc.sql("""
                        select h.id from household h where h.group_code like ? and h.state = 'RESIDENT' and not exists (
                          select from contact t where t.household_id = h.id and t.campaign_id = ? and t.until_date is null)
                        order by h.group_code, h.sort_key limit ?
                        """)
                        .params(campaign.areaCode() + "%", campaign.id(), MOST_NAMED)
                        .query(UUID.class)
                        .list())
                : List.<HouseholdSummary>of();
        var withoutPerson = named(jdbc.sql("""
                select t.household_id from contact t join person p on p.id = t.person_id
                join household h on h.id = t.household_id
                where t.campaign_id = ? and t.until_date is null and not p.active and h.state = 'RESIDENT'
                order by t.id limit ?
                """)
                .params(campaign.id(), MOST_NAMED)
                .query(UUID.class)
                .list());
        return new Coverage(
                every,
                groups.size(),
                groups.stream().mapToInt(Counted::households).sum(),
                groups.stream().mapToInt(Counted::assigned).sum(),
                missedGroups,
                missed,
                withoutPerson,
                unmet(campaign));
    }

    private List<HouseholdSummary> named(List<UUID> ids) {
        var summaries = households.summaries(ids);
        return ids.stream().filter(summaries::containsKey).map(summaries::get).toList();
    }

    /** Cadres whose households are not what the tables say; the first hundred. */
    private List<Unmet> unmet(CampaignView campaign) {
        var taking = participants.of(campaign.id());
        var rules = planner.rules(campaign, taking);
        if (taking.stream().allMatch(person -> rules.demand(person.rank()).least() == 0)) {
            return List.of();
        }
        var running = contacts.ofCampaign(campaign.id());
        var homes =
                households.summaries(running.stream().map(Contact::householdId).toList());
        var kinds = new HashMap<UUID, List<String>>();
        running.stream()
                .filter(contact -> homes.containsKey(contact.householdId()))
                .forEach(contact -> kinds.computeIfAbsent(contact.personId(), id -> new ArrayList<>())
                        .add(rules.kind(homes.get(contact.householdId()))));
        return taking.stream()
                .flatMap(person ->
                        rules.demand(person.rank()).unmet(kinds.getOrDefault(person.personId(), List.of())).stream()
                                .map(part -> new Unmet(
                                        person.personId(),
                                        person.name(),
                                        part.demand().name(),
                                        part.has(),
                                        part.demand().least(),
                                        part.demand().most())))
                .limit(MOST_NAMED)
                .toList();
    }

    private CampaignView overseen(UUID campaignId) {
        var campaign = campaigns.view(campaignId);
        requireOverseer(Actors.current(), campaign);
        return campaign;
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
