package vn.reliefmap.geo.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.Grid;
import vn.reliefmap.geo.GridAreas;
import vn.reliefmap.kernel.Problem;

/**
 * Walks along the cells of a grid. First cells of one band that share an edge are joined (union-find; a component is
 * named by its first cell), then every ring is walked once with the component on its right hand.
 *
 * <p>Where two cells of a component meet only in a corner, the walk crosses over to the other cell. The two arcs then
 * bound different pieces of the outside, so no ring touches itself, and a ring that touches another does so in a corner
 * that both have: the polygons are valid as they are. Not thread-safe.
 */
public final class CellRings {
    private static final int NONE = -1;
    /** East, south, west, north; rows grow to the south. */
    private static final int[] STEP_COLUMN = {1, 0, -1, 0};

    private static final int[] STEP_ROW = {0, 1, 0, -1};
    /** From a corner, the cell ahead on the right hand, by direction: what to add to column and row. */
    private static final int[] RIGHT_COLUMN = {0, -1, -1, 0};

    private static final int[] RIGHT_ROW = {0, 0, -1, -1};

    private final Grid grid;
    private final int columns;
    private final int rows;
    /** The first cell of each cell's component; NONE outside all bands. */
    private final int[] component;

    private final byte[] band;
    private final boolean[] walked;
    private int[] ring = new int[1024];
    private int ringLength;
    private long corners;

    public CellRings(Grid grid, GridAreas.Bands bands) {
        this.grid = grid;
        this.columns = grid.columns();
        this.rows = grid.rows();
        this.component = new int[grid.cells()];
        this.band = new byte[grid.cells()];
        this.walked = new boolean[grid.cells()];
        for (int i = 0; i < component.length; i++) {
            band[i] = (byte) bands.band(grid.value(i));
            component[i] = band[i] < 0 ? NONE : i;
        }
        join();
    }

    private void join() {
        for (int i = 0; i < component.length; i++) {
            if (band[i] >= 0) {
                if (i % columns > 0 && band[i - 1] == band[i]) {
                    join(i, i - 1);
                }
                if (i >= columns && band[i - columns] == band[i]) {
                    join(i, i - columns);
                }
            }
        }
        for (int i = 0; i < component.length; i++) {
            if (component[i] != NONE) {
                component[i] = component[component[i]];
            }
        }
    }

    private void join(int a, int b) {
        int rootA = root(a);
        int rootB = root(b);
        component[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    }

    private int root(int cell) {
        int i = cell;
        while (component[i] != i) {
            component[i] = component[component[i]];
            i = component[i];
        }
        return i;
    }

    /** The rings of one component; its first one is the outer one, because its first cell lies on it. */
    private static final class Rings {
        private final List<int[]> rings = new ArrayList<>(1);
        private float greatest = Float.NEGATIVE_INFINITY;
    }

    public void each(Consumer<GridAreas.Area> each) {
        Map<Integer, Rings> byComponent = new LinkedHashMap<>();
        for (int i = 0; i < component.length; i++) {
            if (component[i] == NONE) {
                continue;
            }
            Rings rings = byComponent.computeIfAbsent(component[i], c -> new Rings());
            rings.greatest = Math.max(rings.greatest, grid.value(i));
            boolean upperEdge = i < columns || component[i - columns] != component[i];
            if (upperEdge && !walked[i]) {
                walk(i);
                rings.rings.add(Arrays.copyOf(ring, ringLength));
                corners += ringLength / 2;
                if (corners > GridAreas.MOST_CORNERS) {
                    throw tooDetailed();
                }
            }
        }
        byComponent.forEach((first, rings) -> {
            LinearRing shell = linearRing(rings.rings.get(0));
            LinearRing[] holes =
                    rings.rings.stream().skip(1).map(this::linearRing).toArray(LinearRing[]::new);
            Polygon polygon = Geometries.FACTORY.createPolygon(shell, holes);
            each.accept(new GridAreas.Area(polygon, band[first], rings.greatest));
        });
    }

    /** Walks the ring that holds the upper edge of a cell, and marks all upper edges on it. */
    private void walk(int cell) {
        int id = component[cell];
        int startColumn = cell % columns;
        int startRow = cell / columns;
        int column = startColumn;
        int row = startRow;
        int direction = 0;
        ringLength = 0;
        keep(column, row);
        while (true) {
            if (direction == 0) {
                walked[row * columns + column] = true;
            }
            column += STEP_COLUMN[direction];
            row += STEP_ROW[direction];
            int left = (direction + 3) % 4;
            int turned;
            if (at(column + RIGHT_COLUMN[left], row + RIGHT_ROW[left]) == id) {
                turned = left;
            } else if (at(column + RIGHT_COLUMN[direction], row + RIGHT_ROW[direction]) == id) {
                turned = direction;
            } else {
                turned = (direction + 1) % 4;
            }
            if (column == startColumn && row == startRow && turned == 0) {
                return;
            }
            if (turned != direction
                    || neighboursChange(column, row, direction, left)
                    || regular(column, row, direction)) {
                keep(column, row);
            }
            direction = turned;
        }
    }

    /** True when the cells along the other side of a straight edge part at this corner: they have a corner here too. */
    private boolean neighboursChange(int column, int row, int direction, int left) {
        int behind = (direction + 2) % 4;
        int ahead = at(column + RIGHT_COLUMN[left], row + RIGHT_ROW[left]);
        return ahead != at(column + RIGHT_COLUMN[behind], row + RIGHT_ROW[behind]);
    }

    private static boolean regular(int column, int row, int direction) {
        return (direction % 2 == 0 ? column : row) % GridAreas.LONGEST_STRAIGHT_CELLS == 0;
    }

    private int at(int column, int row) {
        boolean inside = column >= 0 && row >= 0 && column < columns && row < rows;
        return inside ? component[row * columns + column] : NONE;
    }

    private void keep(int column, int row) {
        if (ringLength + 2 > ring.length) {
            ring = Arrays.copyOf(ring, 2 * ring.length);
        }
        ring[ringLength++] = column;
        ring[ringLength++] = row;
    }

    private LinearRing linearRing(int[] cellCorners) {
        double[] positions = new double[cellCorners.length];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = cellCorners[i];
        }
        grid.toLonLat(positions);
        Coordinate[] closed = new Coordinate[positions.length / 2 + 1];
        for (int i = 0; i < closed.length - 1; i++) {
            closed[i] = new Coordinate(positions[2 * i], positions[2 * i + 1]);
        }
        closed[closed.length - 1] = closed[0].copy();
        return Geometries.FACTORY.createLinearRing(closed);
    }

    private static RuntimeException tooDetailed() {
        return Problem.badField(
                        "GRID_TOO_DETAILED",
                        "file",
                        "at most " + GridAreas.MOST_CORNERS + " corners of areas of one depth class",
                        "Lưới quá vụn. Hãy làm mịn hoặc lấy ô to hơn.",
                        "The grid is too broken up. Smooth it or take larger cells.")
                .asException();
    }
}
