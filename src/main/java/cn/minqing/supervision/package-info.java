/** Supervision: reminders, notices to rectify, circulars, and blind second visits. */
@NullMarked
package cn.minqing.supervision;

import org.jspecify.annotations.NullMarked;
