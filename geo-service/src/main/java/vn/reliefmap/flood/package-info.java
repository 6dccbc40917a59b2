/** What was observed or forecast of the water: extents, depth grids, gauges, road reports, each with footprint, source and time. */
@NullMarked
package vn.reliefmap.flood;

import org.jspecify.annotations.NullMarked;
