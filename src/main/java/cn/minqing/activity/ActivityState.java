package cn.minqing.activity;

/** Where the record of an activity stands. */
public enum ActivityState {
    /** It counts. */
    COUNTED,
    /** The leader of the village has to confirm it first. */
    WAITING,
    /** Not found so; it can be corrected. */
    REFUSED,
    /** Taken back; it stays readable. */
    WITHDRAWN
}
