/** Tests of the ledger. */
@NullMarked
package vn.reliefmap.ledger.internal;

import org.jspecify.annotations.NullMarked;
