package cn.minqing.visit;

/** How a visit was made. */
public enum VisitKind {
    /** 入户. */
    HOME,
    /** 座谈. */
    MEETING,
    /** 值班. */
    DUTY,
    /** 问卷. */
    QUESTIONNAIRE,
    /** 劳动. */
    LABOUR
}
