/** The glue of the process project. */
@NullMarked
package cn.minqing.process.project;

import org.jspecify.annotations.NullMarked;
