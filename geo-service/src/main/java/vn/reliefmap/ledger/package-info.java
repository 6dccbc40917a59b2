/** Appends facts to a public hash chain and proves that none was changed. */
@NullMarked
package vn.reliefmap.ledger;

import org.jspecify.annotations.NullMarked;
