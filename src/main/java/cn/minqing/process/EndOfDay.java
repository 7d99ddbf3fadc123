package cn.minqing.process;

import cn.minqing.platform.AppClock;
import java.time.LocalDate;
import java.util.Date;

/** The moment at which the engine's clocks take a date: something due on a day is late when that day is over. */
public final class EndOfDay {
    private EndOfDay() {}

    public static Date of(LocalDate date) {
        return Date.from(
                date.plusDays(1).atStartOfDay(AppClock.ZONE).toInstant().minusMillis(1));
    }

    /** The first moment at which something due on that day is late. */
    public static Date over(LocalDate date) {
        return startOf(date.plusDays(1));
    }

    /** The first moment of the day, for reminders that are due when it begins. */
    public static Date startOf(LocalDate date) {
        return Date.from(date.atStartOfDay(AppClock.ZONE).toInstant());
    }
}
