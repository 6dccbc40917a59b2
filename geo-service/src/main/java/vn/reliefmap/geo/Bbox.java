package vn.reliefmap.geo;

import org.locationtech.jts.geom.Envelope;
import vn.reliefmap.kernel.Problem;

/**
 * A box on the map, in degrees, WGS 84.
 *
 * @param minLon western edge
 * @param minLat southern edge
 * @param maxLon eastern edge, greater than {@code minLon}
 * @param maxLat northern edge, greater than {@code minLat}
 */
public record Bbox(double minLon, double minLat, double maxLon, double maxLat) {
    public static final String EXPECTED = "minLon,minLat,maxLon,maxLat, e.g. 106.9,16.6,107.4,17.0";

    public Bbox {
        if (!(Math.abs(minLon) <= 180 && Math.abs(maxLon) <= 180 && Math.abs(minLat) <= 90 && Math.abs(maxLat) <= 90)) {
            throw bad(
                    "BBOX_RANGE", "Khung bản đồ nằm ngoài phạm vi toạ độ.", "The box leaves the range of coordinates.");
        }
        if (minLon >= maxLon || minLat >= maxLat) {
            throw bad("BBOX_ORDER", "Khung bản đồ bị ngược chiều.", "The box is the wrong way round.");
        }
    }

    /** Reads {@code minLon,minLat,maxLon,maxLat}; throws a problem that states the expected form. */
    public static Bbox parse(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 4) {
            throw bad("BBOX_FORM", "Khung bản đồ cần đúng bốn số.", "The box needs exactly four numbers.");
        }
        try {
            return new Bbox(
                    Double.parseDouble(parts[0]),
                    Double.parseDouble(parts[1]),
                    Double.parseDouble(parts[2]),
                    Double.parseDouble(parts[3]));
        } catch (NumberFormatException e) {
            throw bad("BBOX_FORM", "Khung bản đồ có phần không phải là số.", "A part of the box is not a number.");
        }
    }

    public Envelope envelope() {
        return new Envelope(minLon, maxLon, minLat, maxLat);
    }

    private static RuntimeException bad(String code, String vi, String en) {
        return Problem.badField(code, "bbox", EXPECTED, vi, en).asException();
    }
}
