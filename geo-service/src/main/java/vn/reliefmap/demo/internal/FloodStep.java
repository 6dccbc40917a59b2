package vn.reliefmap.demo.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * The simulated water at one moment.
 *
 * @param number 1 to 6
 * @param hours from the base time, negative before it
 * @param waterM how far the rivers stand above their ordinary level
 * @param bands from shallow to deep, then the part of unknown depth; they do not overlap
 * @param extent all of the water, plane metres
 */
record FloodStep(int number, int hours, boolean forecast, double waterM, List<Band> bands, Geometry extent) {

    /**
     * Water of about one depth.
     *
     * @param depthM the deepest that is said of it, metres; null when nobody measured
     * @param polygons EPSG:4326, longitude first, valid
     */
    record Band(@Nullable Double depthM, List<Polygon> polygons) {}

    /** The name of the file it is written to. */
    String fileName() {
        return "flood-" + number + ".geojson";
    }
}
