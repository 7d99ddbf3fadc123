/** The glue of the process duty-swap. */
@NullMarked
package cn.minqing.process.dutyswap;

import org.jspecify.annotations.NullMarked;
