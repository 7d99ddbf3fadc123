/** Work items, one row for each open task of the engine, and the only way to claim and complete them. */
@NullMarked
package cn.minqing.tasklist;

import org.jspecify.annotations.NullMarked;
