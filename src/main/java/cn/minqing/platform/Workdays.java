package cn.minqing.platform;

import com.tyme.holiday.LegalHoliday;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Workdays of the official Chinese calendar with its holidays and make-up workdays (R2). Years that the calendar does
 * not know yet fall back to Monday to Friday; {@link #covers} tells.
 */
@Component
public class Workdays {
    private static final int FIRST_YEAR = 2002;
    private static final int LAST_YEAR = 2026;

    private final @Nullable WorkdayOverrides overrides;

    /** The official calendar as it was published, without days set here. */
    public Workdays() {
        overrides = null;
    }

    @Autowired
    Workdays(WorkdayOverrides overrides) {
        this.overrides = overrides;
    }

    public boolean isWorkday(LocalDate date) {
        var set = overrides == null ? null : overrides.of(date);
        return set == null ? isOfficialWorkday(date) : set.workday();
    }

    /** What the official calendar says, before any day set here. */
    public boolean isOfficialWorkday(LocalDate date) {
        var legal = LegalHoliday.fromYmd(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
        if (legal != null) {
            return legal.isWork();
        }
        return !isWeekend(date);
    }

    /** Name of the holiday or make-up workday; empty for an ordinary day. */
    public String name(LocalDate date) {
        var set = overrides == null ? null : overrides.of(date);
        if (set != null) {
            return set.name();
        }
        var legal = LegalHoliday.fromYmd(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
        return legal == null ? "" : legal.getName();
    }

    /** The holidays that take away a weekday after {@code from} up to {@code to}, in order. */
    public List<String> holidays(LocalDate from, LocalDate to) {
        var names = new LinkedHashSet<String>();
        for (var date = from.plusDays(1); !date.isAfter(to); date = date.plusDays(1)) {
            if (!isWorkday(date) && !isWeekend(date)) {
                var name = name(date);
                if (!name.isEmpty()) {
                    names.add(name);
                }
            }
        }
        return List.copyOf(names);
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** The date {@code days} workdays after {@code start}; the day of the start itself does not count. */
    public LocalDate plus(LocalDate start, int days) {
        var date = start;
        for (var left = days; left > 0; ) {
            date = date.plusDays(1);
            if (isWorkday(date)) {
                left--;
            }
        }
        return date;
    }

    /** The last date that lies {@code days} workdays before {@code end}. */
    public LocalDate minus(LocalDate end, int days) {
        var date = end;
        for (var left = days; left > 0; ) {
            date = date.minusDays(1);
            if (isWorkday(date)) {
                left--;
            }
        }
        return date;
    }

    /** Workdays after {@code from} up to and including {@code to}; negative when {@code to} lies before. */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        var count = 0;
        for (var date = from.plusDays(1); !date.isAfter(to); date = date.plusDays(1)) {
            if (isWorkday(date)) {
                count++;
            }
        }
        return count;
    }

    public boolean covers(int year) {
        return (year >= FIRST_YEAR && year <= LAST_YEAR) || (overrides != null && overrides.has(year));
    }
}
