/** How geometries become JSON. */
@NullMarked
package vn.reliefmap.geo.internal;

import org.jspecify.annotations.NullMarked;
