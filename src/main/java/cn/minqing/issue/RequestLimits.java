package cn.minqing.issue;

/** How far an application for more time may go (R4, R5); the decision table {@code issue-limits} answers. */
public interface RequestLimits {

    /**
     * @param times how often for the same issue; 0 for any number
     * @param days how many days at most: of one extension, or until a parked issue is looked at again
     * @param decisionDays workdays within which it is decided
     */
    record Limit(int times, int days, int decisionDays) {}

    Limit extension(String templateId);

    Limit parking(String templateId);
}
