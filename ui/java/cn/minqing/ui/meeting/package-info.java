/** Pages of meetings with residents: plan, minutes, opinions and what comes of them. */
@NullMarked
package cn.minqing.ui.meeting;

import org.jspecify.annotations.NullMarked;
