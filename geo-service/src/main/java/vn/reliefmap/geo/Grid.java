package vn.reliefmap.geo;

import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
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

    /** Turns longitudes and latitudes into positions in the grid (column, row, …), in place; they may lie outside of it. */
    void toCells(double[] lonLats) {
        if (crs.epsg() != Crs.LON_LAT) {
            EpsgDatabase.fromLonLat(lonLats, crs.epsg());
        }
        try {
            cornerToCrs.inverseTransform(lonLats, 0, lonLats, 0, lonLats.length / 2);
        } catch (NoninvertibleTransformException e) {
            throw new IllegalArgumentException("a grid whose cells have no area", e);
        }
    }

    /** True when rows run from north to south along degrees already. */
    boolean northUpInDegrees() {
        return crs.epsg() == Crs.LON_LAT
                && cornerToCrs.getShearX() == 0
                && cornerToCrs.getShearY() == 0
                && cornerToCrs.getScaleX() > 0
                && cornerToCrs.getScaleY() < 0;
    }
}
