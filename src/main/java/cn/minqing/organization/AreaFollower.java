package cn.minqing.organization;

import java.util.List;

/**
 * What moves along when a village passes to another town; each context has its own, in the transaction of the change. The
 * columns are written by {@link AreaChanges}; a test holds that every column of area codes has a follower.
 */
public interface AreaFollower {
    /** A column that holds the code of the area, or of an area in it. */
    record Column(String table, String name) {}

    /** Bundle key {@code areaChange.count.<what>}; the rows of the first column are counted. */
    String what();

    List<Column> columns();

    /** What else is to be done, after every code is the new one. */
    default void follow(AreaMove move) {}
}
