package cn.minqing.issue;

import cn.minqing.organization.Actors;
import cn.minqing.organization.AreaLevel;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Ids;
import cn.minqing.platform.Workdays;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the ledger of an issue's two clocks: what the household was promised, which neither a return nor a level
 * changes, and until when whoever has the issue now is to be done. The stored deadlines are always what the ledger
 * gives.
 */
@Component
class Clocks {
    static final String RESIDENT = "RESIDENT";
    static final String HOLDER = "HOLDER";

    private static final RowMapper<ClockEntry> ENTRY = (row, number) -> new ClockEntry(
            ClockKind.valueOf(row.getString("kind")),
            row.getDate("counts_from").toLocalDate(),
            row.getInt("days"),
            row.getBoolean("calendar_days"),
            row.getDate("review_on") == null ? null : row.getDate("review_on").toLocalDate());

    private final JdbcClient jdbc;
    private final Workdays workdays;
    private final AppClock clock;

    Clocks(JdbcClient jdbc, Workdays workdays, AppClock clock) {
        this.jdbc = jdbc;
        this.workdays = workdays;
        this.clock = clock;
    }

    /** Starts or restarts the clocks today; the household's own only when it is new or reopened. */
    void start(Issue issue, ClockKind kind, @Nullable AreaLevel level) {
        var entry = new ClockEntry(kind, clock.today(), issue.days, issue.calendarDays, null);
        issue.parked = false;
        if (kind == ClockKind.STARTED || kind == ClockKind.REOPENED) {
            add(issue, RESIDENT, entry, level);
        }
        add(issue, HOLDER, entry, level);
    }

    /** The days count on both clocks. */
    void extend(Issue issue, int days) {
        issue.extensions++;
        both(issue, new ClockEntry(ClockKind.EXTENDED, clock.today(), days, issue.calendarDays, null));
    }

    void park(Issue issue, ClockKind kind, LocalDate reviewOn) {
        issue.parked = true;
        both(issue, new ClockEntry(kind, clock.today(), 0, issue.calendarDays, reviewOn));
    }

    void resume(Issue issue) {
        issue.parked = false;
        both(issue, new ClockEntry(ClockKind.RESUMED, clock.today(), 0, issue.calendarDays, null));
    }

    /** Whether a changed calendar moved a deadline; if so the ledger says it. */
    boolean calendarChanged(Issue issue) {
        var holder = recompute(issue.getId(), HOLDER).deadline();
        var resident = recompute(issue.getId(), RESIDENT).deadline();
        if (holder.equals(issue.deadline) && resident.equals(issue.promised)) {
            return false;
        }
        both(issue, new ClockEntry(ClockKind.CALENDAR_CHANGED, clock.today(), 0, issue.calendarDays, null));
        return true;
    }

    /** The open issues in workdays whose deadline or promise is another one now that the calendar of that day changed. */
    List<UUID> movedBy(LocalDate date) {
        record Ledger(LocalDate stored, List<ClockEntry> entries) {}
        record Which(UUID issueId, String clock) {}
        var ledgers = new LinkedHashMap<Which, Ledger>();
        jdbc.sql("""
                select c.issue_id, c.clock, case c.clock when 'HOLDER' then i.deadline else i.promised end as stored, c.kind,
                  c.counts_from, c.days, c.calendar_days, c.review_on
                from issue i join clock_entry c on c.issue_id = i.id
                where i.state in ('REGISTERED', 'HANDLING', 'ESCALATED', 'EXPLAINING') and not i.calendar_days
                  and greatest(i.deadline, i.promised) >= ?
                order by c.issue_id, c.clock, c.seq
                """).param(Date.valueOf(date)).query(row -> {
            var which = new Which(row.getObject("issue_id", UUID.class), row.getString("clock"));
            var stored = row.getDate("stored").toLocalDate();
            ledgers.computeIfAbsent(which, key -> new Ledger(stored, new ArrayList<>()))
                    .entries()
                    .add(ENTRY.mapRow(row, 0));
        });
        return ledgers.entrySet().stream()
                .filter(one -> !ClockLedger.recompute(one.getValue().entries(), workdays)
                        .deadline()
                        .equals(one.getValue().stored()))
                .map(one -> one.getKey().issueId())
                .distinct()
                .toList();
    }

    ClockLedger.Reckoning recompute(UUID issueId, String which) {
        return ClockLedger.recompute(entries(issueId, which), workdays);
    }

    List<ClockEntry> entries(UUID issueId, String which) {
        return jdbc.sql("""
                select kind, counts_from, days, calendar_days, review_on from clock_entry
                where issue_id = ? and clock = ? order by seq
                """).params(issueId, which).query(ENTRY).list();
    }

    private void both(Issue issue, ClockEntry entry) {
        add(issue, RESIDENT, entry, issue.level);
        add(issue, HOLDER, entry, issue.level);
    }

    private void add(Issue issue, String which, ClockEntry entry, @Nullable AreaLevel level) {
        var entries = new java.util.ArrayList<>(entries(issue.getId(), which));
        entries.add(entry);
        var reckoning = ClockLedger.recompute(entries, workdays);
        jdbc.sql("""
                insert into clock_entry (id, issue_id, at, person_id, clock, kind, level, counts_from, days,
                  calendar_days, review_on, deadline) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        Ids.next(),
                        issue.getId(),
                        Timestamp.from(clock.now()),
                        Actors.currentId(),
                        which,
                        entry.kind().name(),
                        level == null ? null : level.name(),
                        Date.valueOf(entry.from()),
                        entry.days(),
                        entry.calendarDays(),
                        entry.reviewOn() == null ? null : Date.valueOf(entry.reviewOn()),
                        Date.valueOf(reckoning.deadline()))
                .update();
        if (which.equals(HOLDER)) {
            issue.startClock(reckoning.from(), reckoning.deadline());
        } else {
            issue.promised = reckoning.deadline();
        }
    }
}
