/** The supply room's internal part. */
@NullMarked
package vn.reliefmap.supply.internal;

import org.jspecify.annotations.NullMarked;
