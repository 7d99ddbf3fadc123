/** The glue of the process supervision and of the ladder's decision table. */
@NullMarked
package cn.minqing.process.supervision;

import org.jspecify.annotations.NullMarked;
