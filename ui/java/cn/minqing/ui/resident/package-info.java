/**
 * Pages for residents, without sign-in: the card and the notice board. Plain HTML without scripts, so that they open on an
 * old phone with one bar of signal.
 */
@NullMarked
package cn.minqing.ui.resident;

import org.jspecify.annotations.NullMarked;
