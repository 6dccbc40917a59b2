package vn.reliefmap.routing.internal.contraction;

import java.util.Arrays;
import java.util.List;

/** Needs no contraction: one search outwards from each start over the roads themselves, until all ends are found. */
public final class DijkstraRows implements Rows {
    private final int[] first;
    private final int[] head;
    private final double[] cost;
    private final int[] lengthMm;
    private final List<Ends> ends;
    /** Where the ends of places are: a node's begin here. */
    private final int[] firstEnd;

    private final int[] endAt;
    private final double[] seconds;
    private final double[] mm;
    private final int[] slot;
    private final int[] heap;
    private int size;

    public DijkstraRows(RoadShape shape, EdgeCosts costs, List<Ends> ends) {
        this.ends = ends;
        int nodes = shape.nodes();
        first = new int[nodes + 1];
        for (int e = 0; e < shape.edges(); e++) {
            first[shape.from()[e] + 1] += costs.forward()[e] < Double.POSITIVE_INFINITY ? 1 : 0;
            first[shape.to()[e] + 1] += costs.backward()[e] < Double.POSITIVE_INFINITY ? 1 : 0;
        }
        add(first);
        head = new int[first[nodes]];
        cost = new double[first[nodes]];
        lengthMm = new int[first[nodes]];
        int[] next = first.clone();
        for (int e = 0; e < shape.edges(); e++) {
            if (costs.forward()[e] < Double.POSITIVE_INFINITY) {
                enter(next[shape.from()[e]]++, shape.to()[e], costs.forward()[e], costs.lengthMm()[e]);
            }
            if (costs.backward()[e] < Double.POSITIVE_INFINITY) {
                enter(next[shape.to()[e]]++, shape.from()[e], costs.backward()[e], costs.lengthMm()[e]);
            }
        }
        firstEnd = new int[nodes + 1];
        for (Ends end : ends) {
            for (int node : end.nodes()) {
                firstEnd[node + 1]++;
            }
        }
        add(firstEnd);
        endAt = new int[firstEnd[nodes]];
        int[] nextEnd = firstEnd.clone();
        for (int i = 0; i < ends.size(); i++) {
            for (int node : ends.get(i).nodes()) {
                endAt[nextEnd[node]++] = i;
            }
        }
        seconds = new double[nodes];
        mm = new double[nodes];
        slot = new int[nodes];
        heap = new int[nodes + 1];
    }

    private static void add(int[] counts) {
        for (int i = 1; i < counts.length; i++) {
            counts[i] += counts[i - 1];
        }
    }

    private void enter(int at, int to, double seconds, int millimetres) {
        head[at] = to;
        cost[at] = seconds;
        lengthMm[at] = millimetres;
    }

    @Override
    public void row(Ends start, double[] rowSeconds, double[] rowMm) {
        Arrays.fill(rowSeconds, Double.POSITIVE_INFINITY);
        Arrays.fill(seconds, Double.POSITIVE_INFINITY);
        Arrays.fill(slot, 0);
        size = 0;
        for (int i = 0; i < start.nodes().length; i++) {
            reach(start.nodes()[i], start.seconds()[i], start.mm()[i]);
        }
        int open = endAt.length;
        while (size > 0 && open > 0) {
            int node = poll();
            open -= arrive(node, rowSeconds, rowMm);
            for (int a = first[node]; a < first[node + 1]; a++) {
                reach(head[a], seconds[node] + cost[a], mm[node] + Integer.toUnsignedLong(lengthMm[a]));
            }
        }
    }

    /** Ends tied to roads at the node; returns how many of their junctions this was. */
    private int arrive(int node, double[] rowSeconds, double[] rowMm) {
        for (int k = firstEnd[node]; k < firstEnd[node + 1]; k++) {
            Ends end = ends.get(endAt[k]);
            for (int i = 0; i < end.nodes().length; i++) {
                double both = seconds[node] + end.seconds()[i];
                if (end.nodes()[i] == node && both < rowSeconds[endAt[k]]) {
                    rowSeconds[endAt[k]] = both;
                    rowMm[endAt[k]] = mm[node] + end.mm()[i];
                }
            }
        }
        return firstEnd[node + 1] - firstEnd[node];
    }

    private void reach(int node, double there, double mmThere) {
        if (there < seconds[node]) {
            seconds[node] = there;
            mm[node] = mmThere;
            if (slot[node] == 0) {
                slot[node] = ++size;
                heap[size] = node;
            }
            rise(slot[node], node);
        }
    }

    private void rise(int from, int node) {
        int at = from;
        while (at > 1 && seconds[heap[at >> 1]] > seconds[node]) {
            put(at, heap[at >> 1]);
            at >>= 1;
        }
        put(at, node);
    }

    private int poll() {
        int top = heap[1];
        int last = heap[size--];
        if (size > 0) {
            int at = 1;
            for (int child = 2; child <= size; child = 2 * at) {
                if (child < size && seconds[heap[child + 1]] < seconds[heap[child]]) {
                    child++;
                }
                if (seconds[heap[child]] >= seconds[last]) {
                    break;
                }
                put(at, heap[child]);
                at = child;
            }
            put(at, last);
        }
        return top;
    }

    private void put(int at, int node) {
        heap[at] = node;
        slot[node] = at;
    }

    @Override
    public void close() {
        // holds nothing that others wait for
    }
}
