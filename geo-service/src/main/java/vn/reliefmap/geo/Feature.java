package vn.reliefmap.geo;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One GeoJSON feature of an answer.
 *
 * @param type always {@code Feature}
 * @param geometry EPSG:4326, x = longitude
 * @param properties a record; its names become snake case
 */
public record Feature<P>(String type, @Nullable Geometry geometry, P properties) {
    public static <P> Feature<P> of(@Nullable Geometry geometry, P properties) {
        return new Feature<>("Feature", geometry, properties);
    }
}
