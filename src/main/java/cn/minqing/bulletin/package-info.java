/** Bulletins (简报): compiled from what is on record, signed, numbered and published without personal data. */
@NullMarked
package cn.minqing.bulletin;

import org.jspecify.annotations.NullMarked;
