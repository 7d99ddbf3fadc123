/** The glue of the process commitment. */
@NullMarked
package cn.minqing.process.commitment;

import org.jspecify.annotations.NullMarked;
