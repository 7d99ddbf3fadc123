/** The duty roster (一线工作日, S7.5): made fairly, published in advance, swapped by agreement, recorded on the day. */
@NullMarked
package cn.minqing.duty;

import org.jspecify.annotations.NullMarked;
