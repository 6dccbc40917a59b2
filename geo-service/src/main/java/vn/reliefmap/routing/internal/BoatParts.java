package vn.reliefmap.routing.internal;

import com.carrotsearch.hppc.IntArrayList;
import java.util.Arrays;

/**
 * Which cells water joins. A slanting step needs water beside it, so what is joined at all is joined side by side: stretches
 * of cells in a row are joined where they touch stretches of the row before. Immutable; thread-safe.
 */
final class BoatParts {
    static final int NONE = -1;

    /** Number of the first stretch of each row, and the number of all. */
    private final int[] firstOf;

    private final int[] from;
    private final int[] end;
    /** Of a stretch: a stretch of the same part, in the end the one that names it. */
    private final int[] joinedTo;

    private final int[] sizes;

    BoatParts(BoatCells cells) {
        firstOf = new int[cells.rows() + 1];
        IntArrayList starts = new IntArrayList();
        IntArrayList ends = new IntArrayList();
        for (int row = 0; row < cells.rows(); row++) {
            int column = cells.next(0, row, true);
            while (column < cells.columns()) {
                int dry = cells.next(column, row, false);
                starts.add(column);
                ends.add(dry);
                column = cells.next(dry, row, true);
            }
            firstOf[row + 1] = starts.size();
        }
        from = starts.toArray();
        end = ends.toArray();
        joinedTo = new int[from.length];
        Arrays.setAll(joinedTo, stretch -> stretch);
        for (int row = 1; row < cells.rows(); row++) {
            join(row);
        }
        sizes = new int[from.length];
        for (int stretch = 0; stretch < from.length; stretch++) {
            joinedTo[stretch] = name(stretch);
            sizes[joinedTo[stretch]] += end[stretch] - from[stretch];
        }
    }

    private void join(int row) {
        int below = firstOf[row - 1];
        int here = firstOf[row];
        while (below < firstOf[row] && here < firstOf[row + 1]) {
            if (from[below] < end[here] && from[here] < end[below]) {
                joinedTo[name(here)] = name(below);
            }
            if (end[below] < end[here]) {
                below++;
            } else {
                here++;
            }
        }
    }

    private int name(int stretch) {
        int at = stretch;
        while (joinedTo[at] != at) {
            joinedTo[at] = joinedTo[joinedTo[at]];
            at = joinedTo[at];
        }
        return at;
    }

    /** Equal for joined cells; {@link #NONE} for cells that the boat may not use. */
    int of(int column, int row) {
        int stretch = Arrays.binarySearch(from, firstOf[row], firstOf[row + 1], column);
        if (stretch < 0) {
            stretch = -stretch - 2;
        }
        return stretch >= firstOf[row] && column < end[stretch] ? joinedTo[stretch] : NONE;
    }

    /** Cells of a part. */
    int size(int part) {
        return sizes[part];
    }
}
