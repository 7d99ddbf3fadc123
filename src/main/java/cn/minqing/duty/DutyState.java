package cn.minqing.duty;

/** Where a turn of duty stands. */
public enum DutyState {
    /** In the roster the office works on; nobody else sees it. */
    DRAFT,
    /** Published; its day has not come. */
    PLANNED,
    /** Its day has come; the person has the task. */
    OPEN,
    /** Held and recorded. */
    DONE,
    /** Not held, and the reason recorded. */
    NOT_HELD,
    /** Taken out of the roster; kept for the record. */
    WITHDRAWN
}
