package cn.minqing.household;

/** How much of the sensitive fields somebody sees; the farther from the household, the less. */
public enum Masking {
    /** The contact: everything, for they are the one who asks and corrects. */
    NONE,
    /** Village, town, unit and campaign: names, parts of numbers; the rest on request, with a purpose that is logged. */
    PARTIAL,
    /** County and above: family names only; of the rest the phone number on request. */
    FULL
}
