package vn.reliefmap.basemap;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.LineString;

/**
 * A line of the base map.
 *
 * @param osmWayId the way it was read from
 * @param lineClass the class within its kind, as OpenStreetMap writes it: {@code primary}, {@code residential},
 *     {@code drain}
 * @param name in Unicode NFC, or null
 * @param ref a road's number, for example {@code QL1}, or null
 * @param bridge whether it is carried over something
 * @param line EPSG:4326, longitude first, at least two points
 */
public record MapLine(
        long osmWayId,
        LineKind kind,
        String lineClass,
        @Nullable String name,
        @Nullable String ref,
        boolean bridge,
        LineString line) {}
