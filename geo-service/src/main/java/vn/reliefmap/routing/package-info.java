/** GraphHopper behind a small door: the imported road network, snapped places and routes, all under one water snapshot. */
@NullMarked
package vn.reliefmap.routing;

import org.jspecify.annotations.NullMarked;
