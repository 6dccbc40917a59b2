package vn.reliefmap.geo;

import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;

/**
 * A grid laid anew along longitude and latitude (EPSG:4326), rows from the north, with cells about as large as before: each
 * takes the number that stood at its middle. A grid that lies so already keeps its cells. Reads from the grid it was made of.
 */
public final class LonLatGrid {
    private static final int BORDER_STEP = 16;

    private final Grid grid;
    private final double west;
    private final double north;
    private final double stepLon;
    private final double stepLat;
    private final int columns;
    private final int rows;

    private LonLatGrid(Grid grid, Envelope box, double stepLon, double stepLat, int columns, int rows) {
        this.grid = grid;
        this.west = box.getMinX();
        this.north = box.getMaxY();
        this.stepLon = stepLon;
        this.stepLat = stepLat;
        this.columns = columns;
        this.rows = rows;
    }

    /** Throws {@link IllegalArgumentException} when part of the grid lies where its reference system does not reach. */
    public static LonLatGrid over(Grid grid) {
        Envelope box = border(grid);
        if (grid.northUpInDegrees()) {
            return new LonLatGrid(
                    grid,
                    box,
                    box.getWidth() / grid.columns(),
                    box.getHeight() / grid.rows(),
                    grid.columns(),
                    grid.rows());
        }
        double column = Math.floor(grid.columns() / 2.0);
        double row = Math.floor(grid.rows() / 2.0);
        double[] cell = {column, row, column + 1, row, column, row + 1};
        grid.toLonLat(cell);
        double wide = Math.max(Math.abs(cell[2] - cell[0]), Math.abs(cell[4] - cell[0]));
        double high = Math.max(Math.abs(cell[3] - cell[1]), Math.abs(cell[5] - cell[1]));
        int columns = (int) Math.max(1, Math.ceil(box.getWidth() / wide));
        int rows = (int) Math.max(1, Math.ceil(box.getHeight() / high));
        return new LonLatGrid(grid, box, box.getWidth() / columns, box.getHeight() / rows, columns, rows);
    }

    private static Envelope border(Grid grid) {
        Envelope box = new Envelope();
        int across = 1 + grid.columns() / BORDER_STEP;
        int down = 1 + grid.rows() / BORDER_STEP;
        double[] corners = new double[4 * (across + 1) + 4 * (down + 1)];
        int i = 0;
        for (int k = 0; k <= across; k++) {
            double column = (double) grid.columns() * k / across;
            for (double row : new double[] {0, grid.rows()}) {
                corners[i++] = column;
                corners[i++] = row;
            }
        }
        for (int k = 0; k <= down; k++) {
            double row = (double) grid.rows() * k / down;
            for (double column : new double[] {0, grid.columns()}) {
                corners[i++] = column;
                corners[i++] = row;
            }
        }
        grid.toLonLat(corners);
        for (int k = 0; k < corners.length; k += 2) {
            box.expandToInclude(corners[k], corners[k + 1]);
        }
        return box;
    }

    /** Longitude of the western edge, degrees. */
    public double west() {
        return west;
    }

    /** Latitude of the northern edge, degrees. */
    public double north() {
        return north;
    }

    /** Width of a cell, degrees. */
    public double stepLon() {
        return stepLon;
    }

    /** Height of a cell, degrees. */
    public double stepLat() {
        return stepLat;
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    /** The numbers of a part, row by row from the north; NaN where there is none, beyond the edges too. */
    public float[] part(int firstColumn, int firstRow, int width, int height) {
        float[] part = new float[width * height];
        double[] middles = new double[2 * width];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                middles[2 * column] = west + (firstColumn + column + 0.5) * stepLon;
                middles[2 * column + 1] = north - (firstRow + row + 0.5) * stepLat;
            }
            if (firstRow + row >= rows) {
                Arrays.fill(part, row * width, (row + 1) * width, Float.NaN);
                continue;
            }
            grid.toCells(middles);
            for (int column = 0; column < width; column++) {
                boolean beyond = firstColumn + column >= columns;
                part[row * width + column] = beyond ? Float.NaN : value(middles[2 * column], middles[2 * column + 1]);
            }
        }
        return part;
    }

    private float value(double column, double row) {
        boolean inside = column >= 0 && row >= 0 && column < grid.columns() && row < grid.rows();
        return inside ? grid.value((int) Math.floor(row) * grid.columns() + (int) Math.floor(column)) : Float.NaN;
    }
}
