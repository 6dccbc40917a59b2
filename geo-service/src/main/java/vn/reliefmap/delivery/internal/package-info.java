/** Deliveries and receipts in PostgreSQL. */
@NullMarked
package vn.reliefmap.delivery.internal;

import org.jspecify.annotations.NullMarked;
