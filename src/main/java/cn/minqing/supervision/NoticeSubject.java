package cn.minqing.supervision;

/**
 * What a supervision notice is about: an issue, a unit, the file of a household (its contact), or what a unit found wrong
 * with its own way of working (S2.8).
 */
public enum NoticeSubject {
    ISSUE,
    UNIT,
    FILE,
    CONDUCT
}
