package cn.minqing.project;

import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Participants;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Areas;
import cn.minqing.organization.Role;
import cn.minqing.organization.Unit;
import cn.minqing.organization.Units;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import cn.minqing.platform.Workdays;
import cn.minqing.tasklist.WorkItems;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Projects with funds (S3.5): proposed, approved, carried out by a unit, checked by somebody else. */
@Service
@Transactional
public class Projects {
    public static final String APPROVE = "userTask_approveProject";
    public static final String IMPLEMENT = "userTask_implementProject";
    public static final String CHECK = "userTask_checkProject";

    public static final int NAME = 100;
    public static final int CONTENT = 2000;
    public static final int REASON = 500;

    private static final int DAYS = 5;
    private static final BigDecimal MOST = new BigDecimal("100000000000");

    private final JdbcClient jdbc;
    private final ProjectRows rows;
    private final ProjectProcess process;
    private final Campaigns campaigns;
    private final Participants participants;
    private final Units units;
    private final Areas areas;
    private final WorkItems workItems;
    private final Workdays workdays;
    private final Audit audit;
    private final AppClock clock;

    Projects(
            JdbcClient jdbc,
            ProjectRows rows,
            ProjectProcess process,
            Campaigns campaigns,
            Participants participants,
            Units units,
            Areas areas,
            WorkItems workItems,
            Workdays workdays,
            Audit audit,
            AppClock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.process = process;
        this.campaigns = campaigns;
        this.participants = participants;
        this.units = units;
        this.areas = areas;
        this.workItems = workItems;
        this.workdays = workdays;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a project came out of. */
    public enum Origin {
        ISSUE,
        MEETING,
        VISIT,
        OTHER
    }

    /**
     * A proposal.
     *
     * @param key made by the page, so that a second click changes nothing
     * @param unitId the unit in charge
     * @param issueNumber of the issue it came out of; empty for none
     * @param funds what is planned, source by source; each source once
     */
    public record Proposal(
            UUID key,
            UUID campaignId,
            UUID unitId,
            UUID areaId,
            String name,
            String content,
            Origin origin,
            String issueNumber,
            @Nullable LocalDate due,
            Map<FundSource, BigDecimal> funds) {}

    /** Some projects, newest first, and after which to go on; {@code next} is null at the end. */
    public record Page(List<ProjectView> projects, @Nullable UUID next) {}

    /** How many there are and how much money, yuan. */
    public record Counts(int proposed, int approved, int done, BigDecimal planned, BigDecimal arrived) {}

    /** The running campaigns in which the current person may propose one: as unit leader or in the office. */
    @Transactional(readOnly = true)
    public List<CampaignView> proposingIn() {
        var actor = Actors.current();
        return campaigns.running().stream()
                .filter(campaign -> actor.has(Role.CAMPAIGN_OFFICE, campaign.hostUnitId())
                        || actor.has(Role.UNIT_LEADER)
                                && participants.of(campaign.id()).stream()
                                        .anyMatch(one -> actor.has(Role.UNIT_LEADER, one.unitId())))
                .toList();
    }

    /** The units of a campaign that the current person may put in charge. */
    @Transactional(readOnly = true)
    public List<Unit> inCharge(UUID campaignId) {
        var campaign = campaigns.get(campaignId);
        var actor = Actors.current();
        return participants.of(campaignId).stream()
                .map(Participants.Participant::unitId)
                .distinct()
                .filter(unit -> mayPropose(actor, campaign, unit))
                .map(units::get)
                .toList();
    }

    /**
     * Proposes a project.
     *
     * @throws UserError {@code form.invalid} at {@code name, content, due, issue, funds}; {@code forbidden}
     */
    public UUID propose(Proposal proposal) {
        var campaign = campaigns.requireRunning(proposal.campaignId());
        var actor = Actors.current();
        if (!mayPropose(actor, campaign, proposal.unitId())) {
            throw UserError.forbidden();
        }
        var faults = new LinkedHashMap<String, Message>();
        text(faults, "name", proposal.name(), NAME);
        text(faults, "content", proposal.content(), CONTENT);
        if (proposal.due() == null || proposal.due().isBefore(clock.today())) {
            faults.put("due", Message.of("project.due"));
        }
        if (proposal.funds().values().stream().anyMatch(amount -> amount.signum() < 0 || amount.compareTo(MOST) > 0)) {
            faults.put("funds", Message.of("project.amount"));
        }
        if (!areas.get(proposal.areaId()).code().startsWith(campaign.areaCode())
                && !campaign.areaCode().startsWith(areas.get(proposal.areaId()).code())) {
            faults.put("area", Message.of("project.area"));
        }
        var issue = rows.issue(campaign.id(), proposal.issueNumber().strip());
        if (!proposal.issueNumber().isBlank() && issue.isEmpty()) {
            faults.put("issue", Message.of("project.issue"));
        }
        stopAt(faults);
        var due = Objects.requireNonNull(proposal.due());
        var added = jdbc.sql("""
                insert into project (id, client_key, campaign_id, host_unit_id, unit_id, area_id, name, content, origin,
                  issue_id, state, due_on, proposed_by, proposed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PROPOSED', ?, ?, ?) on conflict (client_key) do nothing
                """)
                .params(
                        proposal.key(),
                        proposal.key(),
                        campaign.id(),
                        campaign.hostUnitId(),
                        proposal.unitId(),
                        proposal.areaId(),
                        proposal.name().strip(),
                        proposal.content().strip(),
                        proposal.origin().name(),
                        issue.orElse(null),
                        Date.valueOf(due),
                        actor.id(),
                        Timestamp.from(clock.now()))
                .update();
        if (added == 1) {
            proposal.funds().forEach((source, amount) -> plan(proposal.key(), source, amount, actor.id()));
            audit.record(actor.id(), "project.proposed", "PROJECT", proposal.key(), Map.of("unit", proposal.unitId()));
            process.start(proposal.key(), campaign.id(), workdays.plus(clock.today(), DAYS), due);
        }
        return proposal.key();
    }

    /**
     * The leading group decides on a proposal.
     *
     * @param reason required when it refuses
     * @throws UserError {@code form.invalid} at {@code reason}; {@code project.own} for who proposed it; {@code task.*}
     */
    public void decide(UUID workItemId, boolean approved, String reason) {
        var item = workItems.take(workItemId, APPROVE);
        var project = rows.get(item.subjectId());
        var actor = Actors.current();
        if (project.proposedBy().equals(actor.id())) {
            throw new UserError("project.own");
        }
        if (!approved) {
            requireReason(reason);
        }
        jdbc.sql("update project set state = ?, approved_by = ?, reason = ?, version = version + 1 where id = ?")
                .params(approved ? "RUNNING" : "REFUSED", actor.id(), approved ? "" : reason.strip(), project.id())
                .update();
        audit.record(actor.id(), approved ? "project.approved" : "project.refused", "PROJECT", project.id(), Map.of());
        process.decided(item, approved);
    }

    /**
     * The unit in charge or the office notes how much of a source has arrived so far.
     *
     * @param total all that has come from this source, yuan
     * @throws UserError {@code form.invalid} at {@code amount}; {@code project.notRunning}; {@code forbidden}
     */
    public void arrived(UUID projectId, FundSource source, BigDecimal total) {
        var project = rows.get(projectId);
        var actor = Actors.current();
        if (!actor.has(Role.UNIT_LEADER, project.unitId()) && !actor.has(Role.CAMPAIGN_OFFICE, project.hostUnitId())) {
            throw UserError.forbidden();
        }
        if (project.state() != ProjectState.RUNNING && project.state() != ProjectState.REPORTED) {
            throw new UserError("project.notRunning");
        }
        if (total.signum() < 0 || total.compareTo(MOST) > 0) {
            throw UserError.invalid(Map.of("amount", Message.of("project.amount")));
        }
        jdbc.sql("""
                insert into project_fund (id, project_id, source, planned, arrived, arrived_on, entered_by)
                values (?, ?, ?, 0, ?, ?, ?)
                on conflict (project_id, source) do update
                  set arrived = excluded.arrived, arrived_on = excluded.arrived_on, entered_by = excluded.entered_by
                """)
                .params(Ids.next(), projectId, source.name(), total, Date.valueOf(clock.today()), actor.id())
                .update();
        audit.record(
                actor.id(),
                "project.fundsArrived",
                "PROJECT",
                projectId,
                Map.of("source", source.name(), "total", total));
    }

    /**
     * The unit in charge says what came of it.
     *
     * @throws UserError {@code form.invalid} at {@code result}; {@code task.*}
     */
    public void report(UUID workItemId, String result) {
        var item = workItems.take(workItemId, IMPLEMENT);
        var faults = new LinkedHashMap<String, Message>();
        text(faults, "result", result, CONTENT);
        stopAt(faults);
        var actor = Actors.current();
        jdbc.sql("""
                update project set state = 'REPORTED', result = ?, reason = '', reported_by = ?, checked_by = null,
                  version = version + 1 where id = ?
                """).params(result.strip(), actor.id(), item.subjectId()).update();
        audit.record(actor.id(), "project.reported", "PROJECT", item.subjectId(), Map.of());
        process.reported(item, workdays.plus(clock.today(), DAYS));
    }

    /**
     * The office has looked whether it is done.
     *
     * @param reason required when it is not
     * @throws UserError {@code form.invalid} at {@code reason}; {@code project.own} for who reported it; {@code task.*}
     */
    public void check(UUID workItemId, boolean done, String reason) {
        var item = workItems.take(workItemId, CHECK);
        var project = rows.get(item.subjectId());
        var actor = Actors.current();
        if (actor.id().equals(project.reportedBy())) {
            throw new UserError("project.own");
        }
        if (!done) {
            requireReason(reason);
        }
        var due = project.due().isAfter(clock.today()) ? project.due() : workdays.plus(clock.today(), DAYS);
        jdbc.sql("""
                update project set state = ?, checked_by = ?, reason = ?, done_on = ?, due_on = ?, version = version + 1
                where id = ?
                """)
                .params(
                        done ? "DONE" : "RUNNING",
                        actor.id(),
                        done ? "" : reason.strip(),
                        done ? Date.valueOf(clock.today()) : null,
                        Date.valueOf(done ? project.due() : due),
                        project.id())
                .update();
        audit.record(actor.id(), done ? "project.done" : "project.notDone", "PROJECT", project.id(), Map.of());
        process.checked(item, done, due);
    }

    /** What the current person may see of a campaign's projects, newest first. */
    @Transactional(readOnly = true)
    public Page page(@Nullable UUID after, int limit) {
        return rows.page(Actors.current(), after, limit);
    }

    /** How the projects of a campaign stand; no check of rights, for reports. */
    @Transactional(readOnly = true)
    public Counts counts(UUID campaignId) {
        return rows.counts(campaignId);
    }

    /** What a source was to give and has given, yuan. */
    public record FundTotal(FundSource source, BigDecimal planned, BigDecimal arrived) {}

    /** The funds of a campaign's projects by source, those that were not refused; no check of rights, for reports. */
    @Transactional(readOnly = true)
    public List<FundTotal> funds(UUID campaignId) {
        return rows.funds(campaignId);
    }

    /** One project, for its task or a page; whoever has to do with the campaign may read it. */
    @Transactional(readOnly = true)
    public ProjectView get(UUID id) {
        var project = rows.get(id);
        campaigns.view(project.campaignId());
        return project;
    }

    /** As {@link #get}, without a check of rights; for the process. */
    @Transactional(readOnly = true)
    public ProjectView forTask(UUID id) {
        return rows.get(id);
    }

    /** Whether the current person may note what has arrived. */
    @Transactional(readOnly = true)
    public boolean mayEnterFunds(ProjectView project) {
        var actor = Actors.current();
        return (project.state() == ProjectState.RUNNING || project.state() == ProjectState.REPORTED)
                && (actor.has(Role.UNIT_LEADER, project.unitId())
                        || actor.has(Role.CAMPAIGN_OFFICE, project.hostUnitId()));
    }

    private void plan(UUID projectId, FundSource source, BigDecimal amount, UUID personId) {
        if (amount.signum() > 0) {
            jdbc.sql("insert into project_fund (id, project_id, source, planned, entered_by) values (?, ?, ?, ?, ?)")
                    .params(Ids.next(), projectId, source.name(), amount, personId)
                    .update();
        }
    }

    private static boolean mayPropose(Actor actor, CampaignView campaign, UUID unitId) {
        return actor.has(Role.CAMPAIGN_OFFICE, campaign.hostUnitId()) || actor.has(Role.UNIT_LEADER, unitId);
    }

    private static void requireReason(String reason) {
        if (reason.isBlank() || reason.strip().length() > REASON) {
            throw UserError.invalid(Map.of("reason", Message.of("document.reason", REASON)));
        }
    }

    private static void text(Map<String, Message> faults, String field, String value, int longest) {
        if (value.isBlank()) {
            faults.put(field, Message.of("project." + field));
        } else if (value.strip().length() > longest) {
            faults.put(field, Message.of("document.tooLong", longest));
        }
    }

    private static void stopAt(Map<String, Message> faults) {
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults);
        }
    }
}
