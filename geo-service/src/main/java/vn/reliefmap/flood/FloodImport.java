package vn.reliefmap.flood;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.kernel.ImportSummary;

/**
 * Takes in files of flooded areas (GeoJSON) and grids of depths (GeoTIFF, ArcGrid), told apart by their content.
 *
 * <p>In GeoJSON each feature is a polygon of water, or with {@code footprint: true} (or {@code kind}, {@code class} or {@code type}
 * = {@code footprint}) the area that was looked at. Properties that are read: {@code depth_m} (also {@code depth},
 * {@code do_sau}, {@code do_sau_m}, {@code max_depth_m}), metres, 0 to 50, 0 = dry; {@code velocity_ms} (also {@code velocity},
 * {@code current_ms}, {@code van_toc}), the fastest current in metres per second, 0 to 15; {@code observed_at}, ISO time with
 * zone; {@code forecast}. All features of one time become one observation. Without a footprint in the file the convex
 * hull of the polygons is taken, and the summary says so.
 *
 * <p>A grid holds metres of water above ground, 0 to 50; 0 = looked at and dry. Its nodata value, or NaN, = nobody looked
 * there; all other cells are the footprint. It becomes one observation at the time of the options, drawn exactly along
 * the cells, each area with the depth of its deepest cell; areas end wherever a vehicle class is decided otherwise.
 */
public interface FloodImport {
    /**
     * Loads a file, plain or gzipped, in one transaction. The same content again, for the same disaster and time,
     * changes nothing. Throws problems of {@link vn.reliefmap.geo.GeoJsonReader} and {@link
     * vn.reliefmap.geo.GridReader}, {@code OBSERVED_AT_MISSING} when neither file nor options say a time, {@code
     * DEPTH_RANGE} for an option out of range, {@code GRID_DEPTH_RANGE} and {@code GRID_WITHOUT_DATA} for the cells of a
     * grid, {@code DISASTER_NOT_FOUND}.
     */
    ImportSummary load(Path file, Options options, ImportLog log);

    /**
     * What the file does not say itself.
     *
     * @param disaster must exist
     * @param at time of features without {@code observed_at}; null = they must all have one
     * @param forecast true when features that do not say are a forecast
     * @param depthM metres, 0 to 50, for polygons without a depth of their own; null = their depth is unknown; the cells of
     *     a grid have their own
     * @param epsg reference system of the coordinates; null = as the file says, else EPSG:4326 where
     *     the numbers are degrees
     * @param source who made it, for people; null = the file's name
     */
    record Options(
            DisasterId disaster,
            @Nullable Instant at,
            boolean forecast,
            @Nullable Double depthM,
            @Nullable Integer epsg,
            @Nullable String source) {}
}
