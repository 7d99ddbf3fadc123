/** The glue between the contexts and the engine: one package per process, and the engine's own configuration. */
@NullMarked
package cn.minqing.process;

import org.jspecify.annotations.NullMarked;
