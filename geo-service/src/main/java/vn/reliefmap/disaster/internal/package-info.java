/** The disaster room's internal part. */
@NullMarked
package vn.reliefmap.disaster.internal;

import org.jspecify.annotations.NullMarked;
