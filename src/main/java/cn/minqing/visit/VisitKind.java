package cn.minqing.visit;

import java.util.Locale;

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
    LABOUR;

    /** Under which kind it is counted. */
    String work() {
        return "visit." + name().toLowerCase(Locale.ROOT);
    }
}
