/** The glue of the process bulletin. */
@NullMarked
package cn.minqing.process.bulletin;

import org.jspecify.annotations.NullMarked;
