package vn.reliefmap.flood;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.kernel.ImportSummary;

/**
 * Takes in the height of the ground (GeoTIFF, ArcGrid), one number of metres per cell. Where a flood has no depth, one is estimated
 * from it: the water's surface, as high as the ground at the edge of the flood, minus the ground. An estimate never opens
 * anything: where no depth was observed the state stays UNKNOWN, and an older depth can only become deeper.
 */
public interface ElevationImport {
    /**
     * Loads a grid in one transaction; kept to the decimetre. The same file again changes nothing; where grids overlap, the one
     * imported last counts. Throws problems of {@link vn.reliefmap.geo.GridReader}, {@code ELEVATION_RANGE} for heights that
     * are none, {@code GRID_WITHOUT_DATA}.
     *
     * @param epsg reference system; overrides what the file says; null = ask the file
     */
    ImportSummary load(Path file, @Nullable Integer epsg, ImportLog log);
}
