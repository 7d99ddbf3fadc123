package cn.minqing.issue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of the clock ledger.
 *
 * @param from the day it counts from; that day itself does not count
 * @param days days it starts with or adds; 0 where it has none
 * @param calendarDays no holiday stops it (R2)
 * @param reviewOn promised review of a parking
 */
public record ClockEntry(
        ClockKind kind,
        LocalDate from,
        int days,
        boolean calendarDays,
        @Nullable LocalDate reviewOn) {}
