package vn.reliefmap.demo.internal;

import java.util.Arrays;
import java.util.function.Consumer;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** Square cells over the plane, numbered row by row from the south-west. Immutable; values live in arrays beside it. */
record Raster(double west, double south, double cellM, int columns, int rows) {

    int size() {
        return columns * rows;
    }

    double[] filledWith(double value) {
        double[] cells = new double[size()];
        Arrays.fill(cells, value);
        return cells;
    }

    double x(int cell) {
        int column = cell % columns;
        return west + (column + 0.5) * cellM;
    }

    double y(int cell) {
        int row = cell / columns;
        return south + (row + 0.5) * cellM;
    }

    /** The cell of a place, or −1 outside. */
    int cell(double x, double y) {
        int column = (int) Math.floor((x - west) / cellM);
        int row = (int) Math.floor((y - south) / cellM);
        return column < 0 || row < 0 || column >= columns || row >= rows ? -1 : row * columns + column;
    }

    /** The value at a place, smooth between the middles of the cells; outside that of the nearest cell. */
    double at(double[] values, double x, double y) {
        double u = Math.max(0, Math.min(columns - 1.000001, (x - west) / cellM - 0.5));
        double v = Math.max(0, Math.min(rows - 1.000001, (y - south) / cellM - 0.5));
        int i = (int) u;
        int j = (int) v;
        int cell = j * columns + i;
        double s = u - i;
        double t = v - j;
        double low = values[cell] + (values[cell + 1] - values[cell]) * s;
        double high = values[cell + columns] + (values[cell + columns + 1] - values[cell + columns]) * s;
        return low + (high - low) * t;
    }

    /** Visits each cell that the line touches, some of them more than once. */
    void along(Coordinate[] line, Consumer<Integer> visit) {
        for (int i = 1; i < line.length; i++) {
            int steps = Math.max(1, (int) Math.ceil(line[i - 1].distance(line[i]) / (cellM / 2)));
            for (int k = 0; k <= steps; k++) {
                double t = (double) k / steps;
                int cell = cell(
                        line[i - 1].x + t * (line[i].x - line[i - 1].x),
                        line[i - 1].y + t * (line[i].y - line[i - 1].y));
                if (cell >= 0) {
                    visit.accept(cell);
                }
            }
        }
    }

    /** Visits each cell whose middle lies inside the area. */
    void inside(Geometry area, Consumer<Integer> visit) {
        Envelope box = area.getEnvelopeInternal();
        PointOnGeometryLocator locator = new IndexedPointInAreaLocator(area);
        int fromColumn = Math.max(0, (int) Math.floor((box.getMinX() - west) / cellM));
        int toColumn = Math.min(columns - 1, (int) Math.ceil((box.getMaxX() - west) / cellM));
        int fromRow = Math.max(0, (int) Math.floor((box.getMinY() - south) / cellM));
        int toRow = Math.min(rows - 1, (int) Math.ceil((box.getMaxY() - south) / cellM));
        for (int row = fromRow; row <= toRow; row++) {
            for (int column = fromColumn; column <= toColumn; column++) {
                int cell = row * columns + column;
                if (locator.locate(new Coordinate(x(cell), y(cell))) != Location.EXTERIOR) {
                    visit.accept(cell);
                }
            }
        }
    }

    /** Metres to the nearest source, where {@code start} holds 0 or a head start at sources and infinity elsewhere. */
    double[] distances(double[] start) {
        double[] d = start.clone();
        double straight = cellM;
        double slant = cellM * Math.sqrt(2);
        for (int cell = 0; cell < size(); cell++) {
            closer(d, cell, -1, 0, straight);
            closer(d, cell, 0, -1, straight);
            closer(d, cell, -1, -1, slant);
            closer(d, cell, 1, -1, slant);
        }
        for (int cell = size() - 1; cell >= 0; cell--) {
            closer(d, cell, 1, 0, straight);
            closer(d, cell, 0, 1, straight);
            closer(d, cell, 1, 1, slant);
            closer(d, cell, -1, 1, slant);
        }
        return d;
    }

    /** The mean over the square of {@code 2 radius + 1} cells around each cell. */
    double[] blurred(double[] values, int radius) {
        return blurredOneWay(blurredOneWay(values, radius, 1), radius, columns);
    }

    private double[] blurredOneWay(double[] values, int radius, int stride) {
        double[] mean = new double[size()];
        for (int cell = 0; cell < size(); cell++) {
            int at = stride == 1 ? cell % columns : cell / columns;
            int end = stride == 1 ? columns : rows;
            double sum = 0;
            for (int k = -radius; k <= radius; k++) {
                if (at + k >= 0 && at + k < end) {
                    sum += values[cell + k * stride];
                }
            }
            mean[cell] = sum / (2 * radius + 1);
        }
        return mean;
    }

    private void closer(double[] d, int cell, int dColumn, int dRow, double by) {
        int column = cell % columns + dColumn;
        int row = cell / columns + dRow;
        if (column >= 0 && row >= 0 && column < columns && row < rows) {
            d[cell] = Math.min(d[cell], d[row * columns + column] + by);
        }
    }
}
