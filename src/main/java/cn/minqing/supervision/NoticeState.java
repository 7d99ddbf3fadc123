package cn.minqing.supervision;

/** Where a supervision notice stands. */
public enum NoticeState {
    /** Somebody asked for it; it is to be ordered or dropped (待下达). */
    REQUESTED,
    RECTIFYING,
    RECHECKING,
    RECTIFIED,
    /** Not rectified twice: the unit was criticised (已通报). */
    CIRCULATED,
    DROPPED;

    public boolean ended() {
        return this == RECTIFIED || this == CIRCULATED || this == DROPPED;
    }
}
