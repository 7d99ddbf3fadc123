/** Glue of the process {@code campaign}: from launch to archive. */
@NullMarked
package cn.minqing.process.campaign;

import org.jspecify.annotations.NullMarked;
