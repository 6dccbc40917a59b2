package vn.reliefmap.routing.internal;

import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;

/** Lengths, and how they are rounded for people and JSON. */
final class Meters {
    private Meters() {}

    /** Along a great circle. */
    static double between(LonLat a, LonLat b) {
        return Geometries.distanceMeters(a.coordinate(), b.coordinate());
    }

    /** To a decimetre. */
    static double round(double meters) {
        return Math.round(meters * 10) / 10.0;
    }

    /** A depth to a millimetre; null where it is unknown, or where the road is closed whatever the depth. */
    static @Nullable Double knownDepth(double meters) {
        return Double.isFinite(meters) ? (Double) depth(meters) : null;
    }

    /** A depth to a millimetre. */
    static double depth(double meters) {
        return Math.round(meters * 1000) / 1000.0;
    }
}
