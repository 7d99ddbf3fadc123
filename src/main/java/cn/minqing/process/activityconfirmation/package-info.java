/** The glue of the process activity-confirmation. */
@NullMarked
package cn.minqing.process.activityconfirmation;

import org.jspecify.annotations.NullMarked;
