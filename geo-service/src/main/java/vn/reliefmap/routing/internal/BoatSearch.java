package vn.reliefmap.routing.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One search over the cells that a boat may use, by metres: towards a goal by A*, or in all directions by Dijkstra. Both
 * are exact. A step costs the distance between the middles of two cells; a slanting step also needs water in one of the
 * two cells beside it, so that boats do not slip over a dyke where two cells touch at a corner. Used once.
 */
final class BoatSearch {
    private static final int STRIP_BITS = 8;
    private static final int STRIP = 1 << STRIP_BITS;
    private static final int[] DX = {1, 1, 0, -1, -1, -1, 0, 1};
    private static final int[] DY = {0, 1, 1, 1, 0, -1, -1, -1};
    private static final byte START = 8;
    private static final byte SETTLED = 16;

    /** Told of each cell in the order of its distance. */
    interface Visitor {
        /** @return false to end the search */
        boolean settled(int cell, double meters);
    }

    private final BoatGrid grid;
    private final BoatRule rule;
    private final double[] @Nullable [] meters;
    private final byte[] @Nullable [] came;
    private final BoatQueue queue = new BoatQueue();
    /** The narrowest cells of the grid, so that no guess is ever too far. */
    private final double leastWidthM;

    private int settled;

    BoatSearch(BoatRule rule) {
        this.rule = rule;
        this.grid = rule.water().grid();
        int strips = (grid.cells() >> STRIP_BITS) + 1;
        this.meters = new double[strips][];
        this.came = new byte[strips][];
        this.leastWidthM = Math.min(grid.widthM(0), grid.widthM(grid.rows() - 1));
    }

    /** Cells from start to goal, both included; empty when no water joins them. */
    List<Integer> way(int start, int goal) {
        boolean[] found = new boolean[1];
        run(start, goal, (cell, m) -> {
            found[0] = cell == goal;
            return !found[0];
        });
        return found[0] ? back(goal) : List.of();
    }

    /** Visits every cell that water joins to the start. */
    void spread(int start, Visitor visitor) {
        run(start, -1, visitor);
    }

    /** How many cells were visited. */
    int settled() {
        return settled;
    }

    /** Metres from the start to a cell that was visited. */
    double meters(int cell) {
        double[] strip = meters[cell >> STRIP_BITS];
        return strip == null ? Double.POSITIVE_INFINITY : strip[cell & (STRIP - 1)];
    }

    private void run(int start, int goal, Visitor visitor) {
        reach(start, 0, START, goal);
        while (!queue.isEmpty()) {
            int cell = queue.poll();
            byte[] strip = cameStrip(cell);
            if ((strip[cell & (STRIP - 1)] & SETTLED) != 0) {
                continue;
            }
            strip[cell & (STRIP - 1)] |= SETTLED;
            settled++;
            double here = meters(cell);
            if (!visitor.settled(cell, here)) {
                return;
            }
            grow(cell, here, goal);
        }
    }

    private void grow(int cell, double here, int goal) {
        int column = cell % grid.columns();
        int row = cell / grid.columns();
        for (byte way = 0; way < DX.length; way++) {
            int nextColumn = column + DX[way];
            int nextRow = row + DY[way];
            if (!grid.contains(nextColumn, nextRow)) {
                continue;
            }
            int next = grid.cell(nextColumn, nextRow);
            if (!rule.passes(next)
                    || (slanting(way)
                            && !rule.passes(grid.cell(nextColumn, row))
                            && !rule.passes(grid.cell(column, nextRow)))) {
                continue;
            }
            double there = here + grid.stepM(cell, next);
            if (there < meters(next)) {
                reach(next, there, way, goal);
            }
        }
    }

    private static boolean slanting(int way) {
        return (way & 1) == 1;
    }

    private void reach(int cell, double there, byte way, int goal) {
        int strip = cell >> STRIP_BITS;
        double[] own = meters[strip];
        if (own == null) {
            own = new double[STRIP];
            Arrays.fill(own, Double.POSITIVE_INFINITY);
            meters[strip] = own;
        }
        own[cell & (STRIP - 1)] = there;
        byte[] ways = cameStrip(cell);
        ways[cell & (STRIP - 1)] = way;
        queue.add(cell, there + guessM(cell, goal));
    }

    private byte[] cameStrip(int cell) {
        int strip = cell >> STRIP_BITS;
        byte[] own = came[strip];
        if (own == null) {
            own = new byte[STRIP];
            came[strip] = own;
        }
        return own;
    }

    /** Metres over open water with the narrowest cells: never more than the way there. */
    private double guessM(int cell, int goal) {
        if (goal < 0) {
            return 0;
        }
        int across = Math.abs(cell % grid.columns() - goal % grid.columns());
        int along = Math.abs(cell / grid.columns() - goal / grid.columns());
        int slanted = Math.min(across, along);
        double width = leastWidthM;
        double height = grid.heightM();
        return slanted * Math.sqrt(width * width + height * height)
                + (across - slanted) * width
                + (along - slanted) * height;
    }

    /** The way from the start to a cell that was visited. */
    List<Integer> back(int goal) {
        List<Integer> cells = new ArrayList<>();
        int cell = goal;
        while (true) {
            cells.add(cell);
            int way = cameStrip(cell)[cell & (STRIP - 1)] & ~SETTLED;
            if (way == START) {
                Collections.reverse(cells);
                return cells;
            }
            cell -= DX[way] + DY[way] * grid.columns();
        }
    }
}
