package vn.reliefmap.routing.internal.contraction;

/**
 * The fewest edges that part the first from the last of some nodes: greatest flow by Dinic's method, each edge carries one
 * unit either way. Works on one cell of nodes at a time; reused from cell to cell.
 */
final class CutFlow {
    private static final byte NEITHER = 0;
    private static final byte SOURCE = 1;
    private static final byte SINK = 2;

    private final int[] from;
    private final Adjacency roads;
    private final int[] cell;
    private final byte[] end;
    /** +1 when a unit flows from the edge's first node to its second, −1 the other way. */
    private final byte[] flow;

    private final int[] level;
    private final int[] next;
    private final int[] queue;
    private final int[] path;
    private final int[] passed;
    private int id;

    /** @param cell number of the cell that each node is in; the caller keeps it up to date */
    CutFlow(RoadShape shape, Adjacency roads, int[] cell) {
        this.from = shape.from();
        this.roads = roads;
        this.cell = cell;
        end = new byte[shape.nodes()];
        flow = new byte[shape.edges()];
        level = new int[shape.nodes()];
        next = new int[shape.nodes()];
        queue = new int[shape.nodes()];
        path = new int[shape.nodes()];
        passed = new int[shape.nodes()];
    }

    /**
     * Parts {@code line[0..count)}, all of one cell: its first {@code share} nodes from its last ones. Returns the number of
     * edges cut, or {@code limit} as soon as it is known to be no smaller.
     */
    int part(int[] line, int count, int share, int limit) {
        id = cell[line[0]];
        for (int i = 0; i < count; i++) {
            int node = line[i];
            end[node] = i < share ? SOURCE : i >= count - share ? SINK : NEITHER;
            for (int k = roads.first[node]; k < roads.first[node + 1]; k++) {
                flow[roads.edge[k]] = 0;
            }
        }
        int units = 0;
        while (levels(line, count, share)) {
            for (int i = 0; i < share; i++) {
                while (push(line[i])) {
                    if (++units >= limit) {
                        return limit;
                    }
                }
            }
        }
        return units;
    }

    /** After a whole flow: true on the first nodes' side of the cut. */
    boolean nearSide(int node) {
        return level[node] >= 0;
    }

    private boolean levels(int[] line, int count, int share) {
        for (int i = 0; i < count; i++) {
            level[line[i]] = i < share ? 0 : -1;
            next[line[i]] = roads.first[line[i]];
        }
        System.arraycopy(line, 0, queue, 0, share);
        int tail = share;
        int deepest = Integer.MAX_VALUE;
        for (int head = 0; head < tail && level[queue[head]] < deepest; head++) {
            int node = queue[head];
            for (int k = roads.first[node]; k < roads.first[node + 1]; k++) {
                int other = roads.neighbour[k];
                if (cell[other] == id && level[other] < 0 && free(k, node)) {
                    level[other] = level[node] + 1;
                    queue[tail++] = other;
                    if (end[other] == SINK) {
                        deepest = level[other];
                    }
                }
            }
        }
        return deepest != Integer.MAX_VALUE;
    }

    private boolean free(int k, int node) {
        int e = roads.edge[k];
        return from[e] == node ? flow[e] < 1 : flow[e] > -1;
    }

    /** Sends one more unit from a source along growing levels; false when there is no such way left. */
    private boolean push(int source) {
        int length = 0;
        int node = source;
        while (end[node] != SINK) {
            int k = step(node);
            if (k >= 0) {
                passed[length] = node;
                path[length++] = k;
                node = roads.neighbour[k];
            } else {
                level[node] = Integer.MAX_VALUE;
                if (length == 0) {
                    return false;
                }
                node = passed[--length];
            }
        }
        for (int i = 0; i < length; i++) {
            int e = roads.edge[path[i]];
            flow[e] += (byte) (from[e] == passed[i] ? 1 : -1);
        }
        return true;
    }

    private int step(int node) {
        for (; next[node] < roads.first[node + 1]; next[node]++) {
            int k = next[node];
            int other = roads.neighbour[k];
            if (cell[other] == id && level[other] == level[node] + 1 && free(k, node)) {
                return k;
            }
        }
        return -1;
    }
}
