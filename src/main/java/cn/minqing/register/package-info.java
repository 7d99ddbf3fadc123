/** Lists of areas, units, cadres and households that come as files, and how they get into the registers. */
@NullMarked
package cn.minqing.register;

import org.jspecify.annotations.NullMarked;
