/** Pages of issues: the form to register one, the list, the page of one issue, and the panels of its tasks. */
@NullMarked
package cn.minqing.ui.issue;

import org.jspecify.annotations.NullMarked;
