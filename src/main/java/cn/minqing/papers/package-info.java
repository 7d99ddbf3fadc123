/** Papers for the printer and the file: templates filled, A4 pages made, nothing known of campaigns. */
@NullMarked
package cn.minqing.papers;

import org.jspecify.annotations.NullMarked;
