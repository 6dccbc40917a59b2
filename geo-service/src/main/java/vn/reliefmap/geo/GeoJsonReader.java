package vn.reliefmap.geo;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.internal.GeoJsonStream;

/**
 * Reads a GeoJSON FeatureCollection feature by feature, so that the size of a file does not decide the memory. Plain
 * or gzipped (told by content), UTF-8 with or without a byte order mark.
 *
 * <p>Coordinates arrive as longitude, latitude (EPSG:4326), whatever they were in the file: the system is the one the
 * caller names, else the file's {@code crs} member, else EPSG:4326. A feature whose coordinates lie outside Vietnam,
 * while exchanged they lie inside, is turned (domain facts, section 7); the summary counts them. A third coordinate is
 * left out. An open ring is closed. What cannot be used comes with its reason instead of a geometry: nothing is dropped.
 *
 * <p>A file that is not GeoJSON at all ends the reading with a problem: {@code FILE_NOT_FOUND}, {@code FILE_EMPTY},
 * {@code FILE_ENCODING}, {@code FILE_TRUNCATED}, {@code GEOJSON_SYNTAX}, {@code NOT_GEOJSON}, {@code UNKNOWN_CRS},
 * {@code CRS_TOO_LATE}. Features before the fault were handed out already, so work inside a transaction.
 */
public final class GeoJsonReader {
    private GeoJsonReader() {}

    /** Reads the file in the system of its {@code crs} member, or EPSG:4326. */
    public static GeoJsonSummary read(Path file, Consumer<GeoFeature> each) {
        return read(file, null, each);
    }

    /**
     * Reads the file and hands each feature to {@code each}, in the order of the file.
     *
     * @param epsg the code of the coordinates' reference system; overrides what the file says; null = ask the file
     */
    public static GeoJsonSummary read(Path file, @Nullable Integer epsg, Consumer<GeoFeature> each) {
        return new GeoJsonStream(file, epsg == null ? null : new Crs(epsg), each).read();
    }
}
