package cn.minqing.ui.shell;

import cn.minqing.platform.AppClock;
import cn.minqing.platform.Workdays;
import cn.minqing.tasklist.WorkItem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Words time as people do: 还剩 2 个工作日（3月14日 周四）, 逾期 1 天. */
@Component
public class Dates {
    private final AppClock clock;
    private final Workdays workdays;
    private final Bundles texts;

    Dates(AppClock clock, Workdays workdays, Bundles texts) {
        this.clock = clock;
        this.workdays = workdays;
        this.texts = texts;
    }

    /** How long is left until a due date, or how long it is past. */
    public String due(Instant due, Locale locale) {
        return due.isBefore(WorkItem.NEVER) ? due(dayOf(due), locale) : texts.getTranslation("date.noDue", locale);
    }

    public String due(LocalDate due, Locale locale) {
        var today = clock.today();
        var date = shortDay(due, today, locale);
        if (due.isBefore(today)) {
            return texts.getTranslation("date.overdue", locale, ChronoUnit.DAYS.between(due, today), date);
        }
        if (due.equals(today)) {
            return texts.getTranslation("date.dueToday", locale, date);
        }
        var left = workdays.between(today, due);
        return left == 0
                ? texts.getTranslation("date.daysLeft", locale, ChronoUnit.DAYS.between(today, due), date)
                : texts.getTranslation("date.workdaysLeft", locale, left, date);
    }

    /** The same without the date, for lines of a list: 还剩 2 个工作日, 逾期 1 天. */
    public String shortDue(Instant due, Locale locale) {
        if (!due.isBefore(WorkItem.NEVER)) {
            return texts.getTranslation("date.noDue", locale);
        }
        var today = clock.today();
        var day = dayOf(due);
        if (day.isBefore(today)) {
            return texts.getTranslation("date.overdueShort", locale, ChronoUnit.DAYS.between(day, today));
        }
        if (day.equals(today)) {
            return texts.getTranslation("date.dueTodayShort", locale);
        }
        var left = workdays.between(today, day);
        return left == 0
                ? texts.getTranslation("date.daysLeftShort", locale, ChronoUnit.DAYS.between(today, day))
                : texts.getTranslation("date.workdaysLeftShort", locale, left);
    }

    /** 今天, 昨天, 明天, 3月14日 周四, and with the year when it is another one. */
    public String day(LocalDate date, Locale locale) {
        var today = clock.today();
        var days = ChronoUnit.DAYS.between(today, date);
        if (days >= -1 && days <= 1) {
            return texts.getTranslation(
                    days == 0 ? "date.today" : days < 0 ? "date.yesterday" : "date.tomorrow", locale);
        }
        return shortDay(date, today, locale);
    }

    /** The day of {@link #day} and the time. */
    public String when(Instant moment, Locale locale) {
        var local = local(moment);
        return day(local.toLocalDate(), locale) + " " + time(local.toLocalTime());
    }

    /** Whether something due then is late now. */
    public boolean isOverdue(Instant due) {
        return dayOf(due).isBefore(clock.today());
    }

    /** The day a due moment belongs to: the end of a day is still that day. */
    public static LocalDate dayOf(Instant due) {
        return local(due).minusNanos(1_000_000).toLocalDate();
    }

    /** 2013年3月14日. */
    public static String date(LocalDate date, Locale locale) {
        return format(date, "yyyy年M月d日", "d MMM yyyy", locale);
    }

    /** 2013年3月14日 08:30. */
    public static String moment(Instant moment, Locale locale) {
        var local = local(moment);
        return date(local.toLocalDate(), locale) + " " + time(local.toLocalTime());
    }

    public static String time(LocalTime time) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(time);
    }

    private static String shortDay(LocalDate date, LocalDate today, Locale locale) {
        return date.getYear() == today.getYear()
                ? format(date, "M月d日 E", "EEE d MMM", locale)
                : format(date, "yyyy年M月d日 E", "EEE d MMM yyyy", locale);
    }

    private static String format(LocalDate date, String chinese, String english, Locale locale) {
        var language = Languages.closest(locale);
        return DateTimeFormatter.ofPattern(language.equals(Languages.ENGLISH) ? english : chinese, language)
                .format(date);
    }

    private static LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, AppClock.ZONE);
    }
}
