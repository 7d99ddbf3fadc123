/** Glue of the process {@code issue-escalation}: one level receives an issue and decides about it. */
@NullMarked
package cn.minqing.process.issueescalation;

import org.jspecify.annotations.NullMarked;
