/** What cadres, units, teams, villages and enterprises owe, counted from the records of their work. */
@NullMarked
package cn.minqing.obligation;

import org.jspecify.annotations.NullMarked;
