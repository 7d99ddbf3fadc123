package cn.minqing.issue;

/** Where an issue stands. */
public enum IssueState {
    /** Registered, the way it goes is not confirmed yet (待研判). */
    REGISTERED,
    /** The first visitor or whoever was charged works on it (办理中). */
    HANDLING,
    /** A level above has it, or a department of that level (上级办理中). */
    ESCALATED,
    /** The policy is to be explained to the household (待解释). */
    EXPLAINING,
    /** There is a result; the household is to be told (待告知). */
    ANSWERED,
    /** The household has its answer and is to be asked (待征询满意度). */
    SATISFACTION,
    /** The household is satisfied; a leader is to close the number (待销号). */
    CLOSING,
    CLOSED,
    /** The resident took it back (已撤回). */
    WITHDRAWN,
    /** It is the same matter as another one, which goes on (已合并). */
    MERGED;

    /** Nobody works on it any more. */
    public boolean ended() {
        return this == CLOSED || this == WITHDRAWN || this == MERGED;
    }

    /** Whether the deadline still counts. */
    public boolean onTheClock() {
        return this == REGISTERED || this == HANDLING || this == ESCALATED || this == EXPLAINING;
    }
}
