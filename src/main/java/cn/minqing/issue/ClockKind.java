package cn.minqing.issue;

/** What happened to a clock of an issue. */
public enum ClockKind {
    /** Registered: both clocks start. */
    STARTED,
    /** A level received it, with a clock of its own. */
    RECEIVED,
    /** A level gave it back to the first visitor. */
    RETURNED,
    /** Worked on once more: both clocks start again (R8). */
    REOPENED,
    /** More days were granted (R4). */
    EXTENDED,
    /** Stopped until the promised review (R5). */
    PARKED,
    /** Still stopped, until another review (R5). */
    PROLONGED,
    /** Counts again what was left (R5). */
    RESUMED,
    /** The calendar was changed; the days are the same, the date is not. */
    CALENDAR_CHANGED
}
