package vn.reliefmap.routing.internal.contraction;

import java.util.Arrays;
import java.util.List;

/** Each end leaves its distances at the nodes above it, each start climbs once and collects what it finds there. */
public final class Table implements Rows {
    private final Contraction roads;
    private final Climb climb;
    /** What the ends left: sorted by node; which end, and what it costs from the node to it. */
    private final int[] first;

    private int[] end = new int[0];
    private double[] seconds = new double[0];
    private double[] mm = new double[0];

    /** @param ends where the ways shall lead */
    public Table(Contraction roads, List<Ends> ends) {
        this.roads = roads;
        climb = roads.shape.climb();
        first = new int[roads.nodes() + 1];
        leave(ends);
    }

    private void leave(List<Ends> ends) {
        int[] node = new int[1024];
        int[] by = new int[1024];
        double[] cost = new double[1024];
        double[] length = new double[1024];
        int count = 0;
        for (int i : roads.byPlace(ends)) {
            climb.from(ends.get(i), roads.down);
            climb.prune(roads.up);
            if (count + climb.peaks() > node.length) {
                int more = Math.max(count + climb.peaks(), 2 * count);
                node = Arrays.copyOf(node, more);
                by = Arrays.copyOf(by, more);
                cost = Arrays.copyOf(cost, more);
                length = Arrays.copyOf(length, more);
            }
            for (int k = 0; k < climb.peaks(); k++) {
                int peak = climb.peak(k);
                node[count] = peak;
                by[count] = i;
                cost[count] = climb.seconds(peak);
                length[count++] = climb.mm(peak);
                first[peak + 1]++;
            }
        }
        for (int v = 0; v < roads.nodes(); v++) {
            first[v + 1] += first[v];
        }
        sort(node, by, cost, length, count);
    }

    private void sort(int[] node, int[] by, double[] cost, double[] length, int count) {
        end = new int[count];
        seconds = new double[count];
        mm = new double[count];
        int[] next = first.clone();
        for (int i = 0; i < count; i++) {
            int to = next[node[i]]++;
            end[to] = by[i];
            seconds[to] = cost[i];
            mm[to] = length[i];
        }
    }

    @Override
    public void row(Ends start, double[] rowSeconds, double[] rowMm) {
        Arrays.fill(rowSeconds, Double.POSITIVE_INFINITY);
        climb.from(start, roads.up);
        climb.prune(roads.down);
        for (int k = 0; k < climb.peaks(); k++) {
            int peak = climb.peak(k);
            double here = climb.seconds(peak);
            double mmHere = climb.mm(peak);
            for (int i = first[peak]; i < first[peak + 1]; i++) {
                double both = here + seconds[i];
                if (both < rowSeconds[end[i]]) {
                    rowSeconds[end[i]] = both;
                    rowMm[end[i]] = mmHere + mm[i];
                }
            }
        }
    }

    @Override
    public void close() {
        roads.shape.giveBack(climb);
    }
}
