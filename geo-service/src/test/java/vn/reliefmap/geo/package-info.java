/** Tests of reference systems, repair and GeoJSON. */
@NullMarked
package vn.reliefmap.geo;

import org.jspecify.annotations.NullMarked;
