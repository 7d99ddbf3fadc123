package cn.minqing.campaign;

import cn.minqing.household.HouseholdSummary;
import cn.minqing.household.Households;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.UserError;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is in contact with whom. */
@Service
@Transactional
public class Contacts {
    static final String COLUMNS = """
            t.id, t.campaign_id, t.household_id, t.person_id, t.unit_id, t.from_date, t.until_date, t.card_code
            """;
    static final RowMapper<Contact> CONTACT = (row, number) -> new Contact(
            row.getObject("id", UUID.class),
            row.getObject("campaign_id", UUID.class),
            row.getObject("household_id", UUID.class),
            row.getObject("person_id", UUID.class),
            row.getObject("unit_id", UUID.class),
            row.getObject("from_date", LocalDate.class),
            row.getObject("until_date", LocalDate.class),
            row.getString("card_code") == null ? "" : row.getString("card_code"));

    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final Households households;
    private final Audit audit;
    private final AppClock clock;

    Contacts(JdbcClient jdbc, Campaigns campaigns, Households households, Audit audit, AppClock clock) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.households = households;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A contact as lists and cards show it.
     *
     * @param place where the household lives, in words
     */
    public record Line(Contact contact, HouseholdSummary household, String place, String personName, String unitName) {}

    public Contact get(UUID contactId) {
        return jdbc.sql("select " + COLUMNS + " from contact t where t.id = ?")
                .param(contactId)
                .query(CONTACT)
                .single();
    }

    /** The contact of a household in a campaign that lasts now. */
    public Optional<Contact> current(UUID campaignId, UUID householdId) {
        return jdbc.sql("select " + COLUMNS
                        + " from contact t where t.campaign_id = ? and t.household_id = ? and t.until_date is null")
                .params(campaignId, householdId)
                .query(CONTACT)
                .optional();
    }

    /** All contacts of a campaign that last now, by unit, then person. For the system's own use. */
    public List<Contact> ofCampaign(UUID campaignId) {
        return running(campaignId, null, null);
    }

    /** How many people are or were in contact with a household of the campaign; {@code unitId} null for all units. */
    public int countPeople(UUID campaignId, @Nullable UUID unitId) {
        return jdbc.sql("""
                        select count(distinct person_id) from contact
                        where campaign_id = :campaign and (cast(:unit as uuid) is null or unit_id = :unit)
                        """)
                .param("campaign", campaignId)
                .param("unit", unitId, Types.OTHER)
                .query(Integer.class)
                .single();
    }

    /** Every term of the household's contact in the campaign, oldest first: the running one and those handed over. */
    public List<Contact> termsOf(UUID campaignId, UUID householdId) {
        return jdbc.sql("select " + COLUMNS + """
                         from contact t where t.campaign_id = ? and t.household_id = ?
                        order by t.from_date, t.until_date nulls last
                        """)
                .params(campaignId, householdId)
                .query(CONTACT)
                .list();
    }

    /**
     * The running contacts with names, by unit, person, group and number, as the current person may see them: the
     * office, leading group and inspector all, a unit leader those of the unit, a cadre their own.
     *
     * @param unitId only that unit's; null for all one may see
     */
    public List<Line> lines(UUID campaignId, @Nullable UUID unitId) {
        return named(visible(campaigns.view(campaignId), running(campaignId, unitId, null)));
    }

    /** As {@link #lines}, those of one person. */
    public List<Line> linesOf(UUID campaignId, UUID personId) {
        return named(visible(campaigns.view(campaignId), running(campaignId, null, personId)));
    }

