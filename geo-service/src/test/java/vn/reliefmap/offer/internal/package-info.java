/** Tests of the room. */
@NullMarked
package vn.reliefmap.offer.internal;

import org.jspecify.annotations.NullMarked;
