package cn.minqing.assessment;

/** Where a unit's summary stands. */
public enum SummaryState {
    DRAFT,
    SUBMITTED,
    RETURNED,
    APPROVED
}
