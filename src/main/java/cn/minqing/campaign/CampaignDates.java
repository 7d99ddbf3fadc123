package cn.minqing.campaign;

import cn.minqing.platform.UserError;
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

    /** What is wrong with the dates, by field; empty when they can stand. */
    public Map<String, Message> faults(LocalDate today) {
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
        } else if (ChronoUnit.DAYS.between(mobilizationStart, end) >= MOST_DAYS) {
            faults.put("end", Message.of("campaign.dates.long", MOST_DAYS));
        }
        return faults;
    }

    void check(LocalDate today) {
        var faults = faults(today);
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults);
        }
    }
}
