package cn.minqing.meeting;

import cn.minqing.campaign.CampaignTemplate;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Phase;
import cn.minqing.obligation.Work;
import cn.minqing.obligation.WorkLog;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Area;
import cn.minqing.organization.Person;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.platform.Workdays;
import cn.minqing.tasklist.WorkItems;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Meetings with residents, from the plan to the minutes; what was said there is in {@link Opinions}. */
@Service
@Transactional
public class Meetings {
    public static final String RECORD = "userTask_recordMeeting";
    public static final String SETTLE = "userTask_settleOpinions";

    public static final int TITLE = 60;
    public static final int PLACE = 60;
    public static final int INVITED = 500;
    public static final int MINUTES = 4000;
    private static final int MOST_PEOPLE = 5000;

    /** Workdays until a meeting is written down, and until what was said there is settled. */
    private static final int RECORD_DAYS = 2;

    private static final int SETTLE_DAYS = 3;

    private final JdbcClient jdbc;
    private final MeetingRows rows;
    private final MeetingPlaces places;
    private final CouncilAgenda agenda;
    private final MeetingProcess process;
    private final WorkItems workItems;
    private final WorkLog workLog;
    private final Campaigns campaigns;
    private final Workdays workdays;
    private final Audit audit;
    private final AppClock clock;

    Meetings(
            JdbcClient jdbc,
            MeetingRows rows,
            MeetingPlaces places,
            CouncilAgenda agenda,
            MeetingProcess process,
            WorkItems workItems,
            WorkLog workLog,
            Campaigns campaigns,
            Workdays workdays,
            Audit audit,
            AppClock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.places = places;
        this.agenda = agenda;
        this.process = process;
        this.workItems = workItems;
        this.workLog = workLog;
        this.campaigns = campaigns;
        this.workdays = workdays;
        this.audit = audit;
        this.clock = clock;
    }

    /** Some meetings, newest first, and after which to go on; {@code next} is null at the end. */
    public record Page(List<Meeting> meetings, @Nullable Meeting next) {}

    /** What the process needs of a meeting. */
    public record Facts(UUID campaignId, String areaCode, String subject, String place, UUID holderId) {}

    /** The running campaigns in which the current person may hold a meeting, newest first. */
    @Transactional(readOnly = true)
    public List<CampaignView> campaigns() {
        return campaigns.page(null, 50).lines().stream()
                .filter(line -> line.phase() != Phase.ARCHIVED)
                .map(line -> campaigns.get(line.id()))
                .toList();
    }

    /** The villages in which the current person may hold a meeting, by code. */
    @Transactional(readOnly = true)
    public List<Area> villages(UUID campaignId) {
        return places.of(Actors.current(), campaigns.get(campaignId));
    }

    /** Who may hold it with the current person. */
    @Transactional(readOnly = true)
    public List<Person> colleagues(UUID campaignId) {
        return places.colleagues(Actors.current(), campaignId);
    }

