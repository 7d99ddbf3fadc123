/** The task list: what waits for the current role, and the panel in which one task is worked on. */
@NullMarked
package cn.minqing.ui.tasks;

import org.jspecify.annotations.NullMarked;
