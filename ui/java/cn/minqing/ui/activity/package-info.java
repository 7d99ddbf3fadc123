/** Pages of other work: recording, looking, correcting, confirming. */
@NullMarked
package cn.minqing.ui.activity;

import org.jspecify.annotations.NullMarked;
