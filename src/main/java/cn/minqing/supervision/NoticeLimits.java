package cn.minqing.supervision;

/** How long each step of a supervision notice may take (R2, R6); the decision table {@code supervision-days} answers. */
public interface NoticeLimits {
    /** The steps that have a time. */
    enum Step {
        ORDER,
        RECTIFY,
        RECHECK
    }

    /** Workdays for the step; for RECTIFY where nobody names a date. */
    int workdays(Step step, String templateId);
}
