/** The glue of the process revisit. */
@NullMarked
package cn.minqing.process.revisit;

import org.jspecify.annotations.NullMarked;