    /**
     * The running contacts in which a text is found: in the household's head, number or place, in the cadre, the unit or
     * the card's code. For those who see all of the campaign.
     *
     * @param after the greatest id of the page before; null for the first
     */
    public List<Line> search(UUID campaignId, String text, @Nullable UUID after, int limit) {
        var campaign = campaigns.view(campaignId);
        if (!seesAll(Actors.current(), campaign)) {
            throw UserError.forbidden();
        }
        var plain = text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        var found = jdbc.sql("select " + COLUMNS + """
                         from contact t join unit u on u.id = t.unit_id join person p on p.id = t.person_id
                        join household h on h.id = t.household_id
                        where t.campaign_id = :campaign and t.until_date is null
                          and (cast(:after as uuid) is null or t.id > :after)
                          and (h.head_name like :like or h.number like :start or h.head_initials like lower(:start)
                            or p.name like :like or u.name like :like or t.card_code = upper(:text)
                            or exists (select from area a where a.name like :like and a.code collate "default" in (
                              left(h.group_code, 9) collate "default", left(h.group_code, 12) collate "default",
                              h.group_code collate "default")))
                        order by t.id limit :limit
                        """)
                .param("campaign", campaignId)
                .param("after", after, Types.OTHER)
                .param("text", text.strip())
                .param("like", "%" + plain + "%")
                .param("start", plain + "%")
                .param("limit", limit)
                .query(CONTACT)
                .list();
        return named(found);
    }

    private static List<Contact> visible(CampaignView campaign, List<Contact> found) {
        var actor = Actors.current();
        var seesAll = seesAll(actor, campaign);
        return found.stream()
                .filter(contact -> seesAll
                        || contact.personId().equals(actor.id())
                        || actor.has(Role.UNIT_LEADER, contact.unitId())
                        || actor.has(Role.UNIT_LEADER, campaign.hostUnitId()))
                .toList();
    }

    private static boolean seesAll(Actor actor, CampaignView campaign) {
        return actor.has(Role.CAMPAIGN_OFFICE, campaign.hostUnitId())
                || actor.has(Role.LEADING_GROUP, campaign.hostUnitId())
                || actor.has(Role.INSPECTOR, campaign.hostUnitId());
    }

    /**
     * The running contact of each of these households, in a campaign that is not archived; the newest campaign where
     * there are several. For lists whose rights the caller has checked.
     */
    public Map<UUID, Line> ofHouseholds(List<UUID> householdIds) {
        if (householdIds.isEmpty()) {
            return Map.of();
        }
        var running = jdbc.sql("select distinct on (t.household_id) " + COLUMNS + """
                         from contact t join campaign c on c.id = t.campaign_id
                        where t.household_id in (:households) and t.until_date is null and c.phase <> 'ARCHIVED'
                        order by t.household_id, c.id desc
                        """)
                .param("households", householdIds)
                .query(CONTACT)
                .list();
        return named(running).stream()
                .collect(
                        java.util.stream.Collectors.toMap(line -> line.contact().householdId(), line -> line));
    }

    /** Ends a contact because its household was struck off. */
    public void end(UUID contactId) {
        jdbc.sql("update contact set until_date = ? where id = ? and until_date is null")
                .params(clock.today(), contactId)
                .update();
        jdbc.sql("update kickoff_item set state = 'CANCELLED' where contact_id = ? and state in ('PENDING', 'FAILED')")
                .param(contactId)
                .update();
        audit.record(Actors.currentId(), "contact.ended", "CONTACT", contactId, Map.of());
    }

