package vn.reliefmap.routing.internal;

import java.util.Arrays;
import java.util.BitSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Puts lines and areas onto the cells of a grid. */
final class BoatGridPainter {
    private final BoatGrid grid;

    BoatGridPainter(BoatGrid grid) {
        this.grid = grid;
    }

    void permanent(Geometry water) {
        if (water instanceof LineString line) {
            line(line.getCoordinates(), grid.permanentBits());
        } else if (water instanceof MultiPolygon areas) {
            for (int i = 0; i < areas.getNumGeometries(); i++) {
                area((Polygon) areas.getGeometryN(i));
            }
        }
    }

    /** A weir or dam along a line: the cells touch at their sides, so that no boat slips through between two corners. */
    void barred(Coordinate[] line) {
        line(line, grid.barredBits());
    }

    /** A weir that is known as a point only: the cell and the eight around it. */
    void barred(Coordinate point) {
        for (int row = grid.row(point.y) - 1; row <= grid.row(point.y) + 1; row++) {
            for (int column = grid.column(point.x) - 1; column <= grid.column(point.x) + 1; column++) {
                set(column, row, grid.barredBits());
            }
        }
    }

    private void line(Coordinate[] line, BitSet bits) {
        for (int i = 1; i < line.length; i++) {
            segment(grid.x(line[i - 1].x), grid.y(line[i - 1].y), grid.x(line[i].x), grid.y(line[i].y), bits);
        }
    }

    /** Every cell that the segment runs through, from side to side, one step at a time. */
    private void segment(double x0, double y0, double x1, double y1, BitSet bits) {
        int column = (int) Math.floor(x0);
        int row = (int) Math.floor(y0);
        int steps = Math.abs((int) Math.floor(x1) - column) + Math.abs((int) Math.floor(y1) - row);
        int right = x1 > x0 ? 1 : -1;
        int up = y1 > y0 ? 1 : -1;
        double perColumn = x1 == x0 ? Double.POSITIVE_INFINITY : 1 / Math.abs(x1 - x0);
        double perRow = y1 == y0 ? Double.POSITIVE_INFINITY : 1 / Math.abs(y1 - y0);
        double nextColumn =
                x1 == x0 ? Double.POSITIVE_INFINITY : (right > 0 ? column + 1 - x0 : x0 - column) * perColumn;
        double nextRow = y1 == y0 ? Double.POSITIVE_INFINITY : (up > 0 ? row + 1 - y0 : y0 - row) * perRow;
        set(column, row, bits);
        for (int i = 0; i < steps; i++) {
            if (nextColumn < nextRow) {
                column += right;
                nextColumn += perColumn;
            } else {
                row += up;
                nextRow += perRow;
            }
            set(column, row, bits);
        }
    }

    private void set(int column, int row, BitSet bits) {
        if (grid.contains(column, row)) {
            bits.set(grid.cell(column, row));
        }
    }

    /** Every cell whose middle lies inside. */
    private void area(Polygon polygon) {
        Envelope box = polygon.getEnvelopeInternal();
        int first = Math.max(0, grid.row(box.getMinY()));
        int last = Math.min(grid.rows() - 1, grid.row(box.getMaxY()));
        if (first > last) {
            return;
        }
        Crossings crossings = new Crossings(first, last - first + 1);
        crossings.add(polygon.getExteriorRing().getCoordinates());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            crossings.add(polygon.getInteriorRingN(i).getCoordinates());
        }
        for (int row = first; row <= last; row++) {
            double[] at = crossings.sorted(row);
            for (int i = 0; i + 1 < at.length; i += 2) {
                int from = Math.max(0, (int) Math.ceil(at[i] - 0.5));
                int to = Math.min(grid.columns() - 1, (int) Math.ceil(at[i + 1] - 0.5) - 1);
                if (from <= to) {
                    grid.permanentBits().set(grid.cell(from, row), grid.cell(to, row) + 1);
                }
            }
        }
    }

    /** Where the outline crosses the middle line of each row, in widths of a cell. */
    private final class Crossings {
        private final int first;
        private final double[][] at;
        private final int[] count;

        Crossings(int first, int rows) {
            this.first = first;
            this.at = new double[rows][4];
            this.count = new int[rows];
        }

        void add(Coordinate[] ring) {
            for (int i = 1; i < ring.length; i++) {
                double ya = grid.y(ring[i - 1].y) - 0.5;
                double yb = grid.y(ring[i].y) - 0.5;
                double xa = grid.x(ring[i - 1].x);
                double xb = grid.x(ring[i].x);
                // Half-open, so that a corner on the line counts once.
                int from = (int) Math.max(first, Math.ceil(Math.min(ya, yb)));
                int to = (int) Math.min((double) first + at.length - 1, Math.ceil(Math.max(ya, yb)) - 1);
                for (int row = from; row <= to; row++) {
                    put(row - first, xa + (row - ya) / (yb - ya) * (xb - xa));
                }
            }
        }

        private void put(int row, double x) {
            if (count[row] == at[row].length) {
                at[row] = Arrays.copyOf(at[row], 2 * count[row]);
            }
            at[row][count[row]++] = x;
        }

        double[] sorted(int row) {
            double[] own = Arrays.copyOf(at[row - first], count[row - first]);
            Arrays.sort(own);
            return own;
        }
    }
}
