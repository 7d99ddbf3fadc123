/** Glue of the process {@code contact-handover}: a successor takes over without a gap. */
@NullMarked
package cn.minqing.process.contacthandover;

import org.jspecify.annotations.NullMarked;
