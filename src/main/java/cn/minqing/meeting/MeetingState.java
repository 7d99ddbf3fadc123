package cn.minqing.meeting;

/** Where a meeting stands. */
public enum MeetingState {
    PLANNED,
    HELD,
    CANCELLED
}
