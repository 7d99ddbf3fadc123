/** Pages of the administrator: the clock of the demo, people and areas. */
@NullMarked
package cn.minqing.ui.admin;

import org.jspecify.annotations.NullMarked;
