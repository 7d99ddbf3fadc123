package cn.minqing.household;

import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * To which vulnerable groups a household belongs, and from when to when (S1.7, S2.5). Nothing is overwritten: whatever is
 * corrected is withdrawn and entered anew (R10).
 */
@Service
@Transactional
public class Categories {
    private final JdbcClient jdbc;
    private final HouseholdRights rights;
    private final Audit audit;
    private final AppClock clock;

    Categories(JdbcClient jdbc, HouseholdRights rights, Audit audit, AppClock clock) {
        this.jdbc = jdbc;
        this.rights = rights;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One group for a time.
     *
     * @param from the first day
     * @param last the last day on which it holds or held; null for no end in sight
     * @param current whether it holds today
     * @param enteredBy name of who entered it; null for the system
     */
    public record Entry(
            UUID id,
            String code,
            LocalDate from,
            @Nullable LocalDate last,
            boolean current,
            @Nullable String enteredBy) {}

    /**
     * The groups of now and before, those of now first; rights as {@link Households#view}.
     *
     * @throws UserError {@code forbidden}, {@code household.unknown}
     */
    @Transactional(readOnly = true)
    public List<Entry> of(UUID householdId) {
        masking(householdId);
        return jdbc.sql("""
                select v.id, v.code, v.from_date, coalesce(v.until_date, v.ends_on) as ends, v.until_date is null as current,
                  p.name
                from household_vulnerability v left join person p on p.id = v.entered_by
                where v.household_id = ? and v.withdrawn_at is null
                order by v.until_date is not null, v.from_date desc, v.code
                """)
                .param(householdId)
                .query((row, number) -> {
                    var ends = row.getObject("ends", LocalDate.class);
                    return new Entry(
                            row.getObject("id", UUID.class),
                            row.getString("code"),
                            row.getObject("from_date", LocalDate.class),
                            ends == null ? null : ends.minusDays(1),
                            row.getBoolean("current"),
                            row.getString("name"));
                })
                .list();
    }

    /** Whether the current person may change the groups: the contact, who leads the village or town, office, administrator. */
    @Transactional(readOnly = true)
    public boolean editable(UUID householdId) {
        return mayChange(Actors.current(), householdId);
    }

    /**
     * Enters a group.
     *
     * @param last the last day; null for no end in sight
     * @throws UserError {@code form.invalid} at {@code code}, {@code from}, {@code last}; {@code forbidden}, {@code
     *     household.struckOff}
     */
    public void enter(UUID householdId, String code, LocalDate from, @Nullable LocalDate last) {
        lock(householdId);
        var faults = faults(code, from, last);
        if (faults.isEmpty() && running(householdId, code)) {
            faults.put("code", Message.of("household.category.running"));
        }
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults);
        }
        add(householdId, code, from, last);
        record("household.categoryEntered", householdId, code);
    }

    /** Gives a group other days; what stood there is withdrawn and kept. Faults as {@link #enter}. */
    public void correct(UUID householdId, UUID entryId, LocalDate from, @Nullable LocalDate last) {
        lock(householdId);
        var code = code(householdId, entryId);
        var faults = faults(code, from, last);
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults);
        }
        withdrawEntry(entryId);
        add(householdId, code, from, last);
        record("household.categoryCorrected", householdId, code);
    }

    /** Takes back what was entered wrongly; it stays readable in the records. */
    public void withdraw(UUID householdId, UUID entryId) {
        lock(householdId);
        var code = code(householdId, entryId);
        withdrawEntry(entryId);
        record("household.categoryWithdrawn", householdId, code);
    }

    /** Ends the groups whose last day is over. */
    @Scheduled(fixedDelayString = "${minqing.household.categories-every:PT10M}")
    public void endThoseOver() {
        jdbc.sql("update household_vulnerability set until_date = ends_on where until_date is null and ends_on <= ?")
                .param(clock.today())
                .update();
    }

    private Map<String, Message> faults(String code, LocalDate from, @Nullable LocalDate last) {
        var faults = new LinkedHashMap<String, Message>();
        if (!code.matches("[a-z][a-z0-9-]{0,39}")) {
            faults.put("code", Message.of("household.category.code"));
        }
        if (from.isAfter(clock.today())) {
            faults.put("from", Message.of("household.category.future"));
        }
        if (last != null && last.isBefore(from)) {
            faults.put("last", Message.of("household.category.order"));
        }
        return faults;
    }

    private void add(UUID householdId, String code, LocalDate from, @Nullable LocalDate last) {
        var endsOn = last == null ? null : last.plusDays(1);
        var over = endsOn != null && !endsOn.isAfter(clock.today()) ? endsOn : null;
        jdbc.sql("""
                insert into household_vulnerability (id, household_id, code, from_date, ends_on, until_date, entered_by)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(Ids.next(), householdId, code, from, endsOn, over, Actors.currentId())
                .update();
    }

    private void withdrawEntry(UUID entryId) {
        jdbc.sql(
                        "update household_vulnerability set withdrawn_at = ?, until_date = from_date, ended_by = ? where id = ?")
                .params(Timestamp.from(clock.now()), Actors.currentId(), entryId)
                .update();
    }

    private boolean running(UUID householdId, String code) {
        return jdbc.sql("""
                select exists (select from household_vulnerability
                  where household_id = ? and code = ? and until_date is null)
                """).params(householdId, code).query(Boolean.class).single();
    }

    private String code(UUID householdId, UUID entryId) {
        return jdbc.sql("""
                select code from household_vulnerability where id = ? and household_id = ? and withdrawn_at is null
                """)
                .params(entryId, householdId)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new UserError("household.category.gone"));
    }

    /** Two people who change the groups of one household do it one after the other. */
    private void lock(UUID householdId) {
        var state = jdbc.sql("select state from household where id = ? for update")
                .param(householdId)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new UserError("household.unknown"));
        if (!mayChange(Actors.current(), householdId)) {
            throw UserError.forbidden();
        }
        if (state.equals("STRUCK_OFF")) {
            throw new UserError("household.struckOff");
        }
    }

    private boolean mayChange(Actor actor, UUID householdId) {
        if (actor.has(Role.ADMINISTRATOR)) {
            return true;
        }
        var group = groupOf(householdId);
        return rights.masking(actor, householdId, group)
                .filter(masking -> masking == Masking.NONE
                        || masking == Masking.PARTIAL && (actor.has(Role.CAMPAIGN_OFFICE) || actor.leadsAreaOf(group)))
                .isPresent();
    }

    private void masking(UUID householdId) {
        var actor = Actors.current();
        if (!actor.has(Role.ADMINISTRATOR)) {
            rights.masking(actor, householdId, groupOf(householdId)).orElseThrow(UserError::forbidden);
        }
    }

    private String groupOf(UUID householdId) {
        return jdbc.sql("select group_code from household where id = ?")
                .param(householdId)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new UserError("household.unknown"));
    }

    private void record(String action, UUID householdId, String code) {
        audit.record(Actors.currentId(), action, "HOUSEHOLD", householdId, Map.of("code", code));
    }
}
