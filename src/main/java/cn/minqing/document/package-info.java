/** Documents that a campaign asks for (材料): handed in, reviewed by somebody else, accepted or returned. */
@NullMarked
package cn.minqing.document;

import org.jspecify.annotations.NullMarked;
