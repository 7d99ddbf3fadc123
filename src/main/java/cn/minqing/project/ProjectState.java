package cn.minqing.project;

/** Where a project stands. */
public enum ProjectState {
    PROPOSED,
    REFUSED,
    RUNNING,
    /** The unit says that it is done. */
    REPORTED,
    DONE
}
