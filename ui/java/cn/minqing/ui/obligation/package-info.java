/** Pages about what is owed, done and still due. */
@NullMarked
package cn.minqing.ui.obligation;

import org.jspecify.annotations.NullMarked;
