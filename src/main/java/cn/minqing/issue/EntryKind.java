package cn.minqing.issue;

/** What an entry of the timeline tells. */
public enum EntryKind {
    REGISTERED,
    TRIAGED,
    OVERRIDDEN,
    HANDLED,
    SENT_UP,
    SKIPPED_LEVEL,
    RECEIVED,
    ACCEPTED,
    SILENCE,
    RETURNED,
    DELEGATED,
    OBJECTED,
    EXPLAINED,
    TOLD,
    SATISFIED,
    DISSATISFIED,
    REOPENED,
    ACCOUNTABILITY,
    CLOSED,
    CLOSURE_REFUSED,
    DUE_SOON,
    OVERDUE,
    HANDED_OVER,
    NOTE,
    REMINDED,
    SUPERVISED,
    CIRCULATED,
    REVISITED
}
