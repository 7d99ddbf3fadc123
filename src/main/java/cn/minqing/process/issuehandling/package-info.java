/** Glue of the process {@code issue-handling}: from registering an issue to closing its number. */
@NullMarked
package cn.minqing.process.issuehandling;

import org.jspecify.annotations.NullMarked;
