/** The glue of the process meeting. */
@NullMarked
package cn.minqing.process.meeting;

import org.jspecify.annotations.NullMarked;
