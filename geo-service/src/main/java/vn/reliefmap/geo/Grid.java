package vn.reliefmap.geo;

import java.awt.geom.AffineTransform;
import vn.reliefmap.geo.internal.EpsgDatabase;

/**
 * A grid of numbers laid over the ground, rows from the top. Positions in it are cell corners: (0, 0) is the outer corner
 * of the first cell, (columns, rows) that of the last. Not copied, so treat the values as read-only.
 */
public final class Grid {
    private final int columns;
    private final int rows;
    private final float[] values;
    private final AffineTransform cornerToCrs;
    private final Crs crs;

    /**
     * @param values row by row from the top, {@code columns · rows} of them; NaN = nobody looked there
     * @param cornerToCrs brings a cell corner into the reference system, x = easting or longitude
     */
    public Grid(int columns, int rows, float[] values, AffineTransform cornerToCrs, Crs crs) {
        if (values.length != columns * rows) {
            throw new IllegalArgumentException(values.length + " values for " + columns + " x " + rows + " cells");
        }
        this.columns = columns;
        this.rows = rows;
        this.values = values;
        this.cornerToCrs = new AffineTransform(cornerToCrs);
        this.crs = crs;
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    /** How many cells there are. */
    public int cells() {
        return values.length;
    }

    /** The value of a cell, counted row by row from 0; NaN = nobody looked there. */
    public float value(int cell) {
        return values[cell];
    }

    public Crs crs() {
        return crs;
    }

    /**
     * Turns cell corners (column, row, column, row, …) into longitudes and latitudes (EPSG:4326), in place. Throws
     * {@link IllegalArgumentException} when one lies where the reference system does not reach.
     */
    public void toLonLat(double[] corners) {
        cornerToCrs.transform(corners, 0, corners, 0, corners.length / 2);
        if (crs.epsg() != Crs.LON_LAT) {
            EpsgDatabase.toLonLat(corners, crs.epsg());
        }
    }
}
