package cn.minqing.obligation;

import cn.minqing.campaign.CampaignDates;
import cn.minqing.campaign.CampaignTemplate.Every;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The days within which something is due once: a month or quarter of the calendar, a year counted from the campaign's
 * first day, or the whole campaign.
 *
 * @param from first day, within the campaign
 * @param to last day, within the campaign; what is due is due by then
 * @param whole how many days it would have, were it not cut off by the campaign
 */
public record Period(LocalDate from, LocalDate to, int whole) {
    private static final int QUARTER = 3;

    /** All periods of a campaign, earliest first. */
    public static List<Period> all(Every every, CampaignDates dates) {
        var found = new ArrayList<Period>();
        for (var day = dates.mobilizationStart(); !day.isAfter(dates.end()); ) {
            var period = at(every, dates, day);
            found.add(period);
            day = period.to().plusDays(1);
        }
        return found;
    }

    /** The period of that day; the first or last one for a day before or after the campaign. */
    public static Period at(Every every, CampaignDates dates, LocalDate day) {
        var first = dates.mobilizationStart();
        var inside = day.isBefore(first) ? first : day.isAfter(dates.end()) ? dates.end() : day;
        return switch (every) {
            case CAMPAIGN -> clipped(first, dates.end(), dates);
            case MONTH -> clipped(inside.withDayOfMonth(1), inside.withDayOfMonth(inside.lengthOfMonth()), dates);
            case QUARTER -> {
                var start = inside.withDayOfMonth(1).minusMonths((inside.getMonthValue() - 1) % QUARTER);
                yield clipped(start, start.plusMonths(QUARTER).minusDays(1), dates);
            }
            case YEAR -> {
                var start = first.plusYears(ChronoUnit.YEARS.between(first, inside));
                var end = start.plusYears(1).minusDays(1);
                var to = end.isAfter(dates.end()) ? dates.end() : end;
                yield new Period(start, to, days(start, to));
            }
        };
    }

    /** How many of {@code least} are due in it: a month or quarter the campaign cuts off owes its share, rounded down. */
    public int share(int least) {
        return (int) ((long) least * days(from, to) / whole);
    }

    private static Period clipped(LocalDate from, LocalDate to, CampaignDates dates) {
        return new Period(
                from.isBefore(dates.mobilizationStart()) ? dates.mobilizationStart() : from,
                to.isAfter(dates.end()) ? dates.end() : to,
                days(from, to));
    }

    private static int days(LocalDate from, LocalDate to) {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }
}
