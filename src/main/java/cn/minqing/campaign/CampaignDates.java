package cn.minqing.campaign;

import cn.minqing.platform.UserError.Message;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The first day of each phase and the last day of the campaign. A phase lasts until 24:00 of the day before the next
 * one begins.
 */
public record CampaignDates(
        LocalDate mobilizationStart, LocalDate implementationStart, LocalDate acceptanceStart, LocalDate end) {
    /** Longer than a year is a standing system, which closes a period at a time. */
    private static final int MOST_DAYS = 366;

    /** A period spends most of its days on the work itself. */
    private static final int MOST_ACCEPTANCE = 3;

    /** The dates a template proposes for a campaign that begins on that day. */
    public static CampaignDates proposed(CampaignTemplate template, LocalDate start) {
        var implementation = start.plusDays(template.phase(Phase.MOBILIZATION).days());
        var acceptance =
                implementation.plusDays(template.phase(Phase.IMPLEMENTATION).days());
        var end = acceptance.plusDays(template.phase(Phase.ACCEPTANCE).days()).minusDays(1);
        return new CampaignDates(start, implementation, acceptance, end);
    }

    public LocalDate lastDayOf(Phase phase) {
        return switch (phase) {
            case MOBILIZATION -> implementationStart.minusDays(1);
            case IMPLEMENTATION -> acceptanceStart.minusDays(1);
            case ACCEPTANCE, ARCHIVED -> end;
        };
    }

    /**
     * The period that follows in a standing campaign: from the day after the end, acceptance as long as it was. A period
     * that would be over before it is opened is passed over.
     */
    CampaignDates next(CampaignTemplate.Every every, LocalDate today) {
        var first = end.plusDays(1);
        var last = first.plusMonths(months(every)).minusDays(1);
        while (last.isBefore(today)) {
            first = last.plusDays(1);
            last = first.plusMonths(months(every)).minusDays(1);
        }
        var length = ChronoUnit.DAYS.between(first, last) + 1;
        var acceptanceDays = Math.clamp(ChronoUnit.DAYS.between(acceptanceStart, end) + 1, 1, length / MOST_ACCEPTANCE);
        return new CampaignDates(mobilizationStart, first, last.minusDays(acceptanceDays - 1), last);
    }

    private static int months(CampaignTemplate.Every every) {
        return switch (every) {
            case MONTH -> 1;
            case QUARTER -> 3;
            case YEAR -> 12;
            case CAMPAIGN -> throw new IllegalArgumentException("No period of a standing campaign");
        };
    }

    /**
     * What is wrong with the dates of a new campaign, by field; empty when they can stand.
     *
     * @param standing whether it closes a period at a time: then the year is counted from its implementation
     */
    public Map<String, Message> faults(LocalDate today, boolean standing) {
        var faults = new LinkedHashMap<String, Message>();
        if (!implementationStart.isAfter(mobilizationStart)) {
            faults.put("implementationStart", Message.of("campaign.dates.afterMobilization", mobilizationStart));
        }
        if (!acceptanceStart.isAfter(implementationStart)) {
            faults.put("acceptanceStart", Message.of("campaign.dates.afterImplementation", implementationStart));
        }
        if (end.isBefore(acceptanceStart)) {
            faults.put("end", Message.of("campaign.dates.afterAcceptance", acceptanceStart));
        } else if (end.isBefore(today)) {
            faults.put("end", Message.of("campaign.dates.past", today));
        } else if (ChronoUnit.DAYS.between(standing ? implementationStart : mobilizationStart, end) >= MOST_DAYS) {
            faults.put("end", Message.of("campaign.dates.long", MOST_DAYS));
        }
        return faults;
    }
}
