/** Glue of the process {@code unit-summary}: a unit writes, the office reviews. */
@NullMarked
package cn.minqing.process.unitsummary;

import org.jspecify.annotations.NullMarked;
