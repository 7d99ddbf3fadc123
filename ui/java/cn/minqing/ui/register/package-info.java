/** The pages of the registers: importing lists, and units that are merged or split. */
@NullMarked
package cn.minqing.ui.register;

import org.jspecify.annotations.NullMarked;
