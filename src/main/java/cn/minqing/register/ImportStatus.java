package cn.minqing.register;

/** What accepting a list would do with one entry of it. */
public enum ImportStatus {
    ADDED,
    CHANGED,
    SAME,
    /** Not written; its faults say why. */
    FAULTY
}
