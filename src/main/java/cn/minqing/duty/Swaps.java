package cn.minqing.duty;

import cn.minqing.campaign.Campaigns;
import cn.minqing.organization.Actors;
import cn.minqing.organization.People;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import cn.minqing.supervision.Reminders;
import cn.minqing.tasklist.WorkItems;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns that two people swap by agreement: one asks, the other answers, and who asked is told. */
@Service
@Transactional
public class Swaps {
    public static final String ANSWER = "userTask_answerDutySwap";
    public static final int WORDS = 200;

    private final JdbcClient jdbc;
    private final DutyRows rows;
    private final Rosters rosters;
    private final SwapProcess process;
    private final WorkItems workItems;
    private final Reminders reminders;
    private final Campaigns campaigns;
    private final People people;
    private final Audit audit;
    private final AppClock clock;

    Swaps(
            JdbcClient jdbc,
            DutyRows rows,
            Rosters rosters,
            SwapProcess process,
            WorkItems workItems,
            Reminders reminders,
            Campaigns campaigns,
            People people,
            Audit audit,
            AppClock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.rosters = rosters;
        this.process = process;
        this.workItems = workItems;
        this.reminders = reminders;
        this.campaigns = campaigns;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A request to swap.
     *
     * @param other the turn given in exchange; null for none
     */
    public record Swap(
            UUID id, Duty duty, @Nullable Duty other, UUID fromPerson, UUID toPerson, String from, String words) {}

    private record Row(
            UUID id,
            UUID dutyId,
            @Nullable UUID otherDutyId,
            UUID fromPerson,
            UUID toPerson,
            String words,
            String state) {}

    /**
     * Asks somebody to take one's own turn.
     *
     * @param otherDutyId the turn of theirs one takes for it; null for none
     * @throws UserError {@code forbidden} for a turn that is not one's own, {@code duty.swap.tooLate} on its day, {@code
     *     duty.swap.asked} while another request waits, {@code form.invalid}
     */
    public UUID ask(UUID dutyId, UUID toPerson, @Nullable UUID otherDutyId, String words) {
        var duty = rows.locked(dutyId);
        var actor = Actors.current();
        campaigns.requireRunning(duty.campaignId());
        if (!duty.personId().equals(actor.id())) {
            throw UserError.forbidden();
        }
        requireAhead(duty);
        var other = otherDutyId == null ? null : rows.locked(otherDutyId);
        check(duty, toPerson, other, words);
        if (jdbc.sql("""
                select exists (select from duty_swap where state = 'ASKED'
                  and (duty_id in (:turns) or other_duty_id in (:turns)))
                """)
                .param("turns", other == null ? List.of(dutyId) : List.of(dutyId, other.id()))
                .query(Boolean.class)
                .single()) {
            throw new UserError("duty.swap.asked");
        }
        var id = Ids.next();
        jdbc.sql("""
                insert into duty_swap (id, campaign_id, duty_id, other_duty_id, from_person, to_person, words, state, asked_at)
                values (?, ?, ?, ?, ?, ?, ?, 'ASKED', ?)
                """)
                .params(
                        id,
                        duty.campaignId(),
                        dutyId,
                        otherDutyId,
                        actor.id(),
                        toPerson,
                        words.strip(),
                        Timestamp.from(clock.now()))
                .update();
        audit.record(actor.id(), "dutySwap.asked", "DUTY", dutyId, Map.of("swap", id, "to", toPerson));
        process.start(new SwapProcess.Start(
                id, duty.campaignId(), toPerson, earlier(duty, other).minusDays(1)));
        return id;
    }

    private void check(Duty duty, UUID toPerson, @Nullable Duty other, String words) {
        var faults = new LinkedHashMap<String, Message>();
        if (toPerson.equals(duty.personId())
                || rosters.sitters(duty).stream()
                        .noneMatch(one -> one.personId().equals(toPerson))) {
            faults.put("person", Message.of("duty.cannotSit"));
        }
        if (words.strip().length() > WORDS) {
            faults.put("words", Message.of("duty.tooLong", WORDS, words.strip().length()));
        }
        if (other != null
                && (!other.personId().equals(toPerson)
                        || !other.areaId().equals(duty.areaId())
                        || other.leader() != duty.leader()
                        || other.state() != DutyState.PLANNED
                        || !other.day().isAfter(clock.today()))) {
            faults.put("other", Message.of("duty.swap.other"));
        }
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults);
        }
        requireFree(duty, toPerson, other);
    }

    /** Each is free on the day they take, but for the turn they give away. */
    private void requireFree(Duty duty, UUID toPerson, @Nullable Duty other) {
        if (other == null || !other.day().equals(duty.day())) {
            rosters.requireFree(toPerson, duty);
            if (other != null) {
                rosters.requireFree(duty.personId(), other);
            }
        }
    }

    /** The turns of somebody that could be swapped for this one. */
    @Transactional(readOnly = true)
    public List<Duty> exchangeable(UUID dutyId, UUID person) {
        var duty = rows.get(dutyId);
        if (!duty.personId().equals(Actors.current().id())) {
            throw UserError.forbidden();
        }
        return rows.find(
                "d.campaign_id = :campaign and d.person_id = :person and d.area_id = :area and d.leader = :leader"
                        + " and d.state = 'PLANNED' and d.day > :today order by d.day limit 50",
                Map.of(
                        "campaign", duty.campaignId(),
                        "person", person,
                        "area", duty.areaId(),
                        "leader", duty.leader(),
                        "today", clock.today()));
    }

    /**
     * Whoever was asked says yes or no.
     *
     * @return false when there is nothing to swap any more, because a turn was given to somebody else meanwhile
     */
    public boolean answer(UUID workItemId, boolean accepted, String words) {
        var item = workItems.take(workItemId, ANSWER);
        var swap = row(item.subjectId());
        if (!swap.state().equals("ASKED")) {
            process.answered(item, false);
            return false;
        }
        if (words.strip().length() > WORDS) {
            throw UserError.invalid(Map.of(
                    "words", Message.of("duty.tooLong", WORDS, words.strip().length())));
        }
        jdbc.sql("update duty_swap set state = ?, answered_at = ?, answer = ? where id = ?")
                .params(accepted ? "ACCEPTED" : "REFUSED", Timestamp.from(clock.now()), words.strip(), swap.id())
                .update();
        audit.record(
                Actors.currentId(),
                accepted ? "dutySwap.accepted" : "dutySwap.refused",
                "DUTY",
                swap.dutyId(),
                Map.of("swap", swap.id()));
        process.answered(item, accepted);
        if (!accepted) {
            tell(swap, "duty.swapRefused");
        }
        return true;
    }

    /** The swap was agreed on: the turns change hands. For the process. */
    public void exchange(UUID swapId) {
        var swap = row(swapId);
        var duty = rows.locked(swap.dutyId());
        var other = swap.otherDutyId() == null ? null : rows.locked(swap.otherDutyId());
        requireAhead(duty);
        if (!duty.personId().equals(swap.fromPerson())
                || other != null && !other.personId().equals(swap.toPerson())) {
            throw new UserError("duty.changed", duty.person());
        }
        requireFree(duty, swap.toPerson(), other);
        var from = duty.unitId();
        rosters.give(duty, swap.toPerson(), other == null ? unitOf(duty, swap.toPerson()) : other.unitId());
        if (other != null) {
            rosters.give(other, swap.fromPerson(), from);
        }
        audit.record(
                Actors.currentId(),
                "duty.swapped",
                "DUTY",
                duty.id(),
                Map.of("from", swap.fromPerson(), "to", swap.toPerson(), "swap", swapId));
        tell(swap, "duty.swapped");
    }

    /** Nobody answered in time: everything stays as it was. For the process. */
    public void lapse(UUID swapId) {
        var swap = row(swapId);
        if (swap.state().equals("ASKED")) {
            jdbc.sql("update duty_swap set state = 'LAPSED', answered_at = ? where id = ?")
                    .params(Timestamp.from(clock.now()), swapId)
                    .update();
            tell(swap, "duty.swapLapsed");
        }
    }

    /** The request, for whoever was asked or asked. */
    @Transactional(readOnly = true)
    public Swap view(UUID swapId) {
        var actor = Actors.current();
        var swap = get(swapId);
        if (!actor.id().equals(swap.fromPerson()) && !actor.id().equals(swap.toPerson())) {
            throw UserError.forbidden();
        }
        return swap;
    }

    /** The request, without a check of rights. For the process. */
    @Transactional(readOnly = true)
    public Swap get(UUID swapId) {
        var row = row(swapId);
        return new Swap(
                row.id(),
                rows.get(row.dutyId()),
                row.otherDutyId() == null ? null : rows.get(row.otherDutyId()),
                row.fromPerson(),
                row.toPerson(),
                people.get(row.fromPerson()).name(),
                row.words());
    }

    private UUID unitOf(Duty duty, UUID person) {
        return rosters.sitters(duty).stream()
                .filter(one -> one.personId().equals(person))
                .map(Turns.Candidate::unitId)
                .findFirst()
                .orElseGet(() -> people.get(person).unitId());
    }

    private void tell(Row swap, String reason) {
        var duty = rows.get(swap.dutyId());
        reminders.tell(new Reminders.Word(
                reason + "/" + swap.id(),
                duty.campaignId(),
                Reminders.Subject.DUTY,
                duty.id(),
                duty.place() + " " + duty.day(),
                reason,
                "S7.5",
                swap.fromPerson()));
    }

    private Row row(UUID swapId) {
        return jdbc.sql(
                        "select id, duty_id, other_duty_id, from_person, to_person, words, state from duty_swap where id = ?")
                .param(swapId)
                .query(Row.class)
                .optional()
                .orElseThrow(() -> new UserError("duty.unknown"));
    }

    private void requireAhead(Duty duty) {
        if (duty.state() != DutyState.PLANNED || !duty.day().isAfter(clock.today())) {
            throw new UserError("duty.swap.tooLate");
        }
    }

    private static LocalDate earlier(Duty duty, @Nullable Duty other) {
        return other == null || duty.day().isBefore(other.day()) ? duty.day() : other.day();
    }
}
