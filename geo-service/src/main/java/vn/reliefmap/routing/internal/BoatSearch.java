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
    private static final byte START = 8;
    private static final byte SETTLED = 16;

    /** Told of each cell, nearer ones before those that are a step or more farther away. */
    interface Visitor {
        /** @return false to end the search: cells that are less than a step farther may still be told of */
        boolean settled(int cell, double meters);
    }

    private final BoatGrid grid;
    private final BoatCells cells;
    private final double[] @Nullable [] meters;
    private final byte[] @Nullable [] came;
    private final double leastWidthM;
    private final double leastSlantM;

    BoatSearch(BoatRule rule) {
        this.cells = rule.cells();
        this.grid = rule.water().grid();
        int strips = (grid.cells() >> STRIP_BITS) + 1;
        this.meters = new double[strips][];
        this.came = new byte[strips][];
        // The narrowest cells of the grid, so that no guess is ever too far.
        this.leastWidthM = Math.min(grid.widthM(0), grid.widthM(grid.rows() - 1));
        this.leastSlantM = Math.sqrt(leastWidthM * leastWidthM + grid.heightM() * grid.heightM());
    }

    /** Cells from start to goal, both included; empty when no water joins them. */
    List<Integer> way(int start, int goal) {
        if (!cells.joined(start, goal)) {
            return List.of();
        }
        BoatQueue queue = new BoatQueue();
        reach(start, 0, START);
        queue.add(start, guessM(start, goal));
        while (!queue.isEmpty()) {
            int cell = queue.poll();
            if (cell == goal) {
                return back(goal);
            }
            int cameBy = settle(cell);
            if (cameBy != SETTLED) {
                double here = meters(cell);
                int row = cell / grid.columns();
                for (int ways = waysOn(cell, row, cameBy); ways != 0; ways &= ways - 1) {
                    int way = Integer.numberOfTrailingZeros(ways);
                    int next = cell + grid.offset(way);
                    double there = here + grid.wayM(row, way);
                    if (there < meters(next)) {
                        reach(next, there, (byte) way);
                        queue.add(next, there + guessM(next, goal));
                    }
                }
            }
        }
        throw new IllegalStateException("joined cells without a way: " + start + " " + goal);
    }

    /** Visits every cell that water joins to the start. */
    void spread(int start, Visitor visitor) {
        spread(new int[] {start}, new double[1], visitor);
    }

    /**
     * Visits every cell that water joins to one of the starts, as seen from the nearest. Cells wait in rings that are narrower
     * than a step: no step leads into the ring that it comes from, so the cells of the innermost ring are done, in any order,
     * and nothing need be sorted.
     *
     * @param starts in the order of {@code behindM}
     * @param behindM by how many metres each start is farther away
     */
    void spread(int[] starts, double[] behindM, Visitor visitor) {
        double ringM = grid.leastStepM() * (1 - 1e-9);
        Ring[] rings = new Ring[2 + (int) (grid.longestStepM() / ringM)];
        Arrays.setAll(rings, i -> new Ring());
        int begun = 0;
        int waiting = 0;
        boolean goOn = true;
        for (long inner = 0; (waiting > 0 || begun < starts.length) && goOn; inner++) {
            Ring ring = rings[(int) (inner % rings.length)];
            for (; begun < starts.length && (long) (behindM[begun] / ringM) <= inner; begun++) {
                if (behindM[begun] < meters(starts[begun])) {
                    reach(starts[begun], behindM[begun], START);
                    ring.add(starts[begun]);
                    waiting++;
                }
            }
            for (int i = 0; i < ring.size; i++) {
                int cell = ring.cells[i];
                int cameBy = settle(cell);
                if (cameBy != SETTLED) {
                    double here = meters(cell);
                    goOn &= visitor.settled(cell, here);
                    waiting += goOn ? grow(cell, cameBy, here, rings, ringM) : 0;
                }
            }
            waiting -= ring.size;
            ring.size = 0;
        }
    }

    /** How many cells were put into rings. */
    private int grow(int cell, int cameBy, double here, Ring[] rings, double ringM) {
        int row = cell / grid.columns();
        int added = 0;
        for (int ways = waysOn(cell, row, cameBy); ways != 0; ways &= ways - 1) {
            int way = Integer.numberOfTrailingZeros(ways);
            int next = cell + grid.offset(way);
            double there = here + grid.wayM(row, way);
            if (there < meters(next)) {
                reach(next, there, (byte) way);
                rings[(int) ((long) (there / ringM) % rings.length)].add(next);
                added++;
            }
        }
        return added;
    }

    private int waysOn(int cell, int row, int cameBy) {
        int column = cell - row * grid.columns();
        return cameBy == START ? cells.ways(column, row) : cells.waysOn(column, row, cameBy);
    }

    /** Metres from the start to a cell that was visited. */
    double meters(int cell) {
        double[] strip = meters[cell >> STRIP_BITS];
        return strip == null ? Double.POSITIVE_INFINITY : strip[cell & (STRIP - 1)];
    }

    /** The way that led to it, or {@link #SETTLED} when it was settled before. */
    private int settle(int cell) {
        byte[] strip = cameStrip(cell);
        byte before = strip[cell & (STRIP - 1)];
        strip[cell & (STRIP - 1)] = (byte) (before | SETTLED);
        return (before & SETTLED) == 0 ? before : SETTLED;
    }

    private void reach(int cell, double there, byte way) {
        int strip = cell >> STRIP_BITS;
        double[] own = meters[strip];
        if (own == null) {
            own = new double[STRIP];
            Arrays.fill(own, Double.POSITIVE_INFINITY);
            meters[strip] = own;
        }
        own[cell & (STRIP - 1)] = there;
        cameStrip(cell)[cell & (STRIP - 1)] = way;
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
        int across = Math.abs(cell % grid.columns() - goal % grid.columns());
        int along = Math.abs(cell / grid.columns() - goal / grid.columns());
        int slanted = Math.min(across, along);
        return slanted * leastSlantM + (across - slanted) * leastWidthM + (along - slanted) * grid.heightM();
    }

    /** The way from the start to a cell that was visited. */
    List<Integer> back(int goal) {
        List<Integer> way = new ArrayList<>();
        int cell = goal;
        while (true) {
            way.add(cell);
            int last = cameStrip(cell)[cell & (STRIP - 1)] & ~SETTLED;
            if (last == START) {
                Collections.reverse(way);
                return way;
            }
            cell -= grid.offset(last);
        }
    }

    /** Cells that are about as far from the start; one that came nearer since is in two of them. */
    private static final class Ring {
        private int[] cells = new int[256];
        private int size;

        void add(int cell) {
            if (size == cells.length) {
                cells = Arrays.copyOf(cells, 2 * size);
            }
            cells[size++] = cell;
        }
    }
}
