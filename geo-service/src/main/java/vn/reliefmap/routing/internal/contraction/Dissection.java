package vn.reliefmap.routing.internal.contraction;

import java.util.Arrays;

/**
 * Orders the junctions so that few shortcuts are needed: the roads are parted by as few junctions as possible, these come
 * last, and each part is ordered in the same way ("nested dissection by inertial flow"). Knows no weights, so the order
 * holds for every water and every vehicle class.
 */
final class Dissection {
    /** Smaller cells are left as they are. */
    private static final int SMALLEST = 8;

    /** Share of a cell's nodes that must stay on each side. */
    private static final double SIDE = 0.3;

    private static final double[][] DIRECTIONS = {{1, 0}, {0, 1}, {1, 1}, {1, -1}};

    private final RoadShape shape;
    private final Adjacency roads;
    private final int[] order;
    private final int[] cell;
    private final CutFlow flow;
    private final int[] line;
    private final long[] keys;
    private final boolean[] near;
    private int cells;

    private Dissection(RoadShape shape) {
        this.shape = shape;
        roads = new Adjacency(shape);
        order = new int[shape.nodes()];
        Arrays.setAll(order, node -> node);
        cell = new int[shape.nodes()];
        flow = new CutFlow(shape, roads, cell);
        line = new int[shape.nodes()];
        keys = new long[shape.nodes()];
        near = new boolean[shape.nodes()];
    }

    /** All nodes, the first to be passed over first. */
    static int[] order(RoadShape shape) {
        Dissection dissection = new Dissection(shape);
        dissection.dissect(0, shape.nodes());
        return dissection.order;
    }

    private void dissect(int begin, int end) {
        if (end - begin <= SMALLEST) {
            byRank(begin, end);
            return;
        }
        cut(begin, end);
        // Which ends of the cut edges part the two sides: those of the near or those of the far side.
        int between = border(begin, end);
        byRank(between, end);
        int middle = gather(begin, between);
        relabel(begin, middle);
        relabel(middle, between);
        dissect(begin, middle);
        dissect(middle, between);
    }

    /** Finds the cut that is smallest for the smaller of its sides, and marks the near side of it. */
    private void cut(int begin, int end) {
        int count = end - begin;
        int share = Math.max(1, (int) (SIDE * count));
        double best = Double.POSITIVE_INFINITY;
        for (double[] direction : DIRECTIONS) {
            lineUp(begin, end, direction);
            int limit = (int) Math.min(Integer.MAX_VALUE, Math.ceil(best * (count / 2.0)));
            int size = flow.part(line, count, share, limit);
            if (size < limit) {
                int nearby = 0;
                for (int i = begin; i < end; i++) {
                    nearby += flow.nearSide(order[i]) ? 1 : 0;
                }
                double score = (double) size / Math.min(nearby, count - nearby);
                if (score < best) {
                    best = score;
                    for (int i = begin; i < end; i++) {
                        near[order[i]] = flow.nearSide(order[i]);
                    }
                }
            }
        }
    }

    private void lineUp(int begin, int end, double[] direction) {
        for (int i = begin; i < end; i++) {
            int node = order[i];
            float along = (float) (direction[0] * shape.lon()[node] + direction[1] * shape.lat()[node]);
            keys[i - begin] = sortable(along) << 32 | node;
        }
        Arrays.sort(keys, 0, end - begin);
        for (int i = 0; i < end - begin; i++) {
            line[i] = (int) keys[i];
        }
    }

    /** Grows with the number, as a whole number does. */
    private static long sortable(float number) {
        int bits = Float.floatToIntBits(number);
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }

    /** Moves the nodes that part the two sides to the end of the cell; returns where they begin. */
    private int border(int begin, int end) {
        int nearEnds = 0;
        int farEnds = 0;
        for (int i = begin; i < end; i++) {
            if (atCut(order[i])) {
                nearEnds += near[order[i]] ? 1 : 0;
                farEnds += near[order[i]] ? 0 : 1;
            }
        }
        boolean side = nearEnds <= farEnds;
        int last = end;
        for (int i = begin; i < last; ) {
            if (near[order[i]] == side && atCut(order[i])) {
                swap(i, --last);
            } else {
                i++;
            }
        }
        return last;
    }

    private boolean atCut(int node) {
        for (int k = roads.first[node]; k < roads.first[node + 1]; k++) {
            int other = roads.neighbour[k];
            if (cell[other] == cell[node] && near[other] != near[node]) {
                return true;
            }
        }
        return false;
    }

    /** Moves the near side to the front; returns where the far side begins. */
    private int gather(int begin, int end) {
        int middle = begin;
        for (int i = begin; i < end; i++) {
            if (near[order[i]]) {
                swap(i, middle++);
            }
        }
        return middle;
    }

    private void relabel(int begin, int end) {
        cells++;
        for (int i = begin; i < end; i++) {
            cell[order[i]] = cells;
        }
    }

    /** Where many ways lead comes last: then most shortest ways between two parts pass few of the nodes between them. */
    private void byRank(int begin, int end) {
        for (int i = begin; i < end; i++) {
            keys[i - begin] = sortable(shape.rank()[order[i]]) << 32 | order[i];
        }
        Arrays.sort(keys, 0, end - begin);
        for (int i = begin; i < end; i++) {
            order[i] = (int) keys[i - begin];
        }
    }

    private void swap(int i, int j) {
        int node = order[i];
        order[i] = order[j];
        order[j] = node;
    }
}
