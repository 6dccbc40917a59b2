package vn.reliefmap.cluster.internal;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The cells of the pyramid as columns, a cell before the smaller cells inside it. A reader walks from 0 on: a cell that is
 * shown or lies outside the box is left by jumping to {@link #end}, any other is entered by going on to the next.
 */
final class CellColumns {
    int cells;
    /** One after the last cell inside this one. */
    int[] end = new int[256];
    /** The cell is shown at zooms below this one; from here on the cells inside it are. 23 for the smallest cells. */
    byte[] opensAt = new byte[256];
    /** First row of the cell's sums, and one after the last. */
    int[] rowFrom = new int[256];

    int[] rowTo = new int[256];
    int[] households = new int[256];
    int[] people = new int[256];
    /** Commune groups with households inside, and the one of them with most. */
    int[] groupFrom = new int[256];

    int[] groupTo = new int[256];
    int[] mainGroup = new int[256];
    /** First and one after the last of the smallest cells inside, counted along the curve. */
    int[] leafFrom = new int[256];

    int[] leafTo = new int[256];
    /** Mean place of the households, rounded; degrees. */
    double[] lon = new double[256];

    double[] lat = new double[256];
    /** Box around the shown points of this cell and of all cells inside it: west, south, east, north. */
    double[] box = new double[1024];

    /** Cells that hold what is told of medicine only in part, so that they tell nothing of it. */
    final BitSet healthInPart = new BitSet();

    int add() {
        if (cells == end.length) {
            int size = cells * 3 / 2;
            end = Arrays.copyOf(end, size);
            opensAt = Arrays.copyOf(opensAt, size);
            rowFrom = Arrays.copyOf(rowFrom, size);
            rowTo = Arrays.copyOf(rowTo, size);
            households = Arrays.copyOf(households, size);
            people = Arrays.copyOf(people, size);
            groupFrom = Arrays.copyOf(groupFrom, size);
            groupTo = Arrays.copyOf(groupTo, size);
            mainGroup = Arrays.copyOf(mainGroup, size);
            leafFrom = Arrays.copyOf(leafFrom, size);
            leafTo = Arrays.copyOf(leafTo, size);
            lon = Arrays.copyOf(lon, size);
            lat = Arrays.copyOf(lat, size);
            box = Arrays.copyOf(box, size * 4);
        }
        return cells++;
    }
}
