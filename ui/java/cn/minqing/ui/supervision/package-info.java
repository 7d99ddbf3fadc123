/** Pages of supervision: reminders, notices, circulars, blind visits, promises. */
@NullMarked
package cn.minqing.ui.supervision;

import org.jspecify.annotations.NullMarked;
