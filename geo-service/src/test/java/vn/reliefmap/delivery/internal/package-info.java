/** Tests of what the room of deliveries keeps to itself. */
@NullMarked
package vn.reliefmap.delivery.internal;

import org.jspecify.annotations.NullMarked;
