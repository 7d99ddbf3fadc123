package cn.minqing.meeting;

/** What came of an opinion (S4.4, S5.3). */
public enum OpinionState {
    /** Nobody has said yet what is done with it. */
    OPEN,
    /** Registered as an issue, which follows it to the answer. */
    ISSUE,
    /** Answered by explaining policy or facts. */
    EXPLAINED,
    /** Taken as a suggestion. */
    SUGGESTION
}
