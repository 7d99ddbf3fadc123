/** Summaries, report, assessment and acceptance. */
@NullMarked
package cn.minqing.ui.assessment;

import org.jspecify.annotations.NullMarked;
