/** Pages of the ledger: live view, frozen months, and the tasks of the monthly process. */
@NullMarked
package cn.minqing.ui.ledger;

import org.jspecify.annotations.NullMarked;
