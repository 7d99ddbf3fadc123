package cn.minqing.platform;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Days set over the official calendar. Kept in memory; every node looks at the version and reads them again when
 * another node changed one.
 */
@Component
@DependsOnDatabaseInitialization
public class WorkdayOverrides {
    private final JdbcClient jdbc;
    private final AppClock clock;
    private volatile Known known;

    WorkdayOverrides(JdbcClient jdbc, AppClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.known = read();
    }

    /** A day that was set; {@code source}: the notice that says so. */
    public record Day(LocalDate date, boolean workday, String name, String source, String changedBy) {}

    private record Known(int version, Map<LocalDate, Entry> days) {}

    record Entry(boolean workday, String name) {}

    @Nullable
    Entry of(LocalDate date) {
        return known.days().get(date);
    }

    /** Whether somebody has set days of that year. */
    boolean has(int year) {
        return known.days().keySet().stream().anyMatch(date -> date.getYear() == year);
    }

    public List<Day> ofYear(int year) {
        return jdbc.sql("""
                select o.date, o.workday, o.name, o.source, p.name as person from workday_override o
                join person p on p.id = o.changed_by where o.date between ? and ? order by o.date
                """)
                .params(Date.valueOf(LocalDate.of(year, 1, 1)), Date.valueOf(LocalDate.of(year, 12, 31)))
                .query((row, number) -> new Day(
                        row.getDate("date").toLocalDate(),
                        row.getBoolean("workday"),
                        row.getString("name"),
                        row.getString("source"),
                        row.getString("person")))
                .list();
    }

    /** Sets a day. Who may, and what follows from it, is the caller's business. */
    @Transactional
    public void set(LocalDate date, boolean workday, String name, String source, UUID by) {
        lock();
        jdbc.sql("""
                insert into workday_override (date, workday, name, source, changed_by, changed_at)
                values (?, ?, ?, ?, ?, ?)
                on conflict (date) do update set workday = excluded.workday, name = excluded.name,
                  source = excluded.source, changed_by = excluded.changed_by, changed_at = excluded.changed_at
                """)
                .params(Date.valueOf(date), workday, name.strip(), source.strip(), by, Timestamp.from(clock.now()))
                .update();
        changed();
    }

    /** The official calendar holds again for that day. */
    @Transactional
    public void clear(LocalDate date) {
        lock();
        jdbc.sql("delete from workday_override where date = ?")
                .param(Date.valueOf(date))
                .update();
        changed();
    }

    private void lock() {
        jdbc.sql("update workday_calendar set version = version + 1").update();
    }

    /** This transaction counts with the new days at once; when it fails, the old ones are read again. */
    private void changed() {
        known = read();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_COMMITTED) {
                    known = read();
                }
            }
        });
    }

    @Scheduled(fixedDelayString = "${minqing.calendar.poll:PT5S}")
    void follow() {
        if (version() > known.version()) {
            known = read();
        }
    }

    private Known read() {
        var version = version();
        var days = new HashMap<LocalDate, Entry>();
        jdbc.sql("select date, workday, name from workday_override").query(row -> {
            days.put(row.getDate("date").toLocalDate(), new Entry(row.getBoolean("workday"), row.getString("name")));
        });
        return new Known(version, Map.copyOf(days));
    }

    private int version() {
        return jdbc.sql("select version from workday_calendar")
                .query(Integer.class)
                .single();
    }
}
