/** Unit summaries, the report and the assessment of a campaign, each figure explained by the records it counts. */
@NullMarked
package cn.minqing.assessment;

import org.jspecify.annotations.NullMarked;
