/** Offers over HTTP. */
@NullMarked
package vn.reliefmap.offer.http;

import org.jspecify.annotations.NullMarked;
