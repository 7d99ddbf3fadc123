package cn.minqing.issue;

import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.WorkdayOverrides;
import cn.minqing.platform.Workdays;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The calendar of workdays as the administrator sees and changes it; open deadlines follow at once (R2). */
@Service
@Transactional
public class WorkCalendar {
    static final int NAME = 40;
    static final int SOURCE = 120;

    private final WorkdayOverrides overrides;
    private final Workdays workdays;
    private final IssueSteps steps;
    private final Clocks clocks;
    private final Audit audit;
    private final AppClock clock;
    private final JdbcClient jdbc;

    WorkCalendar(
            WorkdayOverrides overrides,
            Workdays workdays,
            IssueSteps steps,
            Clocks clocks,
            Audit audit,
            AppClock clock,
            JdbcClient jdbc) {
        this.overrides = overrides;
        this.workdays = workdays;
        this.steps = steps;
        this.clocks = clocks;
        this.audit = audit;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** One day of the calendar; {@code name} is empty for an ordinary day, {@code set}: not as officially published. */
    public record Day(LocalDate date, boolean workday, String name, boolean set) {}

    /**
     * A year of the calendar.
     *
     * @param covered the official calendar or somebody here knows its holidays
     */
    public record Year(int year, boolean covered, List<Day> days, List<WorkdayOverrides.Day> changes) {}

    /**
     * Every day of a year.
     *
     * @throws cn.minqing.platform.UserError {@code forbidden} for whoever is no administrator
     */
    @Transactional(readOnly = true)
    public Year year(int year) {
        Actors.current().require(Role.ADMINISTRATOR);
        var changes = overrides.ofYear(year);
        var days = new ArrayList<Day>();
        for (var date = LocalDate.of(year, 1, 1); date.getYear() == year; date = date.plusDays(1)) {
            var day = date;
            days.add(new Day(
                    day,
                    workdays.isWorkday(day),
                    workdays.name(day),
                    changes.stream().anyMatch(change -> change.date().equals(day))));
        }
        return new Year(year, workdays.covers(year), days, changes);
    }

    /** Years an open deadline or today lies in whose holidays nobody has told the product, in order. */
    @Transactional(readOnly = true)
    public List<Integer> missingYears() {
        var years = new TreeSet<>(jdbc.sql("""
                select distinct extract(year from deadline)::int from issue
                where state in ('REGISTERED', 'HANDLING', 'ESCALATED', 'EXPLAINING')
                """).query(Integer.class).list());
        years.add(clock.today().getYear());
        years.add(clock.today().plusDays(45).getYear());
        return years.stream().filter(year -> !workdays.covers(year)).toList();
    }

    /**
     * Makes a day a workday or a holiday.
     *
     * @param name of the holiday, as people call it
     * @param source the notice that says so
     * @return how many open deadlines moved
     * @throws cn.minqing.platform.UserError {@code form.invalid}, {@code forbidden}
     */
    public int set(LocalDate date, boolean workday, String name, String source) {
        var actor = Actors.current();
        actor.require(Role.ADMINISTRATOR);
        new Form()
                .required("name", name, NAME)
                .required("source", source, SOURCE)
                .check();
        overrides.set(date, workday, name, source, actor.id());
        audit.record(
                actor.id(),
                "calendar.changed",
                "CALENDAR",
                subject(date),
                Map.of("date", date.toString(), "workday", workday));
        return move(date, name.strip());
    }

    /** The official calendar holds for that day again. Returns how many open deadlines moved. */
    public int clear(LocalDate date) {
        var actor = Actors.current();
        actor.require(Role.ADMINISTRATOR);
        overrides.clear(date);
        audit.record(actor.id(), "calendar.cleared", "CALENDAR", subject(date), Map.of("date", date.toString()));
        return move(date, workdays.name(date));
    }

    /**
     * Every open deadline that depends on the day; one that lies before it does not. The ledgers of all of them are read
     * at once; only those whose deadline moved are touched.
     */
    private int move(LocalDate date, String name) {
        var change = (date + " " + name).strip();
        var moved = clocks.movedBy(date);
        moved.forEach(issue -> steps.calendarChanged(issue, change));
        return moved.size();
    }

    private static UUID subject(LocalDate date) {
        return UUID.nameUUIDFromBytes(("calendar " + date).getBytes(StandardCharsets.UTF_8));
    }
}
