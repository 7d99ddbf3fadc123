package cn.minqing.campaign;

import cn.minqing.organization.Actors;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import cn.minqing.tasklist.WorkItems;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plan of a campaign: drafted by the office, approved or returned by the leading group; and the kick-off meeting. */
@Service
@Transactional
public class Plans {
    static final String DRAFT_PLAN = "userTask_draftPlan";
    static final String APPROVE_PLAN = "userTask_approvePlan";
    static final String RECORD_MEETING = "userTask_recordKickoffMeeting";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_PLACE = 100;
    private static final int MOST_ATTENDEES = 100_000;

    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final CampaignSteps steps;
    private final WorkItems workItems;
    private final CandidateUnits candidates;
    private final Audit audit;
    private final AppClock clock;
    private final ApplicationEventPublisher events;

    Plans(
            JdbcClient jdbc,
            Campaigns campaigns,
            CampaignSteps steps,
            WorkItems workItems,
            CandidateUnits candidates,
            Audit audit,
            AppClock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.steps = steps;
        this.workItems = workItems;
        this.candidates = candidates;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    public enum State {
        DRAFT,
        SUBMITTED,
        RETURNED,
        APPROVED
    }

    /**
     * One version of a plan.
     *
     * @param number 1 for the first draft, one more after each return
     * @param returnReason why the leading group returned it; empty unless RETURNED
     */
    public record Version(
            UUID id,
            int number,
            State state,
            PlanContent content,
            UUID draftedBy,
            Instant draftedAt,
            @Nullable UUID submittedBy,
            @Nullable Instant submittedAt,
            @Nullable UUID decidedBy,
            @Nullable Instant decidedAt,
            String returnReason) {}

    /** The kick-off meeting (动员会): how many came, never who (no sign-in sheets). */
    public record Meeting(LocalDate heldOn, String place, int attendees, String minutes) {}

    /** Every version of the plan, newest first. */
    @Transactional(readOnly = true)
    public List<Version> versions(UUID campaignId) {
        campaigns.view(campaignId);
        return stored(campaignId);
    }

    @Transactional(readOnly = true)
    public Optional<Meeting> meeting(UUID campaignId) {
        campaigns.view(campaignId);
        return jdbc.sql("select held_on, place, attendees, minutes from kickoff_meeting where campaign_id = ?")
                .param(campaignId)
                .query((row, number) -> new Meeting(
                        row.getObject("held_on", LocalDate.class),
                        row.getString("place"),
                        row.getInt("attendees"),
                        row.getString("minutes")))
                .optional();
    }

    /** What the draft shows first: the last version, else what the template and the dates say already. */
    @Transactional(readOnly = true)
    public PlanContent proposal(UUID campaignId) {
        var campaign = campaigns.view(campaignId);
        var last = stored(campaignId);
        if (!last.isEmpty()) {
            return last.getFirst().content();
        }
        var template = campaign.template();
        var work = template.phases().stream()
                .map(phase -> "%s (%s – %s)\n%s"
                        .formatted(
                                phase.name(),
                                day(firstDay(campaign, phase.phase())),
                                day(campaign.dates().lastDayOf(phase.phase())),
                                phase.work().stream().map(line -> "· " + line).collect(Collectors.joining("\n"))))
                .collect(Collectors.joining("\n\n"));
        var aims = template.householdObligations().stream()
                .map(obligation -> "· " + obligation.name())
                .collect(Collectors.joining("\n", template.name() + "\n", ""));
        return new PlanContent(aims, work, "", "", participants(campaign));
    }

    /** The units with cadres that can take part, by area, then in their own order. */
    @Transactional(readOnly = true)
    public List<UUID> participants(UUID campaignId) {
        return participants(campaigns.view(campaignId));
    }

    /** Keeps a draft; the task stays open. */
    public void draftPlan(UUID workItemId, PlanContent content) {
        var item = workItems.take(workItemId, DRAFT_PLAN);
        campaigns.requireRunning(item.subjectId());
        store(item.subjectId(), content);
    }

    /**
     * Hands the plan to the leading group.
     *
     * @throws UserError {@code form.invalid} with the faults of {@code aims, work, organization, discipline, unitIds}
     */
    public void submitPlan(UUID workItemId, PlanContent content) {
        var item = workItems.take(workItemId, DRAFT_PLAN);
        var campaign = campaigns.requireRunning(item.subjectId());
        var faults = new LinkedHashMap<String, Message>();
        text(faults, "aims", content.aims());
        text(faults, "work", content.work());
        text(faults, "organization", content.organization());
        text(faults, "discipline", content.discipline());
        if (content.unitIds().isEmpty()) {
            faults.put("unitIds", Message.of("campaign.plan.noUnits"));
        } else if (!participants(campaign).containsAll(content.unitIds())) {
            faults.put("unitIds", Message.of("campaign.plan.unitWithoutCadres"));
        }
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults);
        }
        var planId = store(campaign.id(), content);
        var actor = Actors.current();
        jdbc.sql("update campaign_plan set state = 'SUBMITTED', submitted_by = ?, submitted_at = ? where id = ?")
                .params(actor.id(), Timestamp.from(clock.now()), planId)
                .update();
        audit.record(actor.id(), "plan.submitted", "CAMPAIGN", campaign.id(), Map.of("plan", planId));
        steps.planSubmitted(item);
    }

    /**
     * Approves the plan that was submitted.
     *
     * @throws UserError {@code campaign.plan.own} for whoever submitted it
     */
    public void approvePlan(UUID workItemId) {
        var item = workItems.take(workItemId, APPROVE_PLAN);
        decide(item.subjectId(), State.APPROVED, null);
        events.publishEvent(new CampaignPlanApproved(item.subjectId()));
        steps.planApproved(item);
    }

    /** Returns the plan to the office, with a reason. */
    public void returnPlan(UUID workItemId, String reason) {
        var item = workItems.take(workItemId, APPROVE_PLAN);
        decide(item.subjectId(), State.RETURNED, Reasons.required("reason", reason));
        steps.planReturned(item);
    }

    /**
     * Records the meeting; after it the contacts are assigned by rule.
     *
     * @throws UserError {@code form.invalid} with the faults of {@code heldOn, place, attendees, minutes}; and those of
     *     the assignment, {@code campaign.assignment.infeasible} above all
     */
    public void recordMeeting(UUID workItemId, Meeting meeting) {
        var item = workItems.take(workItemId, RECORD_MEETING);
        var campaign = campaigns.requireRunning(item.subjectId());
        var faults = new LinkedHashMap<String, Message>();
        if (meeting.heldOn().isBefore(campaign.mobilizationStart())
                || meeting.heldOn().isAfter(clock.today())) {
            faults.put("heldOn", Message.of("campaign.meeting.date", campaign.mobilizationStart(), clock.today()));
        }
        if (meeting.place().isBlank() || meeting.place().length() > LONGEST_PLACE) {
            faults.put("place", Message.of("campaign.meeting.place", LONGEST_PLACE));
        }
        if (meeting.attendees() < 1 || meeting.attendees() > MOST_ATTENDEES) {
            faults.put("attendees", Message.of("campaign.meeting.attendees", MOST_ATTENDEES));
        }
        text(faults, "minutes", meeting.minutes());
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults);
        }
        var actor = Actors.current();
        jdbc.sql("""
                insert into kickoff_meeting (campaign_id, held_on, place, attendees, minutes, recorded_by, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        campaign.id(),
                        meeting.heldOn(),
                        meeting.place().strip(),
                        meeting.attendees(),
                        meeting.minutes().strip(),
                        actor.id(),
                        Timestamp.from(clock.now()))
                .update();
        audit.record(actor.id(), "kickoffMeeting.recorded", "CAMPAIGN", campaign.id(), Map.of());
        steps.meetingRecorded(item);
    }

    /** The units that take part by the approved plan. */
    List<UUID> unitsTakingPart(UUID campaignId) {
        return stored(campaignId).stream()
                .filter(version -> version.state() == State.APPROVED)
                .findFirst()
                .map(version -> version.content().unitIds())
                .orElseThrow(() -> new UserError("campaign.plan.notApproved"));
    }

    private List<UUID> participants(CampaignView campaign) {
        return candidates.of(campaign.hostUnitId(), campaign.areaCode());
    }

    private void decide(UUID campaignId, State state, @Nullable String reason) {
        campaigns.requireRunning(campaignId);
        var actor = Actors.current();
        var plan = stored(campaignId).getFirst();
        if (actor.id().equals(plan.submittedBy())) {
            throw new UserError("campaign.plan.own");
        }
        jdbc.sql("update campaign_plan set state = ?, decided_by = ?, decided_at = ?, return_reason = ? where id = ?")
                .params(state.name(), actor.id(), Timestamp.from(clock.now()), reason, plan.id())
                .update();
        audit.record(
                actor.id(),
                state == State.APPROVED ? "plan.approved" : "plan.returned",
                "CAMPAIGN",
                campaignId,
                Map.of("plan", plan.id()));
    }

    /** Writes the open draft, or begins the next version where the last one was returned. */
    private UUID store(UUID campaignId, PlanContent content) {
        var actor = Actors.current();
        var last = stored(campaignId).stream().findFirst();
        var open = last.filter(version -> version.state() == State.DRAFT).map(Version::id);
        var planId = open.orElseGet(Ids::next);
        jdbc.sql("""
                insert into campaign_plan
                  (id, campaign_id, number, state, aims, work, organization, discipline, drafted_by, drafted_at)
                values (?, ?, ?, 'DRAFT', ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set aims = excluded.aims, work = excluded.work,
                  organization = excluded.organization, discipline = excluded.discipline,
                  drafted_by = excluded.drafted_by, drafted_at = excluded.drafted_at
                """)
                .params(
                        planId,
                        campaignId,
                        last.map(Version::number).orElse(0) + 1,
                        content.aims(),
                        content.work(),
                        content.organization(),
                        content.discipline(),
                        actor.id(),
                        Timestamp.from(clock.now()))
                .update();
        jdbc.sql("delete from campaign_plan_unit where plan_id = ?")
                .param(planId)
                .update();
        for (var unit : new LinkedHashSet<>(content.unitIds())) {
            jdbc.sql("insert into campaign_plan_unit (plan_id, unit_id) values (?, ?)")
                    .params(planId, unit)
                    .update();
        }
        audit.record(actor.id(), "plan.drafted", "CAMPAIGN", campaignId, Map.of("plan", planId));
        return planId;
    }

    private List<Version> stored(UUID campaignId) {
        return jdbc.sql("""
                select p.*, array(select w.unit_id from campaign_plan_unit w join unit u on u.id = w.unit_id
                                  where w.plan_id = p.id order by u.sort_order, u.name) as unit_ids
                from campaign_plan p where p.campaign_id = ? order by p.number desc
                """)
                .param(campaignId)
                .query((row, number) -> new Version(
                        row.getObject("id", UUID.class),
                        row.getInt("number"),
                        State.valueOf(row.getString("state")),
                        new PlanContent(
                                row.getString("aims"),
                                row.getString("work"),
                                row.getString("organization"),
                                row.getString("discipline"),
                                List.of((UUID[]) row.getArray("unit_ids").getArray())),
                        row.getObject("drafted_by", UUID.class),
                        row.getTimestamp("drafted_at").toInstant(),
                        row.getObject("submitted_by", UUID.class),
                        instant(row, "submitted_at"),
                        row.getObject("decided_by", UUID.class),
                        instant(row, "decided_at"),
                        row.getString("return_reason") == null ? "" : row.getString("return_reason")))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private static void text(Map<String, Message> faults, String field, String value) {
        if (value.isBlank()) {
            faults.put(field, Message.of("campaign.text.required"));
        } else if (value.length() > LONGEST_TEXT) {
            faults.put(field, Message.of("campaign.text.tooLong", LONGEST_TEXT));
        }
    }

    private static LocalDate firstDay(CampaignView campaign, Phase phase) {
        return switch (phase) {
            case MOBILIZATION -> campaign.mobilizationStart();
            case IMPLEMENTATION -> campaign.implementationStart();
            case ACCEPTANCE, ARCHIVED -> campaign.acceptanceStart();
        };
    }

    private static String day(LocalDate date) {
        return DAY.format(date);
    }
}
