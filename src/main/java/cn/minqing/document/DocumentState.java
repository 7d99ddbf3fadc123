package cn.minqing.document;

/** Where a document stands. */
public enum DocumentState {
    /** Due, but its task is not there yet. */
    WAITING,
    OPEN,
    HANDED_IN,
    RETURNED,
    ACCEPTED,
    /** The office does without it, for a reason. */
    EXCUSED,
    /** The campaign ended before it was accepted. */
    LAPSED;

    /** Whether somebody is still to write it. */
    public boolean isBeingWritten() {
        return this == OPEN || this == RETURNED;
    }

    /** Whether nothing more will come of it. */
    public boolean isOver() {
        return this == ACCEPTED || this == EXCUSED || this == LAPSED;
    }
}
