package cn.minqing.volunteer;

/** Who joins. */
public enum VolunteerKind {
    PERSON,
    ENTERPRISE
}