    /** Who of these people has running contacts in a campaign that is not archived. For the system's own use. */
    public Set<UUID> holders(Collection<UUID> personIds) {
        return personIds.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("""
                        select distinct t.person_id from contact t join campaign c on c.id = t.campaign_id
                        where t.person_id in (:people) and t.until_date is null and c.phase <> 'ARCHIVED'
                        """)
                        .param("people", personIds)
                        .query(UUID.class)
                        .list());
    }

    /** Gives every contact without a card its code; those who have one keep it. */
    public void issueCards(UUID campaignId) {
        campaigns.requireRunning(campaignId);
        var without = jdbc.sql(
                        "select id from contact where campaign_id = ? and until_date is null and card_code is null")
                .param(campaignId)
                .query(UUID.class)
                .list();
        without.forEach(contact -> jdbc.sql("update contact set card_code = ? where id = ?")
                .params(CardCodes.next(), contact)
                .update());
        audit.record(
                Actors.currentId(), "contactCards.issued", "CAMPAIGN", campaignId, Map.of("cards", without.size()));
    }

    /** The running contact that a card's code belongs to, in a campaign that is not archived. */
    public Optional<Contact> byCard(String cardCode) {
        return jdbc.sql("select " + COLUMNS + """
                         from contact t join campaign c on c.id = t.campaign_id
                        where t.card_code = ? and t.until_date is null and c.phase <> 'ARCHIVED'
                        """)
                .param(cardCode.strip().toUpperCase(java.util.Locale.ROOT))
                .query(CONTACT)
                .optional();
    }

    /** Running contacts by unit, then person; of one unit or person where given. */
    List<Contact> running(UUID campaignId, @Nullable UUID unitId, @Nullable UUID personId) {
        return jdbc.sql("select " + COLUMNS + """
                         from contact t join unit u on u.id = t.unit_id join person p on p.id = t.person_id
                        where t.campaign_id = :campaign and t.until_date is null
                          and (cast(:unit as uuid) is null or t.unit_id = :unit)
                          and (cast(:person as uuid) is null or t.person_id = :person)
                        order by u.sort_order, u.name, p.account, t.id
                        """)
                .param("campaign", campaignId)
                .param("unit", unitId, Types.OTHER)
                .param("person", personId, Types.OTHER)
                .query(CONTACT)
                .list();
    }

    /** How many running contacts each person has, of one unit or all; who has none is left out. */
    Map<UUID, Integer> loads(UUID campaignId, @Nullable UUID unitId) {
        var loads = new java.util.HashMap<UUID, Integer>();
        jdbc.sql("""
                select person_id, count(*) as households from contact
                where campaign_id = :campaign and until_date is null
                  and (cast(:unit as uuid) is null or unit_id = :unit) group by person_id
                """)
                .param("campaign", campaignId)
                .param("unit", unitId, Types.OTHER)
                .query(row -> {
                    loads.put(row.getObject("person_id", UUID.class), row.getInt("households"));
                });
        return loads;
    }

    /** As {@link #loads}, of these people. */
    Map<UUID, Integer> loadsOf(UUID campaignId, List<UUID> personIds) {
        var loads = new java.util.HashMap<UUID, Integer>();
        jdbc.sql("""
                select person_id, count(*) as households from contact
                where campaign_id = ? and until_date is null and person_id = any(?) group by person_id
                """).params(campaignId, personIds.toArray(UUID[]::new)).query(row -> {
            loads.put(row.getObject("person_id", UUID.class), row.getInt("households"));
        });
        return loads;
    }

    List<Line> named(List<Contact> contacts) {
        var homes = households.summaries(
                contacts.stream().map(Contact::householdId).distinct().toList());
        var people = names("person", contacts.stream().map(Contact::personId).toList());
        var units = names("unit", contacts.stream().map(Contact::unitId).toList());
        var order = new java.util.HashMap<UUID, Integer>();
        contacts.forEach(contact -> order.putIfAbsent(contact.personId(), order.size()));
        return contacts.stream()
                .filter(contact -> homes.containsKey(contact.householdId()))
                .map(contact -> {
                    var home = homes.get(contact.householdId());
                    return new Line(
                            contact, home, home.place(), people.get(contact.personId()), units.get(contact.unitId()));
                })
                .sorted(Comparator.comparingInt(
                                (Line line) -> order.getOrDefault(line.contact().personId(), 0))
                        .thenComparing(line -> line.household().groupCode())
                        .thenComparing(line -> line.household().number()))
                .toList();
    }

    private Map<UUID, String> names(String table, List<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var names = new java.util.HashMap<UUID, String>();
        jdbc.sql("select id, name from " + table + " where id in (:ids)")
                .param("ids", ids.stream().distinct().toList())
                .query((row, number) -> names.put(row.getObject("id", UUID.class), row.getString("name")))
                .list();
        return names;
    }

    /** Stops whoever names a contact that is not of this campaign or has ended. */
    Contact requireRunning(UUID campaignId, UUID contactId) {
        return jdbc.sql("select " + COLUMNS
                        + " from contact t where t.id = ? and t.campaign_id = ? and t.until_date is null for update")
                .params(contactId, campaignId)
                .query(CONTACT)
                .optional()
                .orElseThrow(() -> new UserError("campaign.contact.ended"));
    }
}
