package cn.minqing.ledger;

/** Where the monthly work on a ledger stands. */
public enum LedgerState {
    /** The day of the month has not come yet. */
    WAITING,
    /** The office sorts what was collected (待梳理). */
    SORTING,
    /** The leader chooses the month's good deeds (待选实事). */
    CHOOSING,
    /** On the notice board, about to be frozen. */
    PUBLISHED,
    /** Its campaign is archived. */
    ENDED
}
