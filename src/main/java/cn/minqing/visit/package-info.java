/** Visits: the sheet a cadre fills, the obligations met, the household's file. */
@NullMarked
package cn.minqing.visit;

import org.jspecify.annotations.NullMarked;
