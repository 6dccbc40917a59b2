package vn.reliefmap.routing;

import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;

/**
 * Where a place meets the dry road network of a vehicle class.
 *
 * @param point on the road, null when no road is near enough
 * @param distanceM from the place to the point in metres, null when no road was found at all
 */
public record SnappedPlace(@Nullable LonLat point, @Nullable Double distanceM) {
    /** Both ends of one question. */
    public record Pair(SnappedPlace from, SnappedPlace to) {}
}
