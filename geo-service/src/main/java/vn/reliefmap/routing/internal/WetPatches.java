package vn.reliefmap.routing.internal;

import com.carrotsearch.hppc.FloatArrayList;
import com.carrotsearch.hppc.IntArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import vn.reliefmap.flood.Water;
import vn.reliefmap.flood.WaterPicture;

/**
 * The water of a picture as squares of cells, each with the same water all over. A square that an outline crosses is cut into
 * four, so that few cells are looked up one by one. Immutable; thread-safe.
 */
final class WetPatches {
    private static final int LARGEST = 256;
    /** Smaller ones are not worth a question of their own. */
    private static final int SMALLEST = 4;

    private static final int NUMBERS = 5;

    private final BoatGrid grid;
    private final WaterPicture picture;
    private final IntArrayList squares = new IntArrayList();
    private final FloatArrayList currents = new FloatArrayList();

    /** Told of each square: from a cell up to the row and column after it. */
    interface Visitor {
        /**
         * @param depthMm {@link BoatWater#UNKNOWN} when not known
         * @param currentMs NaN when not known
         */
        void patch(int column, int row, int endColumn, int endRow, short depthMm, float currentMs);
    }

    WetPatches(BoatGrid grid, WaterPicture picture) {
        this.grid = grid;
        this.picture = picture;
        for (int row = 0; row < grid.rows(); row += LARGEST) {
            for (int column = 0; column < grid.columns(); column += LARGEST) {
                look(column, row, LARGEST, picture.wetEnvelopes());
            }
        }
    }

    private void look(int column, int row, int size, List<Envelope> wet) {
        int endColumn = Math.min(column + size, grid.columns());
        int endRow = Math.min(row + size, grid.rows());
        if (column >= endColumn || row >= endRow) {
            return;
        }
        Envelope box =
                new Envelope(grid.centre(grid.cell(column, row)), grid.centre(grid.cell(endColumn - 1, endRow - 1)));
        List<Envelope> near = wet.stream().filter(box::intersects).toList();
        if (near.isEmpty()) {
            return;
        }
        if (picture.sameWithin(box)) {
            add(column, row, endColumn, endRow);
        } else if (size > SMALLEST) {
            int half = size / 2;
            look(column, row, half, near);
            look(column + half, row, half, near);
            look(column, row + half, half, near);
            look(column + half, row + half, half, near);
        } else {
            for (int r = row; r < endRow; r++) {
                for (int c = column; c < endColumn; c++) {
                    add(c, r, c + 1, r + 1);
                }
            }
        }
    }

    private void add(int column, int row, int endColumn, int endRow) {
        Water water = picture.at(grid.centre(grid.cell(column, row)));
        if (water.state() == Water.State.WET || water.state() == Water.State.UNKNOWN) {
            squares.add(column);
            squares.add(row);
            squares.add(endColumn);
            squares.add(endRow);
            squares.add(BoatWater.depthMm(water));
            currents.add((float) water.currentMs());
        }
    }

    void each(Visitor visitor) {
        int[] numbers = squares.buffer;
        for (int i = 0; i < currents.size(); i++) {
            int at = NUMBERS * i;
            visitor.patch(
                    numbers[at],
                    numbers[at + 1],
                    numbers[at + 2],
                    numbers[at + 3],
                    (short) numbers[at + 4],
                    currents.get(i));
        }
    }
}
