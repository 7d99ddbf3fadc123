package cn.minqing.issue;

import java.util.Map;

/** Counts of a campaign's issues (or of one unit's households). {@code answered}: result told to the resident. */
public record IssueFigures(
        int registered,
        int open,
        int answered,
        int closed,
        int overdue,
        int satisfied,
        int asked,
        Map<Route, Integer> byRoute,
        Map<String, Integer> byCategory) {}
