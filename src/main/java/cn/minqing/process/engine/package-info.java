/** The engine, configured in one place. */
@NullMarked
package cn.minqing.process.engine;

import org.jspecify.annotations.NullMarked;
