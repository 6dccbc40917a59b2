package vn.reliefmap.geo;

import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import org.locationtech.jts.geom.Coordinate;
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

    /** Makes one value of the four of a block; NaN beyond the grid's edge. */
    public interface Blend {
        float of(float upperLeft, float upperRight, float lowerLeft, float lowerRight);
    }

    /** The same ground in cells twice as wide and high. */
    public Grid halved(Blend blend) {
        int across = (columns + 1) / 2;
        int down = (rows + 1) / 2;
        float[] halved = new float[across * down];
        for (int row = 0; row < down; row++) {
            for (int column = 0; column < across; column++) {
                halved[row * across + column] = blend.of(
                        at(2 * column, 2 * row),
                        at(2 * column + 1, 2 * row),
                        at(2 * column, 2 * row + 1),
                        at(2 * column + 1, 2 * row + 1));
            }
        }
        AffineTransform wider = new AffineTransform(cornerToCrs);
        wider.scale(2, 2);
        return new Grid(across, down, halved, wider, crs);
    }

    private float at(int column, int row) {
        return column < columns && row < rows ? values[row * columns + column] : Float.NaN;
    }

    /** The longer side of the middle cell, metres. */
    public double cellMeters() {
        double column = Math.floor(columns / 2.0);
        double row = Math.floor(rows / 2.0);
        double[] corners = {column, row, column + 1, row, column, row + 1};
        toLonLat(corners);
        Coordinate here = new Coordinate(corners[0], corners[1]);
        return Math.max(
                Geometries.distanceMeters(here, new Coordinate(corners[2], corners[3])),
                Geometries.distanceMeters(here, new Coordinate(corners[4], corners[5])));
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
