/** Quantity per item, urgency, freshness, and both balances. */
@NullMarked
package vn.reliefmap.need;

import org.jspecify.annotations.NullMarked;
