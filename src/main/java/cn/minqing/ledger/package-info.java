/** The ledger (台账): issues as an office lists them each month, what it publishes of them, and what was frozen. */
@NullMarked
package cn.minqing.ledger;

import org.jspecify.annotations.NullMarked;
