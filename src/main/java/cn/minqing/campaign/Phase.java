package cn.minqing.campaign;

/** The phases every campaign runs through; a template may word them differently. */
public enum Phase {
    MOBILIZATION,
    IMPLEMENTATION,
    ACCEPTANCE,
    ARCHIVED
}
