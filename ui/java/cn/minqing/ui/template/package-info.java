/** Pages for drafting, checking and releasing campaign templates. */
@NullMarked
package cn.minqing.ui.template;

import org.jspecify.annotations.NullMarked;
