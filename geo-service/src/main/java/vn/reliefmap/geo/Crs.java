package vn.reliefmap.geo;

import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import vn.reliefmap.geo.internal.EpsgDatabase;
import vn.reliefmap.kernel.Problem;

/**
 * A reference system by its EPSG code, and the way from it to longitude and latitude. VN-2000 is taken by code (9211,
 * 9212, 3405, 3406, …; domain facts, section 7), never from a text. The first use unpacks the EPSG database and takes
 * some seconds. Immutable, thread-safe.
 *
 * @param epsg a code that the EPSG database knows
 */
public record Crs(int epsg) {
    public static final String EXPECTED = "EPSG:number, e.g. EPSG:4326, EPSG:32648, EPSG:9212 (VN-2000 106°15')";
    /** WGS 84 in degrees, how everything is stored. */
    public static final int LON_LAT = 4326;

    /** Throws an {@code UNKNOWN_CRS} problem when nobody knows the code. */
    public Crs {
        if (epsg != LON_LAT && !EpsgDatabase.knows(epsg)) {
            throw unknown("EPSG:" + epsg);
        }
    }

    /** Reads {@code EPSG:9212}, {@code 9212} or the name of a GeoJSON {@code crs} member; throws UNKNOWN_CRS. */
    public static Crs parse(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        if (upper.endsWith("CRS84")) {
            return new Crs(LON_LAT);
        }
        String digits = upper.substring(upper.lastIndexOf(':') + 1);
        boolean named = digits.equals(upper) || upper.startsWith("EPSG:") || upper.startsWith("URN:OGC:DEF:CRS:EPSG:");
        if (!named || !digits.matches("\\d{4,6}")) {
            throw unknown(text.length() > 60 ? text.substring(0, 60) + "…" : text);
        }
        return new Crs(Integer.parseInt(digits));
    }

    /**
     * The geometry in longitude and latitude (EPSG:4326, x = longitude); the given one when it is there already. Throws
     * {@link IllegalArgumentException} when a position lies where the reference system does not reach.
     */
    public Geometry toLonLat(Geometry geometry) {
        return epsg == LON_LAT ? geometry : EpsgDatabase.transform(geometry, epsg, LON_LAT);
    }

    /** A geometry in longitude and latitude, brought into this system (x = easting, y = northing). */
    public Geometry fromLonLat(Geometry geometry) {
        return epsg == LON_LAT ? geometry : EpsgDatabase.transform(geometry, LON_LAT, epsg);
    }

    /**
     * Area in m² of a geometry in longitude and latitude, measured in UTM 48N (EPSG:32648) in and near Vietnam and in
     * the UTM zone of its centre elsewhere.
     */
    public static double areaSquareMeters(Geometry lonLat) {
        if (lonLat.isEmpty()) {
            return 0;
        }
        double lon = lonLat.getEnvelopeInternal().centre().x;
        double lat = lonLat.getEnvelopeInternal().centre().y;
        boolean home = lon >= 102 && lon <= 117 && lat >= 0 && lat <= 30;
        int zone = home ? 48 : (int) Math.min(60, Math.floor((lon + 180) / 6) + 1);
        return EpsgDatabase.transform(lonLat, LON_LAT, (lat < 0 ? 32700 : 32600) + zone)
                .getArea();
    }

    /** Opens the EPSG database, so that the first caller need not wait. */
    public static void warmUp() {
        EpsgDatabase.knows(32648);
    }

    private static RuntimeException unknown(String text) {
        return Problem.badField(
                        "UNKNOWN_CRS",
                        "crs",
                        EXPECTED,
                        "Không biết hệ toạ độ “" + text + "”. Hãy ghi mã EPSG.",
                        "Unknown reference system \"" + text + "\". Give its EPSG code.")
                .asException();
    }
}
