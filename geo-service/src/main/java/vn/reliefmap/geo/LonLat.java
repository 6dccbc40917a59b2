package vn.reliefmap.geo;

import java.util.Locale;
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
        requireRange("coordinates", lon, lat);
    }

    /**
     * A position that somebody sent in a field. Throws a {@code COORDINATE_SWAPPED} problem, with the right order as the
     * expected form, when only the exchanged pair lies in Vietnam; {@code COORDINATE_RANGE} when out of range.
     */
    public static LonLat of(String field, double lon, double lat) {
        if (inVietnam(lat, lon) && !inVietnam(lon, lat)) {
            String right = String.format(Locale.ROOT, "[%s, %s]", lat, lon);
            throw Problem.badField(
                            "COORDINATE_SWAPPED",
                            field,
                            right,
                            "Trường " + field + " bị đảo: kinh độ đứng trước, vĩ độ đứng sau. Có phải là " + right
                                    + "?",
                            "The field " + field + " is the wrong way round: longitude comes first. Is it " + right
                                    + "?")
                    .asException();
        }
        requireRange(field, lon, lat);
        return new LonLat(lon, lat);
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
        return inVietnam(lon, lat);
    }

    private static boolean inVietnam(double lon, double lat) {
        return lat >= 8 && lat <= 24 && lon >= 102 && lon <= 117;
    }

    private static void requireRange(String field, double lon, double lat) {
        if (!(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90)) {
            throw Problem.badField(
                            "COORDINATE_RANGE",
                            field,
                            EXPECTED,
                            "Toạ độ trong trường " + field + " nằm ngoài phạm vi: kinh độ " + lon + ", vĩ độ " + lat
                                    + ".",
                            "The coordinates in the field " + field + " are out of range: longitude " + lon
                                    + ", latitude " + lat + ".")
                    .asException();
        }
    }
}
