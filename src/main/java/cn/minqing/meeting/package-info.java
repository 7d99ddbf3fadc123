/** Meetings with residents: planned, held, written down; every opinion becomes an issue, an explanation or a suggestion. */
@NullMarked
package cn.minqing.meeting;

import org.jspecify.annotations.NullMarked;
