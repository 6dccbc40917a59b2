package vn.reliefmap.basemap;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * A place where the line of a road crosses the line of a river, canal or stream, by a bridge or otherwise.
 *
 * @param roadWayId the road's OpenStreetMap way
 * @param roadName name of the road, else its number, or null
 * @param at EPSG:4326, x = longitude
 */
public record RoadOverWater(long roadWayId, @Nullable String roadName, Coordinate at) {}
