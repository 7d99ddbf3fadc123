package cn.minqing.register;

/** What a list is about. */
public enum ImportKind {
    AREAS,
    UNITS,
    CADRES,
    HOUSEHOLDS
}