    /**
     * Plans a meeting, or notes one that was held already; the current person writes it down afterwards. The same key
     * plans it once.
     *
     * @throws UserError {@code form.invalid} with the faults of {@code kind, title, area, day, place, invited, cadres}
     */
    public UUID plan(NewMeeting input) {
        var known = jdbc.sql("select id from meeting where client_key = ?")
                .param(input.key())
                .query(UUID.class)
                .optional();
        if (known.isPresent()) {
            return known.get();
        }
        var campaign = campaigns.requireRunning(input.campaignId());
        var actor = Actors.current();
        var area = places.of(actor, campaign).stream()
                .filter(one -> one.id().equals(input.areaId()))
                .findFirst();
        var colleagues =
                places.colleagues(actor, campaign.id()).stream().map(Person::id).toList();
        var day = input.day();
        new Form()
                .require(input.kind() != null, "kind", "meeting.missing.kind")
                .required("title", input.title(), TITLE)
                .require(area.isPresent(), "area", "meeting.missing.area")
                .require(
                        day != null
                                && !day.isBefore(campaign.mobilizationStart())
                                && !day.isAfter(clock.today().plusYears(1)),
                        "day",
                        "meeting.missing.day",
                        campaign.mobilizationStart())
                .optional("place", input.place(), PLACE)
                .optional("invited", input.invited(), INVITED)
                .require(colleagues.containsAll(input.cadres()), "cadres", "meeting.cadres")
                .check();
        var id = Ids.next();
        var on = Objects.requireNonNull(day);
        var kind = Objects.requireNonNull(input.kind());
        var village = area.orElseThrow();
        jdbc.sql("""
                insert into meeting (id, client_key, campaign_id, kind, title, area_id, area_code, unit_id, holder_id, day,
                  begins, place, invited, state, planned_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PLANNED', ?)
                """)
                .params(
                        id,
                        input.key(),
                        campaign.id(),
                        kind.name(),
                        input.title().strip(),
                        village.id(),
                        village.code(),
                        places.unitOf(actor.id(), campaign.id()),
                        actor.id(),
                        on,
                        input.begins(),
                        input.place().strip(),
                        input.invited().strip(),
                        Timestamp.from(clock.now()))
                .update();
        input.cadres().stream()
                .distinct()
                .forEach(person -> jdbc.sql("insert into meeting_cadre values (?, ?)")
                        .params(id, person)
                        .update());
        if (kind == MeetingKind.COUNCIL_DAY) {
            agenda.compile(id, campaign.id(), village.code());
        }
        audit.record(actor.id(), "meeting.planned", "MEETING", id, Map.of("kind", kind.name()));
        var from = on.isBefore(clock.today()) ? clock.today() : on;
        process.start(new MeetingProcess.Start(id, campaign.id(), actor.id(), workdays.plus(from, RECORD_DAYS)));
        return id;
    }

    /**
     * Writes down how the meeting went. What was said is entered before or after, in {@link Opinions}.
     *
     * @param heldOn the day it really was
     * @throws UserError {@code form.invalid} with the faults of {@code day, attendance, minutes}
     */
    public void record(UUID workItemId, @Nullable LocalDate heldOn, @Nullable Integer attendance, String minutes) {
        var item = workItems.take(workItemId, RECORD);
        var actor = Actors.current();
        var campaign = campaigns.requireRunning(rows.campaignOf(item.subjectId()));
        var meeting = rows.locked(actor, campaign, item.subjectId());
        new Form()
                .require(
                        heldOn != null
                                && !heldOn.isAfter(clock.today())
                                && !heldOn.isBefore(campaign.mobilizationStart()),
                        "day",
                        "meeting.heldOn")
                .require(
                        attendance != null && attendance > 0 && attendance <= MOST_PEOPLE,
                        "attendance",
                        "meeting.attendance",
                        MOST_PEOPLE)
                .required("minutes", minutes, MINUTES)
                .check();
        var day = Objects.requireNonNull(heldOn);
        var late = clock.today().isAfter(workdays.plus(day, RECORD_DAYS));
        jdbc.sql("""
                update meeting set state = 'HELD', day = ?, attendance = ?, minutes = ?, late = ?, recorded_at = ? where id = ?
                """)
                .params(day, attendance, minutes.strip(), late, Timestamp.from(clock.now()), meeting.id())
                .update();
        enter(campaign, meeting, day, late);
        audit.record(actor.id(), "meeting.held", "MEETING", meeting.id(), Map.of("opinions", meeting.opinions()));
        process.held(item, meeting.open() > 0, workdays.plus(clock.today(), SETTLE_DAYS));
    }

    /** The work of each who held it; the kind is the template's own where it names the meeting, else just a meeting. */
    private void enter(CampaignView campaign, Meeting meeting, LocalDate day, boolean late) {
        var code = meeting.kind().code();
        var kind = campaign.template().activityKinds().stream()
                        .map(CampaignTemplate.ActivityKind::code)
                        .anyMatch(code::equals)
                ? code
                : "meeting";
        var others = jdbc.sql("select person_id from meeting_cadre where meeting_id = ?")
                .param(meeting.id())
                .query(UUID.class)
                .list();
        workLog.done(Stream.concat(Stream.of(meeting.holderId()), others.stream())
                .distinct()
                .map(person -> new Work(
                        campaign.id(),
                        kind,
                        meeting.id(),
                        day,
                        late,
                        person,
                        meeting.unitId(),
                        meeting.areaCode(),
                        null,
                        null,
                        null))
                .toList());
    }

