/** Puts the places where an offer fits into their order. */
@NullMarked
package vn.reliefmap.offer.internal;

import org.jspecify.annotations.NullMarked;
