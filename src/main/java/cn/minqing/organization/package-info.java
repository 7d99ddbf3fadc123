/** Areas, units, people and the roles they hold: who may act where. */
@NullMarked
package cn.minqing.organization;

import org.jspecify.annotations.NullMarked;
