package cn.minqing.meeting;

import java.util.Locale;

/** Kinds of meetings: 恳谈会 (S3.6), 座谈会, 个别访谈, 问卷 (S5.2), 民主议政日 (S7.11). */
public enum MeetingKind {
    TALK,
    SYMPOSIUM,
    INTERVIEW,
    QUESTIONNAIRE,
    COUNCIL_DAY;

    /** As templates call it: {@code council-day}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
