/** Households, who lives there, and who may see what of them. */
@NullMarked
package cn.minqing.household;

import org.jspecify.annotations.NullMarked;
