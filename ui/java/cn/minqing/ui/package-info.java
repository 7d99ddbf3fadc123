/** The pages: they show and ask, and leave decisions to the contexts. */
@NullMarked
package cn.minqing.ui;

import org.jspecify.annotations.NullMarked;
