package cn.minqing.campaign;

import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import cn.minqing.platform.Workdays;
import cn.minqing.tasklist.WorkItems;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Contacts that pass to a successor because a cadre can no longer serve, without a day in between (S9.6). */
@Service
@Transactional
public class Handovers {
    static final String NAME_SUCCESSOR = "userTask_nameSuccessor";
    static final String TELL_HOUSEHOLDS = "userTask_tellHouseholds";

    private static final int LONGEST_NOTE = 1000;

    private static final RowMapper<Handover> HANDOVER = (row, number) -> new Handover(
            row.getObject("id", UUID.class),
            row.getObject("campaign_id", UUID.class),
            row.getObject("unit_id", UUID.class),
            row.getObject("from_person", UUID.class),
            row.getObject("successor", UUID.class),
            row.getString("reason"),
            State.valueOf(row.getString("state")),
            row.getTimestamp("requested_at").toInstant(),
            row.getObject("moved_on", LocalDate.class),
            row.getString("note"));

    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final Contacts contacts;
    private final HandoverSteps steps;
    private final WorkItems workItems;
    private final Participants participants;
    private final ContactPoints points;
    private final Workdays workdays;
    private final Audit audit;
    private final AppClock clock;

    Handovers(
            JdbcClient jdbc,
            Campaigns campaigns,
            Contacts contacts,
            HandoverSteps steps,
            WorkItems workItems,
            Participants participants,
            ContactPoints points,
            Workdays workdays,
            Audit audit,
            AppClock clock) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.contacts = contacts;
        this.steps = steps;
        this.workItems = workItems;
        this.participants = participants;
        this.points = points;
        this.workdays = workdays;
        this.audit = audit;
        this.clock = clock;
    }

    public enum State {
        REQUESTED,
        MOVED,
        DONE,
        WITHDRAWN
    }

    /** {@code note}: what the successor wrote after telling the households; empty until then. */
    public record Handover(
            UUID id,
            UUID campaignId,
            UUID unitId,
            UUID fromPerson,
            @Nullable UUID successor,
            String reason,
            State state,
            Instant requestedAt,
            @Nullable LocalDate movedOn,
            String note) {}

    /** Somebody of the unit who can take over, and how many households they have already. */
    public record Candidate(UUID personId, String name, int households) {}

    /**
     * Asks for a successor; for the leader of the unit.
     *
     * @param contactIds which contacts; none for all the person has in the campaign, contact points included
     * @throws UserError {@code form.invalid} at {@code contactIds} or {@code reason}; {@code handover.running}
     */
    public UUID requestHandover(UUID campaignId, UUID fromPerson, List<UUID> contactIds, String reason) {
        var campaign = campaigns.requireRunning(campaignId);
        var actor = Actors.current();
        var has = contacts.running(campaignId, null, fromPerson);
        var moved = contactIds.isEmpty()
                ? has
                : has.stream()
                        .filter(contact -> contactIds.contains(contact.id()))
                        .toList();
        var linked = contactIds.isEmpty() ? points.ownOf(campaignId, fromPerson) : List.<ContactPoint>of();
        if (moved.isEmpty() && linked.isEmpty() || moved.size() < contactIds.size()) {
            throw UserError.invalid(Map.of("contactIds", Message.of("handover.contacts")));
        }
        var unitId =
                moved.isEmpty() ? linked.getFirst().unitId() : moved.getFirst().unitId();
        actor.require(Role.UNIT_LEADER, unitId);
        var text = Reasons.required("reason", reason);
        campaigns.lock(campaignId);
        if (isRunning(campaignId, fromPerson, contactIds.isEmpty(), moved)) {
            throw new UserError("handover.running");
        }
        var id = Ids.next();
        jdbc.sql("""
                insert into handover
                  (id, campaign_id, unit_id, from_person, reason, state, requested_by, requested_at, everything)
                values (?, ?, ?, ?, ?, 'REQUESTED', ?, ?, ?)
                """)
                .params(
                        id,
                        campaignId,
                        unitId,
                        fromPerson,
                        text,
                        actor.id(),
                        Timestamp.from(clock.now()),
                        contactIds.isEmpty())
                .update();
        moved.forEach(contact -> jdbc.sql("insert into handover_contact (handover_id, contact_id) values (?, ?)")
                .params(id, contact.id())
                .update());
        audit.record(
                actor.id(), "handover.requested", "HANDOVER", id, Map.of("from", fromPerson, "contacts", moved.size()));
        var days = campaign.template().limits().of("handover");
        steps.requested(id, campaignId, unitId, workdays.plus(clock.today(), days));
        return id;
    }

    private boolean isRunning(UUID campaignId, UUID fromPerson, boolean everything, List<Contact> moved) {
        return jdbc.sql("""
                select exists (select from handover h where h.campaign_id = :campaign and h.state = 'REQUESTED' and (
                    h.from_person = :person and h.everything and :everything
                    or exists (select from handover_contact c where c.handover_id = h.id and c.contact_id = any(:contacts))))
                """)
                .param("campaign", campaignId)
                .param("person", fromPerson)
                .param("everything", everything)
                .param("contacts", moved.stream().map(Contact::id).toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    /** Who of the unit can take over, fewest households first. For whoever names the successor. */
    @Transactional(readOnly = true)
    public List<Candidate> candidates(UUID handoverId) {
        var handover = stored(handoverId);
        Actors.current().require(Role.UNIT_LEADER, handover.unitId());
        return candidatesOf(handover);
    }

    private List<Candidate> candidatesOf(Handover handover) {
        var loads = contacts.loads(handover.campaignId(), handover.unitId());
        return participants.ofUnit(handover.campaignId(), handover.unitId()).stream()
                .filter(person -> !person.personId().equals(handover.fromPerson()))
                .map(person ->
                        new Candidate(person.personId(), person.name(), loads.getOrDefault(person.personId(), 0)))
                .sorted(java.util.Comparator.comparingInt(Candidate::households))
                .toList();
    }

    /** Names the successor, who takes over at once. */
    public void nameSuccessor(UUID workItemId, UUID personId) {
        var item = workItems.take(workItemId, NAME_SUCCESSOR);
        var handover = stored(item.subjectId());
        campaigns.requireRunning(handover.campaignId());
        if (candidatesOf(handover).stream()
                .noneMatch(candidate -> candidate.personId().equals(personId))) {
            throw UserError.invalid(Map.of("personId", Message.of("handover.successor")));
        }
        jdbc.sql("update handover set successor = ? where id = ?")
                .params(personId, handover.id())
                .update();
        audit.record(Actors.currentId(), "handover.successorNamed", "HANDOVER", handover.id(), Map.of("to", personId));
        steps.successorNamed(item, personId);
    }

    /** The last day to tell the households. For the process. */
    @Transactional(readOnly = true)
    public LocalDate tellBy(UUID handoverId) {
        var template = campaigns.get(stored(handoverId).campaignId()).template();
        return workdays.plus(clock.today(), template.limits().of("tell"));
    }

    /**
     * Moves the contacts and, where everything passes on, the contact points: the old term ends on the day the new one begins, and is kept. For the process, which moves
     * open tasks and issues along.
     */
    public ContactsMoved move(UUID handoverId) {
        var handover = stored(handoverId);
        campaigns.requireRunning(handover.campaignId());
        var successor = Objects.requireNonNull(handover.successor());
        var today = clock.today();
        var moved = contactsOf(handoverId).stream()
                .filter(contact -> contact.until() == null)
                .toList();
        var unitId = handover.unitId();
        for (var contact : moved) {
            var term = Ids.next();
            jdbc.sql("update contact set person_id = ?, unit_id = ?, from_date = ?, card_code = ? where id = ?")
                    .params(
                            successor,
                            unitId,
                            today,
                            contact.cardCode().isEmpty() ? null : CardCodes.next(),
                            contact.id())
                    .update();
            jdbc.sql("""
                    insert into contact (id, campaign_id, household_id, person_id, unit_id, from_date, until_date, card_code)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            term,
                            contact.campaignId(),
                            contact.householdId(),
                            contact.personId(),
                            contact.unitId(),
                            contact.from(),
                            today,
                            contact.cardCode().isEmpty() ? null : contact.cardCode())
                    .update();
            jdbc.sql("update handover_contact set ended_term = ? where handover_id = ? and contact_id = ?")
                    .params(term, handoverId, contact.id())
                    .update();
        }
        var places = isEverything(handoverId)
                ? points.handOver(handover.campaignId(), handover.fromPerson(), successor, unitId)
                : 0;
        jdbc.sql("update handover set state = 'MOVED', moved_on = ? where id = ?")
                .params(today, handoverId)
                .update();
        audit.record(
                Actors.currentId(),
                "contacts.moved",
                "HANDOVER",
                handoverId,
                Map.of("from", handover.fromPerson(), "to", successor, "contacts", moved.size(), "points", places));
        return new ContactsMoved(
                handoverId,
                handover.campaignId(),
                handover.fromPerson(),
                successor,
                moved.stream().map(Contact::id).toList(),
                moved.stream().map(Contact::householdId).toList());
    }

    private boolean isEverything(UUID handoverId) {
        return jdbc.sql("select everything from handover where id = ?")
                .param(handoverId)
                .query(Boolean.class)
                .single();
    }

    /** The successor has told the households and given them the new card. */
    public void toldHouseholds(UUID workItemId, String note) {
        var item = workItems.take(workItemId, TELL_HOUSEHOLDS);
        var handover = stored(item.subjectId());
        campaigns.requireRunning(handover.campaignId());
        if (note.length() > LONGEST_NOTE) {
            throw UserError.invalid(Map.of("note", Message.of("campaign.text.tooLong", LONGEST_NOTE)));
        }
        jdbc.sql("update handover set state = 'DONE', note = ? where id = ?")
                .params(note.strip(), handover.id())
                .update();
        audit.record(Actors.currentId(), "handover.done", "HANDOVER", handover.id(), Map.of());
        steps.householdsTold(item);
    }

    /** One handover, for the unit's leader, the two cadres and the office. */
    @Transactional(readOnly = true)
    public Handover view(UUID handoverId) {
        var handover = stored(handoverId);
        var actor = Actors.current();
        var office = campaigns.get(handover.campaignId()).hostUnitId();
        if (!actor.has(Role.UNIT_LEADER, handover.unitId())
                && !actor.has(Role.CAMPAIGN_OFFICE, office)
                && !actor.id().equals(handover.successor())
                && !actor.id().equals(handover.fromPerson())) {
            throw UserError.forbidden();
        }
        return handover;
    }

    /** The households of a handover, with names; rights as {@link #view}. */
    @Transactional(readOnly = true)
    public List<Contacts.Line> lines(UUID handoverId) {
        view(handoverId);
        return contacts.named(contactsOf(handoverId));
    }

    /** What the task list shows of a handover. For the process. */
    @Transactional(readOnly = true)
    public Handover get(UUID handoverId) {
        return stored(handoverId);
    }

    /** Stops the open handovers of a campaign that ends. */
    void withdrawAll(UUID campaignId) {
        var open = jdbc.sql("select id from handover where campaign_id = ? and state in ('REQUESTED', 'MOVED')")
                .param(campaignId)
                .query(UUID.class)
                .list();
        for (var id : open) {
            jdbc.sql("update handover set state = 'WITHDRAWN' where id = ?")
                    .param(id)
                    .update();
            audit.record(Actors.currentId(), "handover.withdrawn", "HANDOVER", id, Map.of());
            steps.withdrawn(id);
        }
    }

    private List<Contact> contactsOf(UUID handoverId) {
        return jdbc.sql("select " + Contacts.COLUMNS + """
                         from contact t join handover_contact h on h.contact_id = t.id
                        where h.handover_id = ? order by t.id
                        """)
                .param(handoverId)
                .query(Contacts.CONTACT)
                .list();
    }

    private Handover stored(UUID handoverId) {
        return jdbc.sql("select * from handover where id = ?")
                .param(handoverId)
                .query(HANDOVER)
                .optional()
                .orElseThrow(() -> new UserError("handover.unknown"));
    }
}
