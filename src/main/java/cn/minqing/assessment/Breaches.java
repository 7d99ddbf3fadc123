package cn.minqing.assessment;

import cn.minqing.assessment.Assessments.Behind;
import cn.minqing.assessment.Assessments.SubjectType;
import cn.minqing.assessment.Breach.State;
import cn.minqing.campaign.CampaignTemplate.Discipline;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Breaches of discipline (S3.8 六不, S8.8 三不准): recorded with their basis by an inspector, the unit is heard, the leading
 * group decides. Only what was confirmed counts against a unit.
 */
@Service
@Transactional
public class Breaches {
    public static final String ANSWER = "userTask_answerBreach";
    public static final String DECIDE = "userTask_decideBreach";

    private static final int LONGEST = 2000;
    private static final String SELECT = """
            select b.*, u.name as unit_name, p.name as recorder
            from discipline_breach b join unit u on u.id = b.unit_id join person p on p.id = b.recorded_by
            """;

    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final Units units;
    private final WorkItems workItems;
    private final BreachProcess process;
    private final BreachLimits limits;
    private final Workdays workdays;
    private final AppClock clock;
    private final Audit audit;

    Breaches(
            JdbcClient jdbc,
            Campaigns campaigns,
            Units units,
            WorkItems workItems,
            BreachProcess process,
            BreachLimits limits,
            Workdays workdays,
            AppClock clock,
            Audit audit) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.units = units;
        this.workItems = workItems;
        this.process = process;
        this.limits = limits;
        this.workdays = workdays;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * What an inspector found.
     *
     * @param clientKey made by the page, so that sending it again records nothing twice
     * @param line one of the lines of the template's discipline
     */
    public record NewBreach(UUID clientKey, UUID unitId, String line, LocalDate happenedOn, String basis) {}

    /**
     * Records a breach; the unit is asked to answer. For the inspector of the host unit, not about the own unit.
     *
     * @throws UserError {@code form.invalid} with faults of {@code line, happenedOn, basis, unitId}; {@code
     *     breach.ownUnit}; {@code breach.noDiscipline}; {@code campaign.archived}
     */
    public UUID record(UUID campaignId, NewBreach input) {
        var campaign = campaigns.requireRunning(campaignId);
        var actor = Actors.current();
        actor.require(Role.INSPECTOR, campaign.hostUnitId());
        var discipline = campaign.template().discipline();
        if (discipline == null) {
            throw new UserError("breach.noDiscipline");
        }
        if (actor.unitId().equals(input.unitId())) {
            throw new UserError("breach.ownUnit");
        }
        check(campaign, discipline, input);
        var known = jdbc.sql("select id from discipline_breach where client_key = ?")
                .param(input.clientKey())
                .query(UUID.class)
                .optional();
        if (known.isPresent()) {
            return known.get();
        }
        var id = Ids.next();
        var limit = limits.of(campaign.template().id());
        var answerDue = workdays.plus(clock.today(), limit.answerDays());
        jdbc.sql("""
                insert into discipline_breach (id, client_key, campaign_id, period, unit_id, line, happened_on, basis, state,
                  recorded_by, recorded_at, answer_due, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'HEARD', ?, ?, ?, 0)
                """)
                .params(
                        id,
                        input.clientKey(),
                        campaignId,
                        campaign.period(),
                        input.unitId(),
                        input.line(),
                        input.happenedOn(),
                        input.basis().strip(),
                        actor.id(),
                        Timestamp.from(clock.now()),
                        answerDue)
                .update();
        audit.record(actor.id(), "breach.recorded", "BREACH", id, Map.of("unit", input.unitId()));
        process.recorded(id, campaignId, answerDue, workdays.plus(answerDue, limit.decisionDays()));
        return id;
    }

