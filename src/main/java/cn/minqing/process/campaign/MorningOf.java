package cn.minqing.process.campaign;

import cn.minqing.platform.AppClock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;

/** Work of a day begins at eight: nobody finds a task dated midnight. */
final class MorningOf {
    private static final LocalTime WORK_BEGINS = LocalTime.of(8, 0);

    private MorningOf() {}

    static Date date(LocalDate date) {
        return Date.from(date.atTime(WORK_BEGINS).atZone(AppClock.ZONE).toInstant());
    }
}
