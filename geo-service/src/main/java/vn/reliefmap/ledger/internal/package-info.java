/** The chain in PostgreSQL. */
@NullMarked
package vn.reliefmap.ledger.internal;

import org.jspecify.annotations.NullMarked;
