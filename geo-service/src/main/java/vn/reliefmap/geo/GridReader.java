package vn.reliefmap.geo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.internal.ArcGridText;
import vn.reliefmap.geo.internal.GeoTiffGrid;
import vn.reliefmap.geo.internal.GridFile;

/**
 * Reads a grid of one number per cell: GeoTIFF, or ArcGrid text, plain or gzipped (told by content, else by name).
 *
 * <p>The reference system is the one the caller names, else the file's own, else for an ArcGrid in degrees EPSG:4326;
 * VN-2000 counts by its code only. Cells that hold the file's nodata value, NaN or an infinity become NaN.
 *
 * <p>A file that cannot be used ends with a problem: {@code FILE_NOT_FOUND}, {@code FILE_EMPTY}, {@code FILE_TRUNCATED},
 * {@code FILE_UNREADABLE}, {@code NOT_A_GRID}, {@code GRID_FORM}, {@code GRID_TOO_LARGE}, {@code GRID_BANDS},
 * {@code GRID_BLOCKS_MISSING}, {@code CRS_MISSING}, {@code UNKNOWN_CRS}, {@code COORDINATES_SWAPPED},
 * {@code COORDINATE_RANGE}.
 */
public final class GridReader {
    /** Most cells of one file, 6,000 by 6,000; reading and tracing takes about 10 bytes for each. */
    public static final int MOST_CELLS = 36_000_000;

    private GridReader() {}

    /** True when the file is meant to be a grid, readable or not. */
    public static boolean isGrid(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.matches(".*\\.(tiff?|asc|asc\\.gz)") || GridFile.kind(file) != GridFile.Kind.OTHER;
    }

    /** @param epsg the code of the coordinates' reference system; overrides what the file says; null = ask the file */
    public static Grid read(Path file, @Nullable Integer epsg) {
        GridFile.check(file);
        Crs crs = epsg == null ? null : new Crs(epsg);
        try {
            Grid grid =
                    switch (GridFile.kind(file)) {
                        case GEOTIFF -> GeoTiffGrid.read(file, crs);
                        case ARC_GRID -> ArcGridText.read(file, crs);
                        case OTHER -> throw GridFile.notAGrid(file);
                    };
            GridFile.checkPlace(grid);
            return grid;
        } catch (IOException e) {
            throw GridFile.unreadable(file, e);
        }
    }
}
