package vn.reliefmap.flood;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * A place where a road crosses the river of a gauge.
 *
 * @param osmWayId the road's OpenStreetMap way
 * @param roadName name or number of the road; null when it has none
 * @param box EPSG:4326, x = longitude: a few metres around the place
 */
public record RiverCrossing(long osmWayId, @Nullable String roadName, Envelope box) {}
