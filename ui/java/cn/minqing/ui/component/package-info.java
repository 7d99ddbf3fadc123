/** Building blocks that every page may use: diagram, chart, marks, local drafts, downloads. */
@NullMarked
package cn.minqing.ui.component;

import org.jspecify.annotations.NullMarked;
