/** Pages of duty: the roster, the day of duty, swaps. */
@NullMarked
package cn.minqing.ui.duty;

import org.jspecify.annotations.NullMarked;
