/** The need room's internal part. */
@NullMarked
package vn.reliefmap.need.internal;

import org.jspecify.annotations.NullMarked;
