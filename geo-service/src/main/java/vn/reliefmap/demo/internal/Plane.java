package vn.reliefmap.demo.internal;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * A flat map of one province: metres east (x) and north (y) of an origin. Good to about 0.1 % within 50 km, which is
 * enough for drawing, not for measuring. Only plain arithmetic and {@link StrictMath}, so that every machine draws the
 * same.
 *
 * @param lon0 longitude of the origin in degrees, WGS 84
 * @param lat0 latitude of the origin in degrees, WGS 84
 */
record Plane(double lon0, double lat0) {
    /** Geometries in plane metres; no SRID, because the plane has none. */
    static final GeometryFactory METRES = new GeometryFactory(new PrecisionModel());

    private static final double METRES_PER_DEGREE = 111_195.08;

    /** From degrees to metres. */
    Coordinate metres(double lon, double lat) {
        return new Coordinate((lon - lon0) * METRES_PER_DEGREE * squeeze(), (lat - lat0) * METRES_PER_DEGREE);
    }

    Coordinate metres(Coordinate degrees) {
        return metres(degrees.x, degrees.y);
    }

    /** From metres to degrees, rounded to a millionth (0.1 m). */
    Coordinate degrees(double x, double y) {
        return new Coordinate(
                Math.rint((lon0 + x / (METRES_PER_DEGREE * squeeze())) * 1e6) / 1e6,
                Math.rint((lat0 + y / METRES_PER_DEGREE) * 1e6) / 1e6);
    }

    Coordinate degrees(Coordinate metres) {
        return degrees(metres.x, metres.y);
    }

    private double squeeze() {
        return StrictMath.cos(StrictMath.toRadians(lat0));
    }
}
