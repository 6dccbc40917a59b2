package vn.reliefmap.routing.internal.contraction;

import java.util.Arrays;

/** The arcs of one direction that some shortest way needs, at their lower ends. 20 bytes per arc and 4 per node. */
final class Arcs {
    final int[] first;
    /** The higher end. */
    final int[] head;

    final double[] seconds;
    /** Without a sign, in millimetres. */
    final int[] lengthMm;
    /** The lower node that a shortcut leads over, or the edge as {@code ~edge}. */
    final int[] via;

    Arcs(int nodes, int arcs) {
        first = new int[nodes + 1];
        head = new int[arcs];
        seconds = new double[arcs];
        lengthMm = new int[arcs];
        via = new int[arcs];
    }

    double mm(int arc) {
        return Integer.toUnsignedLong(lengthMm[arc]);
    }

    int between(int low, int high) {
        int arc = Arrays.binarySearch(head, first[low], first[low + 1], high);
        if (arc < 0) {
            throw new IllegalStateException("a shortcut is made of an arc that is not there");
        }
        return arc;
    }

    long bytes() {
        return 20L * head.length + 4L * first.length;
    }
}
