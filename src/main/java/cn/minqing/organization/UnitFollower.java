package cn.minqing.organization;

/** What moves along when people pass to another unit; each context has its own, in the transaction of the change. */
public interface UnitFollower {
    /** Bundle key {@code unitChange.count.<what>}. */
    String what();

    /** How many would move. */
    int count(UnitMove move);

    /** Moves them; what is over stays with the unit it was done in. */
    void follow(UnitMove move);
}
