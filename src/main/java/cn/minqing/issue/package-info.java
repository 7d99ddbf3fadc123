/** What residents raise, and how each matter finds its answer. */
@NullMarked
package cn.minqing.issue;

import org.jspecify.annotations.NullMarked;
