/** What a leader sees at a glance: coverage by area, issues, obligations, income before and after. */
@NullMarked
package cn.minqing.board;

import org.jspecify.annotations.NullMarked;
