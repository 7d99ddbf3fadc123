/** The visit sheet, which a cadre fills in a farmyard, and what others decide about visits. */
@NullMarked
package cn.minqing.ui.visit;

import org.jspecify.annotations.NullMarked;
