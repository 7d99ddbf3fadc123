package cn.minqing.ui.supervision;

import cn.minqing.supervision.Reminders;

/** Where the pages of supervision lead. */
public final class SupervisionNavigation {
    private SupervisionNavigation() {}

    /** The page of what somebody was reminded of. */
    public static String target(Reminders.Reminder reminder) {
        return switch (reminder.subjectType()) {
            case ISSUE -> "issue/" + reminder.subjectId();
            case NOTICE -> "supervision/" + reminder.subjectId();
            case DUTY -> "duty";
            case MEETING -> "meeting/" + reminder.subjectId();
            case COMMITMENT -> "commitments";
            case DOCUMENT -> "document/" + reminder.subjectId();
            case PROJECT -> "projects";
        };
    }
}
