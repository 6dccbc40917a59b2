/** Sums of needs for the map at every zoom, in fixed cells of at least five households, and delivery zones for planners. */
@NullMarked
package vn.reliefmap.cluster;

import org.jspecify.annotations.NullMarked;
