/** Glue of the process {@code merged-issue-answer}: the household of a merged issue is told what came of the other one. */
@NullMarked
package cn.minqing.process.mergedissueanswer;

import org.jspecify.annotations.NullMarked;
