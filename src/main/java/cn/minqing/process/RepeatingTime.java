package cn.minqing.process;

import cn.minqing.platform.AppClock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Date;

/**
 * A timer that rings at a moment and looks again every week: one that rang too early or for a date that was moved since
 * is not lost.
 */
public final class RepeatingTime {
    private RepeatingTime() {}

    /** As the engine reads it; rings first at the next full second, for it does not know fractions. */
    public static String from(Date first) {
        var at = ZonedDateTime.ofInstant(first.toInstant(), AppClock.ZONE).truncatedTo(ChronoUnit.SECONDS);
        var whole = at.toInstant().equals(first.toInstant()) ? at : at.plusSeconds(1);
        return "R/" + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(whole) + "/P7D";
    }
}
