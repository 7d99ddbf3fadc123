package cn.minqing.assessment;

import cn.minqing.assessment.PollLine.State;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Contact;
import cn.minqing.campaign.Contacts;
import cn.minqing.form.FormSchema;
import cn.minqing.form.Forms;
import cn.minqing.household.Households;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.organization.Units;
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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/**
 * The satisfaction poll at acceptance (S7.13 一测): households drawn at random are asked by somebody who is not of their
 * contact's unit, or answer by the code of their card.
 */
@Service
@Transactional
public class Polls {
    public static final String ASK = "userTask_askResidents";

    /** The question of every poll form that says whether the household is satisfied. */
    private static final String OVERALL = "overall";

    private static final Map<String, String> VERDICTS =
            Map.of("satisfied", "SATISFIED", "basically", "BASICALLY", "unsatisfied", "UNSATISFIED");

    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final Contacts contacts;
    private final Households households;
    private final Units units;
    private final Forms forms;
    private final PollResults results;
    private final WorkItems workItems;
    private final PollProcess process;
    private final Workdays workdays;
    private final AppClock clock;
    private final Audit audit;
    private final ObjectMapper json;

    Polls(
            JdbcClient jdbc,
            Campaigns campaigns,
            Contacts contacts,
            Households households,
            Units units,
            Forms forms,
            PollResults results,
            WorkItems workItems,
            PollProcess process,
            Workdays workdays,
            AppClock clock,
            Audit audit,
            ObjectMapper json) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.contacts = contacts;
        this.households = households;
        this.units = units;
        this.forms = forms;
        this.results = results;
        this.workItems = workItems;
        this.process = process;
        this.workdays = workdays;
        this.clock = clock;
        this.audit = audit;
        this.json = json;
    }

    /** How a household was asked. */
    public enum Way {
        VISIT,
        PHONE
    }

    /** A poll that was drawn, and until when it may be answered. */
    public record Drawn(UUID pollId, LocalDate due) {}

    private record Poll(
            UUID id,
            UUID campaignId,
            String formId,
            LocalDate dueOn,
            @Nullable Instant closedAt) {}

    private record Sample(UUID pollId, UUID householdId, UUID contactPersonId, UUID unitId, String state) {}

    /**
     * Draws the households of the running period: of each unit the template's share, at least as many as it says. The
     * seed is kept, so that anybody can draw them again. For the process; it may be repeated.
     */
    public Drawn draw(UUID campaignId) {
        var campaign = campaigns.requireRunning(campaignId);
        var wanted = campaign.template().poll();
        if (wanted == null) {
            throw new IllegalStateException(
                    "The template has no poll: " + campaign.template().id());
        }
        var known = jdbc.sql("select id, due_on from satisfaction_poll where campaign_id = ? and period = ?")
                .params(campaignId, campaign.period())
                .query((row, number) ->
                        new Drawn(row.getObject("id", UUID.class), row.getObject("due_on", LocalDate.class)))
                .optional();
        if (known.isPresent()) {
            return known.get();
        }
        var id = Ids.next();
        var seed = UUID.randomUUID().toString();
        var due = workdays.plus(clock.today(), campaign.template().limits().of("summary"));
        jdbc.sql("""
                insert into satisfaction_poll (id, campaign_id, period, form_id, seed, due_on, drawn_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(id, campaignId, campaign.period(), wanted.form(), seed, due, Timestamp.from(clock.now()))
                .update();
        var drawn = jdbc.sql("""
                insert into poll_sample (poll_id, household_id, contact_id, contact_person_id, unit_id)
                select :poll, d.household_id, d.id, d.person_id, d.unit_id from (
                  select t.*, row_number() over (partition by t.unit_id order by md5(:seed || t.household_id::text)) as place,
                    count(*) over (partition by t.unit_id) as households
                  from contact t where t.campaign_id = :campaign and t.until_date is null) d
                where d.place <= greatest(:least, ceil(d.households * :percent / 100.0))
                """)
                .param("poll", id)
                .param("seed", seed)
                .param("campaign", campaignId)
                .param("least", wanted.least())
                .param("percent", wanted.percent())
                .update();
        audit.record(Actors.currentId(), "poll.drawn", "POLL", id, Map.of("seed", seed, "households", drawn));
        return new Drawn(id, due);
    }

    /** The form of a poll. */
    @Transactional(readOnly = true)
    public FormSchema form(UUID pollId) {
        return forms.get(poll(pollId).formId());
    }

    /**
     * Some of the households that were drawn, those still to ask first; for the inspectors.
     *
     * @param offset how many lines to leave out
     * @throws UserError {@code forbidden}
     */
    @Transactional(readOnly = true)
    public List<PollLine> lines(UUID pollId, int offset, int limit) {
        requireInspector(poll(pollId));
        var found =
                jdbc.sql("""
                select poll_id, household_id, contact_person_id, unit_id, state from poll_sample where poll_id = ?
                order by case state when 'OPEN' then 0 when 'NOT_REACHED' then 1 else 2 end, household_id
                offset ? limit ?
                """).params(pollId, offset, limit).query(Sample.class).list();
        var homes = households.summaries(found.stream().map(Sample::householdId).toList());
        return found.stream()
                .map(sample -> {
                    var home = homes.get(sample.householdId());
                    return new PollLine(
                            sample.householdId(),
                            home == null ? "" : home.number(),
                            home == null ? "" : home.headName(),
                            home == null ? "" : home.place(),
                            units.get(sample.unitId()).name(),
                            State.valueOf(sample.state()));
                })
                .toList();
    }

    /**
     * Notes what a household said.
     *
     * @throws UserError {@code form.invalid} with the faults of the form; {@code poll.own}; {@code poll.answered};
     *     {@code poll.notDrawn}; {@code task.*}
     */
    public void answer(UUID workItemId, UUID householdId, Way way, Map<String, ?> answers) {
        var item = workItems.take(workItemId, ASK);
        var sample = asked(item.subjectId(), householdId);
        var form = form(item.subjectId());
        var faults = form.validate(answers);
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults.byPath());
        }
        write(sample, way.name(), form.clean(answers), Actors.current().id());
    }

    /** Notes that nobody of a household could be asked; it may still be answered until the poll is closed. */
    public void notReached(UUID workItemId, UUID householdId) {
        var item = workItems.take(workItemId, ASK);
        var sample = asked(item.subjectId(), householdId);
        var actor = Actors.current();
        jdbc.sql("""
                update poll_sample set state = 'NOT_REACHED', asked_by = ?, answered_at = ?
                where poll_id = ? and household_id = ? and state = 'OPEN'
                """)
                .params(actor.id(), Timestamp.from(clock.now()), sample.pollId(), householdId)
                .update();
    }

    /**
     * Ends the asking before its last day.
     *
     * @throws UserError {@code poll.open} with how many households nobody has asked; {@code task.*}
     */
    public void finish(UUID workItemId) {
        var item = workItems.take(workItemId, ASK);
        requireInspector(poll(item.subjectId()));
        var open = jdbc.sql("select count(*) from poll_sample where poll_id = ? and state = 'OPEN'")
                .param(item.subjectId())
                .query(Integer.class)
                .single();
        if (open > 0) {
            throw new UserError("poll.open", open);
        }
        process.finished(item);
    }

    /** Nobody answers any more. For the process. */
    public void close(UUID pollId) {
        jdbc.sql("update satisfaction_poll set closed_at = ? where id = ? and closed_at is null")
                .params(Timestamp.from(clock.now()), pollId)
                .update();
        audit.record(Actors.currentId(), "poll.closed", "POLL", pollId, Map.of());
    }

    /** The form a household may answer by the code of its card: it was drawn and has not answered. */
    @Transactional(readOnly = true)
    public Optional<FormSchema> ofCard(String code) {
        return contacts.byCard(code).flatMap(this::openFor).map(sample -> form(sample.pollId()));
    }

    /**
     * The household's own answer by the code of its card.
     *
     * @return whether the code is known and was drawn
     * @throws UserError {@code form.invalid} with the faults of the form
     */
    public boolean answerByCard(String code, Map<String, ?> answers) {
        var sample = contacts.byCard(code).flatMap(this::openFor);
        if (sample.isEmpty()) {
            return false;
        }
        var form = form(sample.get().pollId());
        var faults = form.validatePartial(answers);
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults.byPath());
        }
        write(sample.get(), "CARD", form.clean(answers), null);
        return true;
    }

    /**
     * What the poll of a period came to, the whole campaign first: all for office, leading group and inspectors, the own
     * line for a unit leader; empty where there was none.
     */
    @Transactional(readOnly = true)
    public List<PollResult> results(UUID campaignId, int period) {
        var campaign = campaigns.get(campaignId);
        var actor = Actors.current();
        var all = Access.mayAll(actor, campaign) || actor.has(Role.INSPECTOR, campaign.hostUnitId());
        var found = results.byUnit(campaignId, period);
        var seen = new java.util.ArrayList<PollResult>();
        if (!found.isEmpty() && all) {
            seen.add(PollResults.whole(found));
        }
        found.stream()
                .filter(unit -> all || Access.may(actor, campaign, unit.unitId()))
                .forEach(seen::add);
        return seen;
    }

    /** What a task of the process is about, for the task list. */
    @Transactional(readOnly = true)
    public TaskFacts taskFacts(UUID pollId) {
        var campaign = campaigns.get(poll(pollId).campaignId());
        return new TaskFacts(campaign.hostUnitId(), campaign.id(), campaign.areaCode(), campaign.name());
    }

    /** Scope and names of a task. */
    public record TaskFacts(UUID scopeId, UUID campaignId, String areaCode, String subject) {}

    /** The household as the current person may ask it: nobody asks about the own unit's work. */
    private Sample asked(UUID pollId, UUID householdId) {
        requireInspector(poll(pollId));
        var sample = jdbc.sql("""
                select poll_id, household_id, contact_person_id, unit_id, state from poll_sample
                where poll_id = ? and household_id = ? for update
                """)
                .params(pollId, householdId)
                .query(Sample.class)
                .optional()
                .orElseThrow(() -> new UserError("poll.notDrawn"));
        var actor = Actors.current();
        if (actor.id().equals(sample.contactPersonId()) || actor.unitId().equals(sample.unitId())) {
            throw new UserError("poll.own");
        }
        if (sample.state().equals("ANSWERED")) {
            throw new UserError("poll.answered");
        }
        return sample;
    }

    private Optional<Sample> openFor(Contact contact) {
        return jdbc.sql("""
                select s.poll_id, s.household_id, s.contact_person_id, s.unit_id, s.state
                from poll_sample s join satisfaction_poll p on p.id = s.poll_id
                where p.campaign_id = ? and p.closed_at is null and s.household_id = ? and s.state <> 'ANSWERED'
                """)
                .params(contact.campaignId(), contact.householdId())
                .query(Sample.class)
                .optional();
    }

    private void write(Sample sample, String way, Map<String, Object> answers, @Nullable UUID askedBy) {
        var verdict = VERDICTS.get(String.valueOf(answers.get(OVERALL)));
        if (verdict == null) {
            throw UserError.invalid(Map.of(OVERALL, Message.of("poll.overall")));
        }
        var written = jdbc.sql("""
                update poll_sample set state = 'ANSWERED', way = ?, verdict = ?, answers = ?::jsonb, asked_by = ?,
                  answered_at = ?
                where poll_id = ? and household_id = ? and state <> 'ANSWERED'
                """)
                .params(
                        way,
                        verdict,
                        json.writeValueAsString(answers),
                        askedBy,
                        Timestamp.from(clock.now()),
                        sample.pollId(),
                        sample.householdId())
                .update();
        if (written == 0) {
            throw new UserError("poll.answered");
        }
    }

    private void requireInspector(Poll poll) {
        Actors.current()
                .require(Role.INSPECTOR, campaigns.get(poll.campaignId()).hostUnitId());
    }

    private Poll poll(UUID id) {
        return jdbc.sql("select id, campaign_id, form_id, due_on, closed_at from satisfaction_poll where id = ?")
                .param(id)
                .query(Poll.class)
                .optional()
                .orElseThrow(() -> new UserError("poll.unknown"));
    }
}
