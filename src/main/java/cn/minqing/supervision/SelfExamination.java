package cn.minqing.supervision;

import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.organization.Unit;
import cn.minqing.organization.Units;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.Workdays;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Problems of its own style of work that a unit finds in itself (自查自纠, S2.8): it names measure and date, rectifies,
 * and an inspector checks it, as any supervision notice.
 */
@Service
@Transactional
public class SelfExamination {
    private static final int LENGTH = 500;

    private final NoticeRows rows;
    private final SupervisionProcess process;
    private final Campaigns campaigns;
    private final Units units;
    private final Workdays workdays;
    private final NoticeLimits limits;
    private final Audit audit;
    private final AppClock clock;
    private final JdbcClient jdbc;

    SelfExamination(
            NoticeRows rows,
            SupervisionProcess process,
            Campaigns campaigns,
            Units units,
            Workdays workdays,
            NoticeLimits limits,
            Audit audit,
            AppClock clock,
            JdbcClient jdbc) {
        this.rows = rows;
        this.process = process;
        this.campaigns = campaigns;
        this.units = units;
        this.workdays = workdays;
        this.limits = limits;
        this.audit = audit;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** A unit the current person leads, in a campaign it takes part in. */
    public record Place(CampaignView campaign, Unit unit) {}

    /** Where the current person may report something of their own unit; empty for whoever leads none. */
    @Transactional(readOnly = true)
    public List<Place> places() {
        return Actors.current().grants().stream()
                .filter(grant -> grant.role() == Role.UNIT_LEADER)
                .map(Actor.Grant::scopeId)
                .flatMap(unit ->
                        takesPart(unit).stream().map(campaign -> new Place(campaigns.get(campaign), units.get(unit))))
                .toList();
    }

    /**
     * A leader reports a problem of the own unit.
     *
     * @param clientKey the same key registers one only, however often it is sent
     * @param problem what is wrong, about the unit's way of working, never about one person
     * @param measure what it will do about it
     * @param due by when, after today
     * @return its number's notice
     * @throws cn.minqing.platform.UserError {@code forbidden}, {@code form.invalid} at {@code problem}, {@code measure},
     *     {@code due}
     */
    public UUID register(
            UUID clientKey, UUID campaignId, UUID unitId, String problem, String measure, @Nullable LocalDate due) {
        var actor = Actors.current();
        actor.require(Role.UNIT_LEADER, unitId);
        var campaign = campaigns.requireRunning(campaignId);
        if (!takesPart(unitId).contains(campaignId)) {
            throw cn.minqing.platform.UserError.forbidden();
        }
        new Fields()
                .required("problem", problem, LENGTH)
                .required("measure", measure, LENGTH)
                .require(due != null && due.isAfter(clock.today()), "due", "supervision.duePast")
                .check();
        var until = java.util.Objects.requireNonNull(due);
        var key = "self/" + clientKey;
        var id = Ids.next();
        var unit = units.get(unitId);
        var subject = new NoticeRows.Subject(
                NoticeSubject.CONDUCT,
                unitId,
                unit.name(),
                unitId,
                campaign.areaCode(),
                new NoticeRows.Holder(Role.UNIT_LEADER.code(), unitId));
        if (!rows.add(
                id,
                key,
                campaignId,
                campaign.hostUnitId(),
                subject,
                NoticeRows.SELF,
                problem.strip(),
                measure.strip(),
                until,
                actor.id())) {
            return rows.byKey(key);
        }
        rows.entry(id, clock.now(), actor.id(), "REQUESTED", problem.strip());
        audit.record(actor.id(), "notice.requested", "NOTICE", id, Map.of("origin", NoticeRows.SELF));
        process.start(new SupervisionProcess.Start(
                id,
                campaignId,
                true,
                Role.INSPECTOR.code(),
                Role.UNIT_LEADER.code(),
                workdays.plus(
                        clock.today(),
                        limits.workdays(
                                NoticeLimits.Step.ORDER, campaign.template().id())),
                until));
        return id;
    }

    /** Running campaigns in whose approved plan, teams or contacts the unit is, or that it runs. */
    private List<UUID> takesPart(UUID unitId) {
        return jdbc.sql("""
                select c.id from campaign c where c.phase <> 'ARCHIVED' and (c.host_unit_id = :unit
                  or exists (select from unit u where u.id = :unit and u.campaign_id = c.id)
                  or exists (select from campaign_plan p join campaign_plan_unit w on w.plan_id = p.id
                    where p.campaign_id = c.id and p.state = 'APPROVED' and w.unit_id = :unit)
                  or exists (select from contact t where t.campaign_id = c.id and t.unit_id = :unit))
                order by c.id desc limit 50
                """).param("unit", unitId).query(UUID.class).list();
    }
}
