/** The pages of campaigns: launch, overview, contacts, and the tasks of the campaign and of handovers. */
@NullMarked
package cn.minqing.ui.campaign;

import org.jspecify.annotations.NullMarked;
