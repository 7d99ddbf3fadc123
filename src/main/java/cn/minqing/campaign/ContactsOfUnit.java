package cn.minqing.campaign;

import cn.minqing.organization.Actors;
import cn.minqing.organization.UnitFollower;
import cn.minqing.organization.UnitMove;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Ids;
import cn.minqing.platform.Workdays;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Contacts pass to the new unit with their cadre: the term in the old unit ends on the day the new one begins and is
 * kept, as with a handover; the households are told by their cadre.
 */
@Component
@Order(1)
class ContactsOfUnit implements UnitFollower {
    private static final String RUNNING = """
            from contact t join campaign c on c.id = t.campaign_id
            where t.person_id = any(?) and t.unit_id = ? and t.until_date is null and c.phase <> 'ARCHIVED'
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Campaigns campaigns;
    private final HandoverSteps steps;
    private final Workdays workdays;
    private final AppClock clock;

    ContactsOfUnit(
            JdbcClient jdbc,
            JdbcTemplate batches,
            Campaigns campaigns,
            HandoverSteps steps,
            Workdays workdays,
            AppClock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.campaigns = campaigns;
        this.steps = steps;
        this.workdays = workdays;
        this.clock = clock;
    }

    @Override
    public String what() {
        return "contacts";
    }

    @Override
    public int count(UnitMove move) {
        return jdbc.sql("select count(*) " + RUNNING)
                .params(List.of(move.people(), move.from()))
                .query(Integer.class)
                .single();
    }

    @Override
    public void follow(UnitMove move) {
        takePart(move);
        var byCadre = new LinkedHashMap<List<UUID>, java.util.ArrayList<Contact>>();
        jdbc.sql("select " + Contacts.COLUMNS + " " + RUNNING
                        + " order by t.campaign_id, t.person_id, t.id for update of t")
                .params(List.of(move.people(), move.from()))
                .query(Contacts.CONTACT)
                .list()
                .forEach(contact -> byCadre.computeIfAbsent(
                                List.of(contact.campaignId(), contact.personId()), key -> new java.util.ArrayList<>())
                        .add(contact));
        byCadre.values().forEach(contacts -> pass(move, contacts));
    }

    /** The new unit takes part wherever the old one does, in the same batch. */
    private void takePart(UnitMove move) {
        jdbc.sql("""
                insert into campaign_plan_unit (plan_id, unit_id) select p.plan_id, ? from campaign_plan_unit p
                where p.unit_id = ? on conflict do nothing
                """).params(move.to(), move.from()).update();
        jdbc.sql("""
                insert into visit_batch_unit (campaign_id, unit_id, batch_id)
                select b.campaign_id, ?, b.batch_id from visit_batch_unit b where b.unit_id = ? on conflict do nothing
                """).params(move.to(), move.from()).update();
        jdbc.sql("""
                insert into contact_confirmation (campaign_id, round, unit_id, confirmed, reason, person_id, at)
                select f.campaign_id, f.round, ?, f.confirmed, f.reason, f.person_id, f.at from contact_confirmation f
                where f.unit_id = ? on conflict do nothing
                """).params(move.to(), move.from()).update();
    }

    private void pass(UnitMove move, List<Contact> contacts) {
        var first = contacts.getFirst();
        var id = Ids.next();
        jdbc.sql("""
                insert into handover (id, campaign_id, unit_id, from_person, successor, reason, state, requested_by,
                  requested_at, moved_on)
                values (?, ?, ?, ?, ?, ?, 'MOVED', ?, ?, ?)
                """)
                .params(
                        id,
                        first.campaignId(),
                        move.to(),
                        first.personId(),
                        first.personId(),
                        move.reason(),
                        Actors.current().id(),
                        Timestamp.from(clock.now()),
                        move.on())
                .update();
        var terms = contacts.stream().map(contact -> Ids.next()).toList();
        batches.batchUpdate(
                "update contact set unit_id = ?, from_date = ?, card_code = null where id = ?",
                contacts.stream()
                        .map(contact -> new Object[] {move.to(), move.on(), contact.id()})
                        .toList());
        var ended = new java.util.ArrayList<Object[]>();
        var listed = new java.util.ArrayList<Object[]>();
        var cards = new java.util.ArrayList<Object[]>();
        for (var i = 0; i < contacts.size(); i++) {
            var contact = contacts.get(i);
            ended.add(new Object[] {
                terms.get(i),
                contact.campaignId(),
                contact.householdId(),
                contact.personId(),
                contact.unitId(),
                contact.from(),
                move.on()
            });
            listed.add(new Object[] {id, contact.id(), terms.get(i)});
            if (!contact.cardCode().isEmpty()) {
                cards.add(new Object[] {contact.cardCode(), contact.id()});
            }
        }
        batches.batchUpdate("""
                insert into contact (id, campaign_id, household_id, person_id, unit_id, from_date, until_date)
                values (?, ?, ?, ?, ?, ?, ?)
                """, ended);
        batches.batchUpdate(
                "insert into handover_contact (handover_id, contact_id, ended_term) values (?, ?, ?)", listed);
        // The card is in the household's hands and the cadre is the same: its code goes on.
        batches.batchUpdate("update contact set card_code = ? where id = ?", cards);
        var days = campaigns.get(first.campaignId()).template().limits().of("tell");
        steps.unitChanged(id, first.campaignId(), move.to(), first.personId(), workdays.plus(move.on(), days));
    }
}
