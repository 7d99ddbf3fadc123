package cn.minqing.meeting;

/** One line a council day speaks of (S7.11), in words that are public. */
public record AgendaItem(Section section, String number, String words) {

    /** What is told: what was closed, what comes next month, which good deeds were done. */
    public enum Section {
        CLOSED,
        NEXT,
        DEED
    }
}
