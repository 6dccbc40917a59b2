/** The only room that knows reference systems, axis order and GeoTools; gives positions, metric lengths and areas, GeoJSON. */
@NullMarked
package vn.reliefmap.geo;

import org.jspecify.annotations.NullMarked;
