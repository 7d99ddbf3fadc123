package cn.minqing.supervision;

/** What a supervision notice is about: an issue, a unit, or the file of a household (its contact). */
public enum NoticeSubject {
    ISSUE,
    UNIT,
    FILE
}
