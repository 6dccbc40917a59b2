package vn.reliefmap.routing.internal.contraction;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The shape of the hierarchy: nodes numbered by their order, and from each the arcs to higher nodes that stand for roads or
 * for ways over lower nodes. Found once per road network; good for every weight. Immutable and thread-safe.
 */
public final class Shortcuts {
    static final int NONE = -1;
    /** Stands where an edge has no arc: roads that come back to where they began. */
    private static final int NO_ARC = Integer.MIN_VALUE;

    private final int[] number;
    private final int[] node;
    /** Where a node's arcs begin; they are sorted by their higher end. */
    final int[] first;

    final int[] head;
    /** The lowest node above, {@link #NONE} for the topmost of each part. */
    final int[] parent;

    private final int[] edgeArc;
    /** Searches that rest; each holds 24 bytes per node. */
    private final Queue<Climb> resting = new ConcurrentLinkedQueue<>();

    private Shortcuts(RoadShape shape, int[] order) {
        int nodes = order.length;
        node = order;
        number = new int[nodes];
        for (int i = 0; i < nodes; i++) {
            number[order[i]] = i;
        }
        first = new int[nodes + 1];
        parent = new int[nodes];
        Arrays.fill(parent, NONE);
        head = arcs(new Adjacency(shape));
        edgeArc = new int[shape.edges()];
        for (int e = 0; e < edgeArc.length; e++) {
            int a = number[shape.from()[e]];
            int b = number[shape.to()[e]];
            edgeArc[e] = a == b ? NO_ARC : a < b ? arc(a, b) : ~arc(b, a);
        }
    }

    /** Parts the roads and draws the shortcuts; some microseconds per edge. */
    public static Shortcuts of(RoadShape shape) {
        return new Shortcuts(shape, Dissection.order(shape));
    }

    /** Passing over a node joins all its higher neighbours; it is enough to hand them to the lowest of them. */
    private int[] arcs(Adjacency roads) {
        int[] heads = new int[2 * roads.edge.length + 16];
        int[] seen = new int[node.length];
        int[] row = new int[node.length];
        int[] firstChild = new int[node.length];
        int[] sibling = new int[node.length];
        Arrays.fill(seen, NONE);
        Arrays.fill(firstChild, NONE);
        for (int v = 0; v < node.length; v++) {
            int count = 0;
            for (int k = roads.first[node[v]]; k < roads.first[node[v] + 1]; k++) {
                int u = number[roads.neighbour[k]];
                if (u > v && seen[u] != v) {
                    seen[u] = v;
                    row[count++] = u;
                }
            }
            for (int child = firstChild[v]; child != NONE; child = sibling[child]) {
                for (int a = first[child] + 1; a < first[child + 1]; a++) {
                    int u = heads[a];
                    if (seen[u] != v) {
                        seen[u] = v;
                        row[count++] = u;
                    }
                }
            }
            Arrays.sort(row, 0, count);
            if (first[v] + count > heads.length) {
                heads = Arrays.copyOf(heads, Math.max(first[v] + count, heads.length + heads.length / 2));
            }
            System.arraycopy(row, 0, heads, first[v], count);
            first[v + 1] = first[v] + count;
            if (count > 0) {
                parent[v] = row[0];
                sibling[v] = firstChild[row[0]];
                firstChild[row[0]] = v;
            }
        }
        return Arrays.copyOf(heads, first[node.length]);
    }

    public int nodes() {
        return node.length;
    }

    public int arcs() {
        return head.length;
    }

    public int edges() {
        return edgeArc.length;
    }

    /** What it takes in memory. */
    public long bytes() {
        return 4L * (number.length + node.length + first.length + head.length + parent.length + edgeArc.length);
    }

    /** How many nodes lie above a node at most: a search sees no more. */
    public int depth() {
        int[] above = new int[node.length];
        int deepest = 0;
        for (int v = node.length - 1; v >= 0; v--) {
            above[v] = parent[v] == NONE ? 0 : above[parent[v]] + 1;
            deepest = Math.max(deepest, above[v]);
        }
        return deepest;
    }

    /** A search to be used by one thread, and given back. */
    Climb climb() {
        Climb rested = resting.poll();
        return rested == null ? new Climb(this) : rested;
    }

    void giveBack(Climb climb) {
        resting.add(climb);
    }

    /** A node of the roads as a number of the hierarchy. */
    int number(int roadNode) {
        return number[roadNode];
    }

    /** The arc between two nodes that are joined, the lower one first. */
    int arc(int low, int high) {
        int a = Arrays.binarySearch(head, first[low], first[low + 1], high);
        if (a < 0) {
            throw new IllegalArgumentException("no arc between " + low + " and " + high);
        }
        return a;
    }

    boolean hasArc(int edge) {
        return edgeArc[edge] != NO_ARC;
    }

    /** Twice the edge's arc, and 1 more when the direction leads downwards. */
    int slot(int edge, boolean backward) {
        int arc = edgeArc[edge];
        boolean down = arc < 0 != backward;
        return 2 * (arc < 0 ? ~arc : arc) + (down ? 1 : 0);
    }

    /** True when driving the edge's arc in that direction is driving the edge from its second node to its first. */
    boolean drivenBackward(int edge, boolean down) {
        return edgeArc[edge] < 0 != down;
    }
}
