package vn.reliefmap.routing.internal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import vn.reliefmap.geo.Geometries;

/**
 * The graph that boats move on: a regular grid over the whole extract, each cell joined to its eight neighbours. It says
 * where water stands all year and where weirs and dams close it; the flood comes from a {@link BoatWater}. Immutable
 * once built; two bits of memory for a cell. Cells are numbered row by row from the south-west.
 */
final class BoatGrid {
    /** Ways that lead on from a cell: the first to the east, the others against the clock. */
    static final int WAYS = 8;

    static final int[] DX = {1, 1, 0, -1, -1, -1, 0, 1};
    static final int[] DY = {0, 1, 1, 1, 0, -1, -1, -1};

    /** Raised whenever files of an older form can no longer be read. */
    private static final int VERSION = 1;

    private static final double METERS_PER_DEGREE = Math.toRadians(1) * 6_371_000.8;
    /** Beyond this the cells are made larger instead: 2 × 8 MB of bits. */
    private static final double MOST_CELLS = 1 << 26;

    private final double west;
    private final double south;
    private final double stepLon;
    private final double stepLat;
    private final int columns;
    private final int rows;
    private final BitSet permanent;
    private final BitSet barred;
    /** From each row along each of the ways. */
    private final double[] stepsM;

    private final double leastStepM;
    private final double longestStepM;

    private BoatGrid(
            double west,
            double south,
            double stepLon,
            double stepLat,
            int columns,
            int rows,
            BitSet permanent,
            BitSet barred) {
        this.west = west;
        this.south = south;
        this.stepLon = stepLon;
        this.stepLat = stepLat;
        this.columns = columns;
        this.rows = rows;
        this.permanent = permanent;
        this.barred = barred;
        this.stepsM = new double[rows * WAYS];
        for (int row = 0; row < rows; row++) {
            for (int way = 0; way < WAYS; way++) {
                double width = DX[way] == 0 ? 0 : widthM(Math.min(row, row + DY[way]));
                double height = DY[way] == 0 ? 0 : heightM();
                stepsM[row * WAYS + way] = Math.sqrt(width * width + height * height);
            }
        }
        this.leastStepM = Arrays.stream(stepsM).min().orElseThrow();
        this.longestStepM = Arrays.stream(stepsM).max().orElseThrow();
    }

    /**
     * A grid without any water.
     *
     * @param box degrees, longitude first
     * @param cellM wanted width of a cell; wider for boxes of more than 67 million cells
     */
    static BoatGrid over(Envelope box, double cellM) {
        double widthM = box.getWidth() * METERS_PER_DEGREE * Math.cos(Math.toRadians(box.centre().y));
        double heightM = box.getHeight() * METERS_PER_DEGREE;
        double sizeM = Math.max(cellM, Math.sqrt(widthM * heightM / MOST_CELLS));
        double stepLat = sizeM / METERS_PER_DEGREE;
        double stepLon = stepLat / Math.cos(Math.toRadians(box.centre().y));
        return new BoatGrid(
                box.getMinX(),
                box.getMinY(),
                stepLon,
                stepLat,
                1 + (int) (box.getWidth() / stepLon),
                1 + (int) (box.getHeight() / stepLat),
                new BitSet(),
                new BitSet());
    }

