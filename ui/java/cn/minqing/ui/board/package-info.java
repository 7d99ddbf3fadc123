/** The boards of leaders and offices. */
@NullMarked
package cn.minqing.ui.board;

import org.jspecify.annotations.NullMarked;
