package vn.reliefmap.routing.internal.contraction;

import java.util.Arrays;

/** A search upwards from one place: all nodes above it, lowest first. Used again and again by one thread. */
final class Climb {
    private static final int START = -1;

    private final Shortcuts shape;
    private final double[] seconds;
    private final double[] mm;
    private final int[] below;
    private final int[] arc;
    private int[] reached = new int[1024];
    private int count;
    private int[] peaks = new int[256];
    private int peakCount;

    Climb(Shortcuts shape) {
        this.shape = shape;
        seconds = new double[shape.nodes()];
        Arrays.fill(seconds, Double.POSITIVE_INFINITY);
        mm = new double[shape.nodes()];
        below = new int[shape.nodes()];
        arc = new int[shape.nodes()];
    }

    void from(Ends ends, Arcs arcs) {
        forget();
        int a = begin(ends, 0);
        int b = ends.nodes().length > 1 ? begin(ends, 1) : Shortcuts.NONE;
        while (a != Shortcuts.NONE || b != Shortcuts.NONE) {
            int node = b == Shortcuts.NONE || (a != Shortcuts.NONE && a < b) ? a : b;
            if (seconds[node] < Double.POSITIVE_INFINITY) {
                note(node);
                spread(node, arcs);
            }
            a = a == node ? shape.parent[a] : a;
            b = b == node ? shape.parent[b] : b;
        }
    }

    private void forget() {
        for (int i = 0; i < count; i++) {
            seconds[reached[i]] = Double.POSITIVE_INFINITY;
        }
        count = 0;
    }

    private int begin(Ends ends, int which) {
        int node = shape.number(ends.nodes()[which]);
        if (ends.seconds()[which] < seconds[node]) {
            seconds[node] = ends.seconds()[which];
            mm[node] = ends.mm()[which];
            arc[node] = START;
        }
        return node;
    }

    private void note(int node) {
        if (count == reached.length) {
            reached = Arrays.copyOf(reached, 2 * count);
        }
        reached[count++] = node;
    }

    private void spread(int node, Arcs arcs) {
        double here = seconds[node];
        double mmHere = mm[node];
        for (int a = arcs.first[node]; a < arcs.first[node + 1]; a++) {
            int next = arcs.head[a];
            double there = here + arcs.seconds[a];
            if (there < seconds[next]) {
                seconds[next] = there;
                mm[next] = mmHere + arcs.mm(a);
                below[next] = node;
                arc[next] = a;
            }
        }
    }

    /**
     * Leaves out nodes that are reached sooner over a higher one: no shortest way turns downwards there.
     *
     * @param opposite the arcs of the other direction, which lead from higher nodes to lower ones
     */
    void prune(Arcs opposite) {
        peakCount = 0;
        for (int i = count - 1; i >= 0; i--) {
            int node = reached[i];
            double least = seconds[node];
            for (int a = opposite.first[node]; a < opposite.first[node + 1]; a++) {
                least = Math.min(least, seconds[opposite.head[a]] + opposite.seconds[a]);
            }
            if (least < seconds[node]) {
                seconds[node] = least;
            } else {
                notePeak(node);
            }
        }
    }

    private void notePeak(int node) {
        if (peakCount == peaks.length) {
            peaks = Arrays.copyOf(peaks, 2 * peakCount);
        }
        peaks[peakCount++] = node;
    }

    /** After {@link #prune}: the nodes at which a shortest way may turn downwards, by number from 0. */
    int peak(int number) {
        return peaks[number];
    }

    int peaks() {
        return peakCount;
    }

    /** The nodes reached, lowest first, by number from 0. */
    int reached(int number) {
        return reached[number];
    }

    int reached() {
        return count;
    }

    double seconds(int node) {
        return seconds[node];
    }

    double mm(int node) {
        return mm[node];
    }

    boolean startsAt(int node) {
        return arc[node] == START;
    }

    /** The arc over which the node was reached, and the node below it. */
    int arc(int node) {
        return arc[node];
    }

    int below(int node) {
        return below[node];
    }
}