    void write(Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(VERSION);
            for (double number : new double[] {west, south, stepLon, stepLat}) {
                out.writeDouble(number);
            }
            out.writeInt(columns);
            out.writeInt(rows);
            write(out, permanent);
            write(out, barred);
        }
    }

    /** Throws IOException when the file is cut short or of another form. */
    static BoatGrid read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != VERSION) {
                throw new IOException("the grid for boats was built by another version");
            }
            return new BoatGrid(
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readInt(),
                    in.readInt(),
                    readBits(in),
                    readBits(in));
        }
    }

    private static void write(DataOutputStream out, BitSet bits) throws IOException {
        byte[] bytes = bits.toByteArray();
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static BitSet readBits(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("the grid for boats is cut short");
        }
        return BitSet.valueOf(bytes);
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    int cells() {
        return columns * rows;
    }

    /** Column of a longitude, possibly outside the grid. */
    int column(double lon) {
        return (int) Math.floor((lon - west) / stepLon);
    }

    /** Row of a latitude, possibly outside the grid. */
    int row(double lat) {
        return (int) Math.floor((lat - south) / stepLat);
    }

    /** Where a longitude lies in widths of a cell from the west. */
    double x(double lon) {
        return (lon - west) / stepLon;
    }

    /** Where a latitude lies in heights of a cell from the south. */
    double y(double lat) {
        return (lat - south) / stepLat;
    }

    boolean contains(int column, int row) {
        return column >= 0 && column < columns && row >= 0 && row < rows;
    }

    int cell(int column, int row) {
        return row * columns + column;
    }

    /** The middle of a cell. */
    Coordinate centre(int cell) {
        int row = cell / columns;
        return new Coordinate(west + (cell % columns + 0.5) * stepLon, south + (row + 0.5) * stepLat);
    }

    /** Holds the middles of all cells from the first to the last number. */
    Envelope box(int first, int last) {
        Envelope box = new Envelope(centre(first), centre(last));
        if (first / columns != last / columns) {
            box.expandToInclude(centre(first - first % columns));
            box.expandToInclude(centre(first - first % columns + columns - 1));
        }
        return box;
    }

    /** Metres from the middle of a cell to that of its northern neighbour. */
    double heightM() {
        return stepLat * METERS_PER_DEGREE;
    }

    /** Metres from the middle of a cell of the row to that of its eastern neighbour. */
    double widthM(int row) {
        return stepLon * METERS_PER_DEGREE * Math.cos(Math.toRadians(south + (row + 0.5) * stepLat));
    }

    /** Metres between the middles of two cells that touch; the same in both directions. */
    double stepM(int cell, int next) {
        int row = Math.min(cell / columns, next / columns);
        double width = cell % columns == next % columns ? 0 : widthM(row);
        double height = cell / columns == next / columns ? 0 : heightM();
        return Math.sqrt(width * width + height * height);
    }

    /** The same along a way from a row. */
    double wayM(int row, int way) {
        return stepsM[row * WAYS + way];
    }

    double leastStepM() {
        return leastStepM;
    }

    double longestStepM() {
        return longestStepM;
    }

    /** From the number of a cell to that of its neighbour. */
    int offset(int way) {
        return DX[way] + DY[way] * columns;
    }

    /** The nearest cell with that property whose middle lies within the distance of a place. */
    OptionalInt nearest(Coordinate place, double meters, IntPredicate wanted) {
        int column = column(place.x);
        int row = row(place.y);
        int reach = 1 + (int) (meters / heightM());
        double leastM = Math.min(heightM(), Math.min(widthM(row - reach), widthM(row + reach)));
        int nearest = -1;
        double nearestM = meters;
        // In rings around the place's own cell: half a cell less than its number of cells away, none of a ring is
        // nearer.
        for (int ring = 0; ring <= reach && (nearest < 0 || (ring - 0.5) * leastM <= nearestM); ring++) {
            for (int y = row - ring; y <= row + ring; y++) {
                int step = Math.abs(y - row) == ring || ring == 0 ? 1 : 2 * ring;
                for (int x = column - ring; x <= column + ring; x += step) {
                    if (!contains(x, y) || !wanted.test(cell(x, y))) {
                        continue;
                    }
                    double away = Geometries.distanceMeters(place, centre(cell(x, y)));
                    boolean nearer = away < nearestM || (away == nearestM && (nearest < 0 || cell(x, y) < nearest));
                    nearest = nearer ? cell(x, y) : nearest;
                    nearestM = nearer ? away : nearestM;
                }
            }
        }
        return nearest < 0 ? OptionalInt.empty() : OptionalInt.of(nearest);
    }

    /** True in rivers, canals, lagoons and lakes. */
    boolean permanent(int cell) {
        return permanent.get(cell);
    }

    /** True on weirs and dams, whatever water stands there. */
    boolean barred(int cell) {
        return barred.get(cell);
    }

    /** To be changed only while the grid is built. */
    BitSet permanentBits() {
        return permanent;
    }

    /** To be changed only while the grid is built. */
    BitSet barredBits() {
        return barred;
    }
}
