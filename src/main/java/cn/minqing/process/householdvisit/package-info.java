/** Glue of the process {@code household-visit}. */
@NullMarked
package cn.minqing.process.householdvisit;

import org.jspecify.annotations.NullMarked;
