package cn.minqing.visit;

import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Participants;
import cn.minqing.household.Households;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
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
import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Promises, from the word to its keeping: each has a date, somebody who keeps it, and a task until it is kept. */
@Service
@Transactional
public class Commitments {
    public static final String KEEP = "userTask_keepCommitment";
    public static final String CONFIRM = "userTask_confirmCommitment";

    /** A promise without a date is to be kept as a general matter is (R2). */
    static final int DAYS = 5;

    private static final int TEXT = 200;
    private static final int WORDS = 500;

    private final JdbcClient jdbc;
    private final CommitmentProcess process;
    private final WorkItems workItems;
    private final Campaigns campaigns;
    private final Participants participants;
    private final Households households;
    private final Units units;
    private final Workdays workdays;
    private final Audit audit;
    private final AppClock clock;

    Commitments(
            JdbcClient jdbc,
            CommitmentProcess process,
            WorkItems workItems,
            Campaigns campaigns,
            Participants participants,
            Households households,
            Units units,
            Workdays workdays,
            Audit audit,
            AppClock clock) {
        this.jdbc = jdbc;
        this.process = process;
        this.workItems = workItems;
        this.campaigns = campaigns;
        this.participants = participants;
        this.households = households;
        this.units = units;
        this.workdays = workdays;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the task list shows of a promise. {@code scopeId} is null for who promised in a visit. */
    public record TaskFacts(
            @Nullable UUID scopeId,
            UUID campaignId,
            @Nullable UUID householdId,
            String areaCode,
            String subject,
            String place) {}

    /** A promise whose date has passed, and who is told. {@code key} is the same for the same date. */
    public record Late(String key, UUID id, UUID campaignId, String words, String leaderRole, UUID leaderScopeId) {}

    /** The day by which a promise made today without a date is to be kept. */
    LocalDate defaultDue(LocalDate madeOn) {
        return workdays.plus(madeOn, DAYS);
    }

    /** A promise of a visit becomes a task of who made it. */
    void made(UUID id, UUID campaignId, UUID personId, LocalDate due) {
        process.start(new CommitmentProcess.Start(id, campaignId, personId, Role.CADRE.code(), due));
    }

    /** A promise was ticked as kept on the sheet of a later visit: its task is done. */
    void keptInVisit(UUID id) {
        workItems.takeForSystem(id, KEEP).ifPresent(item -> process.kept(item, clock.today()));
    }

    /**
     * A unit promises something in public; its leaders keep it, the office of the campaign confirms it.
     *
     * @throws UserError {@code forbidden} for who neither leads the unit nor serves in the office; {@code form.invalid}
     */
    public UUID promise(UUID campaignId, UUID unitId, String text, @Nullable LocalDate due) {
        var campaign = campaigns.requireRunning(campaignId);
        var actor = Actors.current();
        if (!actor.has(Role.UNIT_LEADER, unitId) && !actor.has(Role.CAMPAIGN_OFFICE, campaign.hostUnitId())) {
            throw UserError.forbidden();
        }
        var faults = new LinkedHashMap<String, Message>();
        if (text.isBlank()) {
            faults.put("text", Message.of("commitment.text"));
        }
        SheetRules.text(faults, "text", text, TEXT);
        if (due == null || due.isBefore(clock.today())) {
            faults.put("due", Message.of("commitment.due"));
        }
        stopAt(faults);
        var id = Ids.next();
        var until = Objects.requireNonNull(due);
        jdbc.sql("""
                insert into commitment (id, kind, campaign_id, unit_id, text, due_on, made_on, person_id)
                values (?, 'PUBLIC', ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        id,
                        campaignId,
                        unitId,
                        text.strip(),
                        Date.valueOf(until),
                        Date.valueOf(clock.today()),
                        actor.id())
                .update();
        audit.record(actor.id(), "commitment.made", "COMMITMENT", id, Map.of("unit", unitId));
        process.start(new CommitmentProcess.Start(id, campaignId, null, Role.UNIT_LEADER.code(), until));
        return id;
    }

    /**
     * Who promised says how it was kept.
     *
     * @throws UserError {@code form.invalid} at {@code words}
     */
    public void keep(UUID workItemId, String words) {
        var item = workItems.take(workItemId, KEEP);
        var faults = new LinkedHashMap<String, Message>();
        if (words.isBlank()) {
            faults.put("words", Message.of("commitment.words"));
        }
        SheetRules.text(faults, "words", words, WORDS);
        stopAt(faults);
        var actor = Actors.current();
        jdbc.sql("update commitment set kept_on = ?, kept_words = ?, kept_by = ?, confirmed_by = null where id = ?")
                .params(Date.valueOf(clock.today()), words.strip(), actor.id(), item.subjectId())
                .update();
        audit.record(actor.id(), "commitment.kept", "COMMITMENT", item.subjectId(), Map.of());
        process.kept(item, workdays.plus(clock.today(), DAYS));
    }

    /**
     * The office looked whether a public promise was kept.
     *
     * @param words required when it was not
     * @throws UserError {@code form.invalid}; {@code commitment.ownWork} for who kept it
     */
    public void confirm(UUID workItemId, boolean really, String words) {
        var item = workItems.take(workItemId, CONFIRM);
        var actor = Actors.current();
        var keptBy = jdbc.sql("select kept_by from commitment where id = ?")
                .param(item.subjectId())
                .query(UUID.class)
                .optional();
        if (keptBy.filter(actor.id()::equals).isPresent()) {
            throw new UserError("commitment.ownWork");
        }
        var faults = new LinkedHashMap<String, Message>();
        if (!really && words.isBlank()) {
            faults.put("words", Message.of("commitment.refusal"));
        }
        SheetRules.text(faults, "words", words, WORDS);
        stopAt(faults);
        var due = workdays.plus(clock.today(), DAYS);
        if (really) {
            jdbc.sql("update commitment set confirmed_by = ? where id = ?")
                    .params(actor.id(), item.subjectId())
                    .update();
        } else {
            jdbc.sql("""
                    update commitment set kept_on = null, kept_by = null, kept_words = ?, due_on = ?, refused = refused + 1
                    where id = ?
                    """)
                    .params(words.strip(), Date.valueOf(due), item.subjectId())
                    .update();
        }
        audit.record(
                actor.id(),
                really ? "commitment.confirmed" : "commitment.refused",
                "COMMITMENT",
                item.subjectId(),
                Map.of());
        process.confirmed(item, really, due);
    }

    /** The date has passed. */
    @Transactional(readOnly = true)
    public Late overdue(UUID id) {
        return jdbc.sql("select campaign_id, unit_id, text, due_on from commitment where id = ?")
                .param(id)
                .query((row, number) -> new Late(
                        "commitment/" + id + "/" + row.getString("due_on"),
                        id,
                        row.getObject("campaign_id", UUID.class),
                        row.getString("text"),
                        Role.UNIT_LEADER.code(),
                        row.getObject("unit_id", UUID.class)))
                .single();
    }

    @Transactional(readOnly = true)
    public TaskFacts taskFacts(UUID id, String element) {
        record Row(UUID campaignId, UUID unitId, @Nullable UUID householdId, String text, boolean isPublic) {}
        var row = jdbc.sql("select campaign_id, unit_id, household_id, text, kind from commitment where id = ?")
                .param(id)
                .query((result, number) -> new Row(
                        result.getObject("campaign_id", UUID.class),
                        result.getObject("unit_id", UUID.class),
                        result.getObject("household_id", UUID.class),
                        result.getString("text"),
                        result.getString("kind").equals("PUBLIC")))
                .single();
        var campaign = campaigns.get(row.campaignId());
        var household = row.householdId() == null ? null : households.summary(row.householdId());
        return new TaskFacts(
                element.equals(CONFIRM) ? campaign.hostUnitId() : row.unitId(),
                row.campaignId(),
                row.householdId(),
                household == null ? campaign.areaCode() : household.groupCode(),
                row.text(),
                household == null ? units.get(row.unitId()).name() : household.place() + " " + household.headName());
    }

    /** One promise, for its task. The caller has checked that the task is the current person's. */
    @Transactional(readOnly = true)
    public Commitment get(UUID id) {
        return find("c.id = :id", Map.of("id", id)).stream()
                .findFirst()
                .orElseThrow(() -> new UserError("commitment.unknown"));
    }

    /** The promises the current person made, leads or serves the campaign of; open ones first, then by date. */
    @Transactional(readOnly = true)
    public List<Commitment> mine(boolean openOnly, boolean publicOnly, int limit) {
        var actor = Actors.current();
        var params = new HashMap<String, Object>();
        params.put("me", actor.id());
        params.put("limit", limit);
        var may = new StringBuilder("(c.kind = 'ORAL' and c.person_id = :me)");
        var campaignScopes = scopes(actor, List.of(Role.CAMPAIGN_OFFICE, Role.LEADING_GROUP, Role.INSPECTOR));
        if (!campaignScopes.isEmpty()) {
            params.put("hosts", campaignScopes);
            may.append(" or m.host_unit_id in (:hosts)");
        }
        var led = scopes(actor, List.of(Role.UNIT_LEADER));
        if (!led.isEmpty()) {
            params.put("units", led);
            may.append(" or c.unit_id in (:units)");
        }
        return find(
                "(" + may + ")"
                        + (openOnly ? " and (c.kept_on is null or (c.kind = 'PUBLIC' and c.confirmed_by is null))" : "")
                        + (publicOnly ? " and c.kind = 'PUBLIC'" : "")
                        + " order by c.kept_on is not null, c.due_on nulls last, c.id limit :limit",
                params);
    }

    /** The campaigns in which the current person may promise for a unit. */
    @Transactional(readOnly = true)
    public List<CampaignView> promisingIn() {
        return jdbc
                .sql("select id from campaign where phase <> 'ARCHIVED' order by id desc limit 200")
                .query(UUID.class)
                .list()
                .stream()
                .filter(id -> !promising(id).isEmpty())
                .map(campaigns::get)
                .toList();
    }

    /** The units for which the current person may promise in this campaign: those taking part, its teams and the host. */
    @Transactional(readOnly = true)
    public List<Unit> promising(UUID campaignId) {
        var campaign = campaigns.get(campaignId);
        var actor = Actors.current();
        var all = new LinkedHashSet<>(participants.unitsAndTeams(campaignId));
        units.departments(campaign.hostUnitId()).forEach(unit -> all.add(unit.id()));
        all.add(campaign.hostUnitId());
        return units.get(all.stream()
                .filter(unit ->
                        actor.has(Role.CAMPAIGN_OFFICE, campaign.hostUnitId()) || actor.has(Role.UNIT_LEADER, unit))
                .toList());
    }

    private List<Commitment> find(String where, Map<String, ?> params) {
        var found = jdbc.sql("""
                select c.*, u.name as unit_name, p.name as person from commitment c join unit u on u.id = c.unit_id
                join campaign m on m.id = c.campaign_id left join person p on p.id = c.person_id where\s""" + where)
                .params(params)
                .query((row, number) -> {
                    var isPublic = row.getString("kind").equals("PUBLIC");
                    return new Commitment(
                            row.getObject("id", UUID.class),
                            isPublic,
                            row.getObject("campaign_id", UUID.class),
                            row.getObject("household_id", UUID.class),
                            row.getString("unit_name"),
                            isPublic ? row.getString("unit_name") : row.getString("person"),
                            "",
                            row.getString("text"),
                            row.getObject("made_on", LocalDate.class),
                            row.getObject("due_on", LocalDate.class),
                            row.getObject("kept_on", LocalDate.class),
                            row.getString("kept_words"),
                            row.getObject("kept_on") == null || isPublic && row.getObject("confirmed_by") == null,
                            row.getInt("refused"));
                })
                .list();
        var homes = households.summaries(found.stream()
                .map(Commitment::householdId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return found.stream()
                .map(one -> {
                    var home = one.householdId() == null ? null : homes.get(one.householdId());
                    return home == null
                            ? one
                            : new Commitment(
                                    one.id(),
                                    one.isPublic(),
                                    one.campaignId(),
                                    one.householdId(),
                                    one.unit(),
                                    one.madeBy(),
                                    home.place() + " " + home.headName(),
                                    one.text(),
                                    one.madeOn(),
                                    one.due(),
                                    one.keptOn(),
                                    one.keptWords(),
                                    one.open(),
                                    one.refused());
                })
                .toList();
    }

    private static List<UUID> scopes(Actor actor, List<Role> roles) {
        return actor.grants().stream()
                .filter(grant -> roles.contains(grant.role()))
                .map(Actor.Grant::scopeId)
                .distinct()
                .toList();
    }

    private static void stopAt(Map<String, Message> faults) {
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults);
        }
    }
}
