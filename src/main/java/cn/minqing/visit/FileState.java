package cn.minqing.visit;

/** Where the file of a household (帮扶档案) stands. */
public enum FileState {
    /** Something is still due. */
    OPEN,
    /** Every obligation is met. */
    COMPLETE,
    /** An inspector visited again and found it so. */
    CHECKED,
    /** The household moved away or died out, approved by the unit leader. */
    STRUCK_OFF,
    /** The campaign ended or the contact was called off first. */
    CANCELLED
}
