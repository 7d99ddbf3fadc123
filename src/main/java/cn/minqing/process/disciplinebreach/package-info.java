/** Glue of the process {@code discipline-breach}. */
@NullMarked
package cn.minqing.process.disciplinebreach;

import org.jspecify.annotations.NullMarked;
