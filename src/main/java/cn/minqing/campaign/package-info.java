/** Campaigns: template, phases, plan, contacts, batches of visits. */
@NullMarked
package cn.minqing.campaign;

import org.jspecify.annotations.NullMarked;
