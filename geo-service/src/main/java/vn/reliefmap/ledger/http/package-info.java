/** The ledger over HTTP. */
@NullMarked
package vn.reliefmap.ledger.http;

import org.jspecify.annotations.NullMarked;
