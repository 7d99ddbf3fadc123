package cn.minqing.issue;

import cn.minqing.platform.Workdays;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Computes a deadline from what happened to its clock and the calendar, and from nothing else (R2, R4, R5). A parked
 * clock keeps the days it had left and counts them from the promised review on, until it is resumed.
 */
public final class ClockLedger {
    private ClockLedger() {}

    /**
     * @param from the day the clock last started on
     * @param days days it started with then
     * @param extensions how often it was extended since, by {@code extendedDays} in all
     * @param parked it stands still now
     * @param parkedDays calendar days it stood still since it started
     */
    public record Reckoning(
            LocalDate from,
            int days,
            boolean calendarDays,
            LocalDate deadline,
            int extensions,
            int extendedDays,
            boolean parked,
            int parkedDays,
            ClockKind startedBy) {}

    /**
     * The state of the clock after all these entries, oldest first.
     *
     * @throws IllegalArgumentException when the first entry does not start it
     */
    public static Reckoning recompute(List<ClockEntry> entries, Workdays calendar) {
        Reckoning now = null;
        LocalDate parkedOn = null;
        var left = 0;
        for (var entry : entries) {
            switch (entry.kind()) {
                case STARTED, RECEIVED, RETURNED, REOPENED -> {
                    now = started(entry, calendar);
                    parkedOn = null;
                }
                case EXTENDED -> {
                    var before = require(now);
                    now = with(
                            before,
                            after(before.deadline(), entry.days(), entry.calendarDays(), calendar),
                            entry.days(),
                            before.parked(),
                            before.parkedDays());
                }
                case PARKED -> {
                    var before = require(now);
                    left = Math.max(1, count(entry.from(), before.deadline(), before.calendarDays(), calendar));
                    parkedOn = entry.from();
                    now = with(before, review(entry, left, before, calendar), 0, true, before.parkedDays());
                }
                case PROLONGED -> {
                    var before = require(now);
                    now = with(before, review(entry, left, before, calendar), 0, true, before.parkedDays());
                }
                case RESUMED -> {
                    var before = require(now);
                    var stood = parkedOn == null ? 0 : (int) ChronoUnit.DAYS.between(parkedOn, entry.from());
                    now = with(
                            before,
                            after(entry.from(), left, before.calendarDays(), calendar),
                            0,
                            false,
                            before.parkedDays() + stood);
                    parkedOn = null;
                }
                case CALENDAR_CHANGED -> require(now);
            }
        }
        return require(now);
    }

    private static Reckoning started(ClockEntry entry, Workdays calendar) {
        return new Reckoning(
                entry.from(),
                entry.days(),
                entry.calendarDays(),
                after(entry.from(), entry.days(), entry.calendarDays(), calendar),
                0,
                0,
                false,
                0,
                entry.kind());
    }

    private static Reckoning with(
            Reckoning before, LocalDate deadline, int extendedBy, boolean parked, int parkedDays) {
        return new Reckoning(
                before.from(),
                before.days(),
                before.calendarDays(),
                deadline,
                before.extensions() + (extendedBy > 0 ? 1 : 0),
                before.extendedDays() + extendedBy,
                parked,
                parkedDays,
                before.startedBy());
    }

    private static LocalDate review(ClockEntry entry, int left, Reckoning before, Workdays calendar) {
        var until = entry.reviewOn();
        if (until == null) {
            throw new IllegalArgumentException("A parking has no date of review");
        }
        return after(until, left, before.calendarDays(), calendar);
    }

    private static LocalDate after(LocalDate from, int days, boolean calendarDays, Workdays calendar) {
        return calendarDays ? from.plusDays(days) : calendar.plus(from, days);
    }

    private static int count(LocalDate from, LocalDate to, boolean calendarDays, Workdays calendar) {
        return calendarDays ? (int) ChronoUnit.DAYS.between(from, to) : calendar.between(from, to);
    }

    private static Reckoning require(@Nullable Reckoning now) {
        if (now == null) {
            throw new IllegalArgumentException("The clock was never started");
        }
        return now;
    }
}