    /**
     * The meeting does not take place.
     *
     * @throws UserError {@code form.invalid} at {@code minutes} without a reason; {@code meeting.hasOpinions}
     */
    public void cancel(UUID workItemId, String reason) {
        var item = workItems.take(workItemId, RECORD);
        var actor = Actors.current();
        var campaign = campaigns.get(rows.campaignOf(item.subjectId()));
        var meeting = rows.locked(actor, campaign, item.subjectId());
        if (meeting.opinions() > 0) {
            throw new UserError("meeting.hasOpinions");
        }
        new Form()
                .require(!reason.isBlank(), "minutes", "meeting.missing.reason")
                .optional("minutes", reason, MINUTES)
                .check();
        jdbc.sql("update meeting set state = 'CANCELLED', minutes = ?, recorded_at = ? where id = ?")
                .params(reason.strip(), Timestamp.from(clock.now()), meeting.id())
                .update();
        audit.record(actor.id(), "meeting.cancelled", "MEETING", meeting.id(), Map.of());
        process.cancelled(item);
    }

    /**
     * The meetings of a campaign, newest first.
     *
     * @param mineOnly only those the current person holds
     */
    @Transactional(readOnly = true)
    public Page page(UUID campaignId, boolean mineOnly, @Nullable Meeting after, int limit) {
        var campaign = campaigns.view(campaignId);
        var params = new HashMap<String, Object>();
        params.put("campaign", campaignId);
        params.put("limit", limit + 1);
        var where = new ArrayList<>(List.of("m.campaign_id = :campaign"));
        if (mineOnly) {
            where.add("(m.holder_id = :me or m.id in (select meeting_id from meeting_cadre where person_id = :me))");
        }
        if (after != null) {
            where.add("(m.day, m.id) < (:day, :id)");
            params.put("day", after.day());
            params.put("id", after.id());
        }
        var found = rows.find(
                Actors.current(),
                campaign,
                String.join(" and ", where) + " order by m.day desc, m.id desc limit :limit",
                params);
        return found.size() > limit
                ? new Page(List.copyOf(found.subList(0, limit)), found.get(limit - 1))
                : new Page(found, null);
    }

    /**
     * One meeting, for whoever has to do with the campaign; minutes and opinions for who may read them.
     *
     * @throws UserError {@code meeting.unknown}, {@code forbidden}
     */
    @Transactional(readOnly = true)
    public Meeting view(UUID meetingId) {
        var campaign = campaigns.view(rows.campaignOf(meetingId));
        return rows.get(Actors.current(), campaign, meetingId);
    }

    /** What a council day speaks of, by section; empty for other meetings. */
    @Transactional(readOnly = true)
    public List<AgendaItem> agenda(UUID meetingId) {
        view(meetingId);
        return agenda.of(meetingId);
    }

    /**
     * Compiles the agenda of a council day anew from the newest freeze, before it is held.
     *
     * @throws UserError {@code forbidden} for others than who holds it, {@code meeting.over}
     */
    public void compileAgenda(UUID meetingId) {
        var actor = Actors.current();
        var campaign = campaigns.requireRunning(rows.campaignOf(meetingId));
        var meeting = rows.locked(actor, campaign, meetingId);
        if (!meeting.holderId().equals(actor.id())) {
            throw UserError.forbidden();
        }
        if (meeting.state() != MeetingState.PLANNED || meeting.kind() != MeetingKind.COUNCIL_DAY) {
            throw new UserError("meeting.over");
        }
        agenda.compile(meetingId, campaign.id(), meeting.areaCode());
    }

    /** What the task list shows. For the process. */
    @Transactional(readOnly = true)
    public Facts facts(UUID meetingId) {
        return jdbc.sql("""
                select m.campaign_id, m.area_code, m.title as subject, coalesce(t.name, '') || a.name as place, m.holder_id
                from meeting m join area a on a.id = m.area_id left join area t on t.id = a.parent_id where m.id = ?
                """).param(meetingId).query(Facts.class).single();
    }
}
