package cn.minqing.issue;

import java.time.LocalDate;

/** How far an application for more time may go (R4, R5); the decision table {@code issue-limits} answers. */
public interface RequestLimits {

    /**
     * @param times how often for the same issue; 0 for any number
     * @param days how many days at most: of one extension, or until a parked issue is looked at again; 0 where months say
     * @param months calendar months until a parked issue is looked at again; 0 where days say
     * @param decisionDays workdays within which it is decided
     */
    record Limit(int times, int days, int months, int decisionDays) {
        /** The farthest day, counted from that one: one month from 31 January is the last day of February. */
        public LocalDate farthest(LocalDate from) {
            return from.plusMonths(months).plusDays(days);
        }
    }

    Limit extension(String templateId);

    Limit parking(String templateId);
}
