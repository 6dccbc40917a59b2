/** The road graph, the water on its edges, and the searches over both; the only place that knows GraphHopper. */
@NullMarked
package vn.reliefmap.routing.internal;

import org.jspecify.annotations.NullMarked;
