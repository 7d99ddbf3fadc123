/** What every page shares: frame, sign-in, languages, notices, lists for Excel, and the contracts the areas fill. */
@NullMarked
package cn.minqing.ui.shell;

import org.jspecify.annotations.NullMarked;
