package cn.minqing.visit;

/** What a visit came to. */
public enum VisitResult {
    VISITED,
    NOT_AT_HOME,
    STRIKE_OFF_REQUESTED
}
