package cn.minqing.bulletin;

/** Where a bulletin stands. */
public enum BulletinState {
    DRAFT,
    SUBMITTED,
    RETURNED,
    PUBLISHED,
    DROPPED
}
