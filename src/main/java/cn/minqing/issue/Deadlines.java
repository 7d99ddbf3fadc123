package cn.minqing.issue;

import cn.minqing.platform.AppClock;
import cn.minqing.platform.Workdays;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Counts the days of an issue (R2): workdays of the official calendar, or calendar days that no holiday stops. */
@Component
class Deadlines {
    /** Days before the deadline from which it is marked yellow (R6). */
    static final int SOON = 2;

    private final Workdays workdays;
    private final AppClock clock;

    Deadlines(Workdays workdays, AppClock clock) {
        this.workdays = workdays;
        this.clock = clock;
    }

    LocalDate today() {
        return clock.today();
    }

    LocalDate after(LocalDate start, int days, boolean calendarDays) {
        return calendarDays ? start.plusDays(days) : workdays.plus(start, days);
    }

    LocalDate soon(LocalDate due) {
        return workdays.minus(due, SOON);
    }

    /** The last date that is marked yellow today. */
    LocalDate soonUntil() {
        return workdays.plus(clock.today(), SOON);
    }

    /** Days left, 0 on the day itself, negative when it has passed; counted as the deadline was. */
    int left(LocalDate due, boolean calendarDays) {
        return calendarDays
                ? (int) java.time.temporal.ChronoUnit.DAYS.between(clock.today(), due)
                : due.isBefore(clock.today())
                        ? -Math.max(1, workdays.between(due, clock.today()))
                        : workdays.between(clock.today(), due);
    }
}
