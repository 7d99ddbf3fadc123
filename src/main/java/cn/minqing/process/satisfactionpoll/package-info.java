/** Glue of the process {@code satisfaction-poll}. */
@NullMarked
package cn.minqing.process.satisfactionpoll;

import org.jspecify.annotations.NullMarked;
