/** Deliveries and receipts over HTTP. */
@NullMarked
package vn.reliefmap.delivery.http;

import org.jspecify.annotations.NullMarked;
