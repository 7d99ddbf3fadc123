package cn.minqing.duty;

import cn.minqing.campaign.CampaignArchived;
import cn.minqing.campaign.Campaigns;
import cn.minqing.household.Households;
import cn.minqing.issue.Issues;
import cn.minqing.obligation.Work;
import cn.minqing.obligation.WorkLog;
import cn.minqing.organization.Actors;
import cn.minqing.organization.People;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import cn.minqing.platform.Workdays;
import cn.minqing.tasklist.WorkItems;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The day of duty: who came and with what, and what is said of it afterwards. */
@Service
@Transactional
public class Duties {
    public static final String RECORD = "userTask_recordDuty";

    public static final int WORDS = 2000;
    public static final int CALLER = 500;
    private static final int MOST_VISITORS = 500;

    private final JdbcClient jdbc;
    private final DutyRows rows;
    private final DutyProcess process;
    private final WorkItems workItems;
    private final WorkLog workLog;
    private final Campaigns campaigns;
    private final Households households;
    private final Issues issues;
    private final People people;
    private final Workdays workdays;
    private final Audit audit;
    private final AppClock clock;

    Duties(
            JdbcClient jdbc,
            DutyRows rows,
            DutyProcess process,
            WorkItems workItems,
            WorkLog workLog,
            Campaigns campaigns,
            Households households,
            Issues issues,
            People people,
            Workdays workdays,
            Audit audit,
            AppClock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.process = process;
        this.workItems = workItems;
        this.workLog = workLog;
        this.campaigns = campaigns;
        this.households = households;
        this.issues = issues;
        this.people = people;
        this.workdays = workdays;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Somebody who came.
     *
     * @param who place and name of the household; empty for somebody of none
     * @param issueNumber of the issue it became; empty for none
     */
    public record Caller(
            UUID id,
            @Nullable UUID householdId,
            String who,
            String words,
            @Nullable UUID issueId,
            String issueNumber) {}

    /** What the process needs of a turn. {@code words} names place and day. */
    public record Facts(UUID campaignId, String areaCode, String subject, String place) {}

    /** A turn whose day went by without a record, or that was not held. */
    public record Missed(String key, UUID campaignId, UUID dutyId, String words, Role role, UUID scopeId) {}

    /**
     * The turn, for whoever reads its record.
     *
     * @throws UserError {@code duty.unknown}, {@code forbidden}
     */
    @Transactional(readOnly = true)
    public Duty view(UUID dutyId) {
        var duty = rows.get(dutyId);
        if (!DutyRights.readsRecord(Actors.current(), campaigns.get(duty.campaignId()), duty)) {
            throw UserError.forbidden();
        }
        return duty;
    }

    /** Who came to it, in order; rights as {@link #view}. */
    @Transactional(readOnly = true)
    public List<Caller> callers(UUID dutyId) {
        view(dutyId);
        record Row(
                UUID id,
                @Nullable UUID householdId,
                String words,
                @Nullable UUID issueId,
                String number) {}
        var found = jdbc.sql("""
                select c.id, c.household_id, c.words, c.issue_id, coalesce(i.number, '') as number
                from duty_caller c left join issue i on i.id = c.issue_id where c.duty_id = ? order by c.id
                """)
                .param(dutyId)
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getObject("household_id", UUID.class),
                        row.getString("words"),
                        row.getObject("issue_id", UUID.class),
                        row.getString("number")))
                .list();
        var homes = households.summaries(found.stream()
                .map(Row::householdId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return found.stream()
                .map(row -> {
                    var home = row.householdId() == null ? null : homes.get(row.householdId());
                    return new Caller(
                            row.id(),
                            row.householdId(),
                            home == null ? "" : home.place() + " " + home.headName(),
                            row.words(),
                            row.issueId(),
                            row.number());
                })
                .toList();
    }

    /**
     * Writes down who came and with what. The same key writes it once.
     *
     * @param householdId null for somebody of no household of the village, or who would not say
     * @param issueId the issue that was registered of it by the current person; null for none
     * @throws UserError {@code form.invalid} at {@code words}; {@code forbidden} for another's turn
     */
    public void addCaller(UUID workItemId, UUID key, @Nullable UUID householdId, String words, @Nullable UUID issueId) {
        var item = workItems.take(workItemId, RECORD);
        var duty = rows.locked(item.subjectId());
        if (words.isBlank()) {
            throw UserError.invalid(Map.of("words", Message.of("duty.caller.words")));
        }
        if (words.strip().length() > CALLER) {
            throw UserError.invalid(Map.of(
                    "words", Message.of("duty.tooLong", CALLER, words.strip().length())));
        }
        if (householdId != null) {
            households.requireVisible(householdId);
        }
        if (issueId != null) {
            issues.view(issueId);
        }
        jdbc.sql("""
                insert into duty_caller (id, duty_id, household_id, words, issue_id, at) values (?, ?, ?, ?, ?, ?)
                on conflict (id) do nothing
                """)
                .params(key, duty.id(), householdId, words.strip(), issueId, Timestamp.from(clock.now()))
                .update();
    }

    /** Takes back what was written by mistake; what became an issue stays. */
    public void removeCaller(UUID workItemId, UUID callerId) {
        var item = workItems.take(workItemId, RECORD);
        var gone = jdbc.sql("delete from duty_caller where id = ? and duty_id = ? and issue_id is null")
                .params(callerId, item.subjectId())
                .update();
        if (gone > 0) {
            audit.record(Actors.currentId(), "duty.callerRemoved", "DUTY", item.subjectId(), Map.of());
        }
    }

    /**
     * The person says how the day went. After its day it is accepted as well, and marked late.
     *
     * @param held whether somebody sat there; if not, {@code words} says why
     * @param visitors how many people came
     * @throws UserError {@code form.invalid} at {@code visitors} or {@code words}
     */
    public void record(UUID workItemId, boolean held, @Nullable Integer visitors, String words) {
        var item = workItems.take(workItemId, RECORD);
        var duty = rows.locked(item.subjectId());
        campaigns.requireRunning(duty.campaignId());
        var faults = new LinkedHashMap<String, Message>();
        if (held && (visitors == null || visitors < 0 || visitors > MOST_VISITORS)) {
            faults.put("visitors", Message.of("duty.visitors", MOST_VISITORS));
        }
        if (!held && words.isBlank()) {
            faults.put("words", Message.of("duty.whyNot"));
        }
        if (words.strip().length() > WORDS) {
            faults.put("words", Message.of("duty.tooLong", WORDS, words.strip().length()));
        }
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults);
        }
        var actor = Actors.current();
        var late = clock.today().isAfter(duty.day());
        jdbc.sql("""
                update duty set state = ?, visitors = ?, words = ?, late = ?, recorded_at = ?, recorded_by = ?,
                  version = version + 1
                where id = ?
                """)
                .params(
                        (held ? DutyState.DONE : DutyState.NOT_HELD).name(),
                        held ? visitors : null,
                        words.strip(),
                        late,
                        Timestamp.from(clock.now()),
                        actor.id(),
                        duty.id())
                .update();
        if (held) {
            workLog.done(List.of(new Work(
                    duty.campaignId(),
                    "duty",
                    duty.id(),
                    duty.day(),
                    late,
                    duty.personId(),
                    duty.unitId(),
                    duty.areaCode(),
                    null,
                    null,
                    null)));
        }
        audit.record(actor.id(), "duty.recorded", "DUTY", duty.id(), Map.of("held", held, "late", late));
        process.recorded(item, held);
    }

    /** Starts the task of every turn whose day has come; what fell on a holiday meanwhile is withdrawn. */
    public int begin(int limit) {
        var due = jdbc.sql("""
                select d.id from duty d join campaign c on c.id = d.campaign_id
                where d.state = 'PLANNED' and d.day <= ? and c.phase <> 'ARCHIVED'
                order by d.day, d.id limit ? for update of d skip locked
                """).params(clock.today(), limit).query(UUID.class).list();
        for (var id : due) {
            var duty = rows.get(id);
            var sits = workdays.isWorkday(duty.day());
            jdbc.sql("update duty set state = ?, version = version + 1 where id = ?")
                    .params((sits ? DutyState.OPEN : DutyState.WITHDRAWN).name(), id)
                    .update();
            if (sits) {
                process.start(new DutyProcess.Start(id, duty.campaignId(), duty.personId(), duty.day()));
            }
        }
        return due.size();
    }

    /**
     * The day went by without a record, or nobody sat: the village's leader is told, or the office where
     * there is none. For the process.
     */
    public Missed missed(UUID dutyId) {
        var duty = rows.locked(dutyId);
        if (duty.state() == DutyState.OPEN && !duty.missed()) {
            jdbc.sql("update duty set missed_at = ? where id = ?")
                    .params(Timestamp.from(clock.now()), dutyId)
                    .update();
        }
        var led = !people.holding(Role.VILLAGE_LEADER, duty.areaId()).isEmpty();
        return new Missed(
                "duty/missed/" + dutyId,
                duty.campaignId(),
                dutyId,
                duty.place() + " " + duty.day() + " " + duty.person(),
                led ? Role.VILLAGE_LEADER : Role.CAMPAIGN_OFFICE,
                led ? duty.areaId() : campaigns.get(duty.campaignId()).hostUnitId());
    }

    /** What the task list shows. For the process. */
    @Transactional(readOnly = true)
    public Facts facts(UUID dutyId) {
        var duty = rows.get(dutyId);
        return new Facts(
                duty.campaignId(), duty.areaCode(), duty.place(), duty.day().toString());
    }

    @EventListener
    void archived(CampaignArchived event) {
        var open = jdbc.sql("select id from duty where campaign_id = ? and state = 'OPEN' for update")
                .param(event.campaignId())
                .query(UUID.class)
                .list();
        jdbc.sql("""
                update duty set state = 'WITHDRAWN', version = version + 1
                where campaign_id = ? and state in ('DRAFT', 'PLANNED', 'OPEN')
                """).param(event.campaignId()).update();
        process.end(open);
    }
}