    private void check(CampaignView campaign, Discipline discipline, NewBreach input) {
        var faults = new LinkedHashMap<String, Message>();
        if (!discipline.lines().contains(input.line())) {
            faults.put("line", Message.of("breach.line"));
        }
        if (input.happenedOn().isAfter(clock.today()) || input.happenedOn().isBefore(campaign.mobilizationStart())) {
            faults.put("happenedOn", Message.of("breach.happenedOn", campaign.mobilizationStart(), clock.today()));
        }
        if (input.basis().isBlank() || input.basis().length() > LONGEST) {
            faults.put("basis", Message.of("breach.basis", LONGEST));
        }
        if (!takesPart(campaign.id(), input.unitId())) {
            faults.put("unitId", Message.of("breach.unit"));
        }
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults);
        }
    }

    private boolean takesPart(UUID campaignId, UUID unitId) {
        return jdbc.sql("""
                select exists (select from contact where campaign_id = :campaign and unit_id = :unit)
                  or exists (select from contact_point where campaign_id = :campaign and unit_id = :unit)
                """)
                .param("campaign", campaignId)
                .param("unit", unitId)
                .query(Boolean.class)
                .single();
    }

    /**
     * The unit answers; an empty text means that it does not object.
     *
     * @throws UserError {@code breach.answered} when the time to answer is over; {@code form.invalid} with the field
     *     objection; {@code task.*}
     */
    public void answer(UUID workItemId, String objection) {
        var item = workItems.take(workItemId, ANSWER);
        requireShort("objection", objection);
        var breach = find(item.subjectId());
        var actor = Actors.current();
        actor.require(Role.UNIT_LEADER, breach.unitId());
        var changed = jdbc.sql("""
                update discipline_breach set state = 'DECIDING', objection = ?, answered_by = ?, answered_at = ?,
                  version = version + 1
                where id = ? and state = 'HEARD'
                """)
                .params(objection.strip(), actor.id(), Timestamp.from(clock.now()), breach.id())
                .update();
        if (changed == 0) {
            throw new UserError("breach.answered");
        }
        audit.record(actor.id(), "breach.answered", "BREACH", breach.id(), Map.of("objects", !objection.isBlank()));
        process.answered(item);
    }

    /** The unit stayed silent until the day it was due to answer. For the process. */
    public void silent(UUID breachId) {
        jdbc.sql(
                        "update discipline_breach set state = 'DECIDING', version = version + 1 where id = ? and state = 'HEARD'")
                .param(breachId)
                .update();
        audit.record(null, "breach.silent", "BREACH", breachId, Map.of());
    }

    /**
     * Decides; not by who recorded it.
     *
     * @throws UserError {@code breach.own}; {@code form.invalid} with the field decision; {@code task.*}
     */
    public void decide(UUID workItemId, boolean confirmed, String decision) {
        var item = workItems.take(workItemId, DECIDE);
        requireShort("decision", decision);
        if (decision.isBlank()) {
            throw UserError.invalid(Map.of("decision", Message.of("breach.decision")));
        }
        var breach = find(item.subjectId());
        var actor = Actors.current();
        actor.require(Role.LEADING_GROUP, campaigns.get(breach.campaignId()).hostUnitId());
        if (actor.id().equals(breach.recordedBy())) {
            throw new UserError("breach.own");
        }
        jdbc.sql("""
                update discipline_breach set state = ?, decision = ?, decided_by = ?, decided_at = ?, version = version + 1
                where id = ? and state = 'DECIDING'
                """)
                .params(
                        (confirmed ? State.CONFIRMED : State.DISMISSED).name(),
                        decision.strip(),
                        actor.id(),
                        Timestamp.from(clock.now()),
                        breach.id())
                .update();
        audit.record(actor.id(), "breach.decided", "BREACH", breach.id(), Map.of("confirmed", confirmed));
        process.decided(item);
    }

    /** The breaches of the running period: all for office, leading group and inspectors, the own ones for a unit leader. */
    @Transactional(readOnly = true)
    public List<Breach> ofCampaign(UUID campaignId) {
        var campaign = campaigns.get(campaignId);
        return jdbc
                .sql(SELECT + "where b.campaign_id = ? and b.period = ? order by b.id desc")
                .params(campaignId, campaign.period())
                .query(Breaches::read)
                .list()
                .stream()
                .filter(breach -> maySee(campaign, breach))
                .toList();
    }

    /**
     * One breach, for those concerned.
     *
     * @throws UserError {@code breach.unknown}, {@code forbidden}
     */
    @Transactional(readOnly = true)
    public Breach get(UUID id) {
        var breach = find(id);
        if (!maySee(campaigns.get(breach.campaignId()), breach)) {
            throw UserError.forbidden();
        }
        return breach;
    }

    /** What a task of the process is about, for the task list. */
    @Transactional(readOnly = true)
    public TaskFacts taskFacts(UUID id, String element) {
        var breach = find(id);
        var campaign = campaigns.get(breach.campaignId());
        return new TaskFacts(
                element.equals(ANSWER) ? breach.unitId() : campaign.hostUnitId(),
                campaign.id(),
                campaign.areaCode(),
                breach.line(),
                units.get(breach.unitId()).name());
    }

    /** Scope, names and place of a task. */
    public record TaskFacts(UUID scopeId, UUID campaignId, String areaCode, String subject, String place) {}

    /** Confirmed breaches of the running period. */
    List<Behind> confirmed(CampaignView campaign, @Nullable UUID unitId) {
        return jdbc.sql("""
                select id, unit_id from discipline_breach
                where campaign_id = :campaign and period = :period and state = 'CONFIRMED'
                  and (:unit::uuid is null or unit_id = :unit::uuid) order by id
                """)
                .param("campaign", campaign.id())
                .param("period", campaign.period())
                .param("unit", unitId)
                .query((row, number) -> new Behind(
                        SubjectType.BREACH, row.getObject("id", UUID.class), row.getObject("unit_id", UUID.class)))
                .list();
    }

    private static boolean maySee(CampaignView campaign, Breach breach) {
        var actor = Actors.current();
        return Access.may(actor, campaign, breach.unitId()) || actor.has(Role.INSPECTOR, campaign.hostUnitId());
    }

    private Breach find(UUID id) {
        return jdbc.sql(SELECT + "where b.id = ?")
                .param(id)
                .query(Breaches::read)
                .optional()
                .orElseThrow(() -> new UserError("breach.unknown"));
    }

    private static void requireShort(String field, String text) {
        if (text.length() > LONGEST) {
            throw UserError.invalid(Map.of(field, Message.of("summary.textTooLong", LONGEST)));
        }
    }

    private static Breach read(ResultSet row, int number) throws SQLException {
        var answered = Optional.ofNullable(row.getTimestamp("answered_at"));
        var decided = Optional.ofNullable(row.getTimestamp("decided_at"));
        return new Breach(
                row.getObject("id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                row.getString("line"),
                row.getObject("happened_on", LocalDate.class),
                row.getString("basis"),
                State.valueOf(row.getString("state")),
                row.getObject("recorded_by", UUID.class),
                row.getString("recorder"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getObject("answer_due", LocalDate.class),
                row.getString("objection"),
                answered.map(Timestamp::toInstant).orElse(null),
                row.getString("decision"),
                decided.map(Timestamp::toInstant).orElse(null));
    }
}
