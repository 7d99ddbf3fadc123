/** The glue of the process duty-day. */
@NullMarked
package cn.minqing.process.dutyday;

import org.jspecify.annotations.NullMarked;
