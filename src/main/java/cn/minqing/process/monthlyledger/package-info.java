/** Glue of the process {@code monthly-ledger}: sort, choose the good deeds, publish, freeze. */
@NullMarked
package cn.minqing.process.monthlyledger;

import org.jspecify.annotations.NullMarked;
