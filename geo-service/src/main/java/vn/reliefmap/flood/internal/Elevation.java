package vn.reliefmap.flood.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import vn.reliefmap.flood.internal.ElevationStore.Lattice;

/** The height of the ground, read tile by tile where it is asked for. Safe for many threads; what it says never changes. */
final class Elevation {
    static final Elevation NONE = new Elevation(List.of(), (grid, row, column) -> ElevationTile.EMPTY);

    /** 32 KB each. */
    private static final int TILES_KEPT = 1000;

    /** Where the tiles come from. */
    interface Tiles {
        ElevationTile read(long grid, int row, int column);
    }

    private record Place(long grid, int row, int column) {}

    private final List<Lattice> newestFirst;
    private final Tiles tiles;
    private final Cache<Place, ElevationTile> kept =
            Caffeine.newBuilder().maximumSize(TILES_KEPT).build();

    Elevation(List<Lattice> newestFirst, Tiles tiles) {
        this.newestFirst = List.copyOf(newestFirst);
        this.tiles = tiles;
    }

    List<Lattice> lattices() {
        return newestFirst;
    }

    boolean isEmpty() {
        return newestFirst.isEmpty();
    }

    /** Everything outside is not known; null envelope when nothing is. */
    Envelope extent() {
        Envelope extent = new Envelope();
        for (Lattice grid : newestFirst) {
            extent.expandToInclude(grid.west(), grid.north());
            extent.expandToInclude(
                    grid.west() + grid.columns() * grid.stepLon(), grid.north() - grid.rows() * grid.stepLat());
        }
        return extent;
    }

    /** Width of the smallest cells, degrees; infinite when nothing is known. */
    double finestDeg() {
        return newestFirst.stream()
                .mapToDouble(grid -> Math.min(grid.stepLon(), grid.stepLat()))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** Metres above the sea of the cell the position lies in; NaN = not known. */
    double heightM(Coordinate p) {
        for (Lattice grid : newestFirst) {
            int column = (int) Math.floor((p.x - grid.west()) / grid.stepLon());
            int row = (int) Math.floor((grid.north() - p.y) / grid.stepLat());
            if (column >= 0 && row >= 0 && column < grid.columns() && row < grid.rows()) {
                Place place = new Place(grid.id(), row / ElevationTile.SIZE, column / ElevationTile.SIZE);
                double height = kept.get(place, k -> tiles.read(k.grid, k.row, k.column))
                        .heightM(column % ElevationTile.SIZE, row % ElevationTile.SIZE);
                if (!Double.isNaN(height)) {
                    return height;
                }
            }
        }
        return Double.NaN;
    }
}
