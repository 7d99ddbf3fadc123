/** Enterprises and persons who join a campaign of their own will (S9.10). */
@NullMarked
package cn.minqing.volunteer;

import org.jspecify.annotations.NullMarked;
