package vn.reliefmap.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import vn.reliefmap.kernel.Problem;

/**
 * A position on the ground.
 *
 * @param lon longitude in degrees, WGS 84 (EPSG:4326), −180 to 180
 * @param lat latitude in degrees, WGS 84, −90 to 90
 */
public record LonLat(double lon, double lat) {
    public static final String EXPECTED = "[lon, lat], lon -180..180, lat -90..90, e.g. [107.18, 16.75]";

    /** Throws a {@code COORDINATE_RANGE} problem unless both numbers are finite and in range. */
    public LonLat {
        if (!(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90)) {
            throw Problem.badField(
                            "COORDINATE_RANGE",
                            "coordinates",
                            EXPECTED,
                            "Toạ độ nằm ngoài phạm vi: kinh độ " + lon + ", vĩ độ " + lat + ".",
                            "Coordinates out of range: longitude " + lon + ", latitude " + lat + ".")
                    .asException();
        }
    }

    public static LonLat of(Coordinate coordinate) {
        return new LonLat(coordinate.x, coordinate.y);
    }

    public Coordinate coordinate() {
        return new Coordinate(lon, lat);
    }

    /** As a JTS point with SRID 4326, x = longitude. */
    public Point point() {
        return Geometries.FACTORY.createPoint(coordinate());
    }

    /** Inside the box around Vietnam of the domain facts, section 7: latitude 8–24, longitude 102–117. */
    public boolean inVietnam() {
        return lat >= 8 && lat <= 24 && lon >= 102 && lon <= 117;
    }

    /** True when the position lies outside Vietnam and its mirror (lon and lat exchanged) inside. */
    public boolean looksSwapped() {
        return !inVietnam() && lon >= 8 && lon <= 24 && lat >= 102 && lat <= 117;
    }
}
