/** Pledges and claims in PostgreSQL. */
@NullMarked
package vn.reliefmap.commitment.internal;

import org.jspecify.annotations.NullMarked;
