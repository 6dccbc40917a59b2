package vn.reliefmap.routing.internal;

import com.graphhopper.routing.util.AllEdgesIterator;
import vn.reliefmap.passability.VehicleClass;

/** One class's dry roads as arrays: 17 bytes per edge and 4 per node. Edge and node numbers are the graph's. */
final class FlatRoads {
    private static final byte FORWARD = 1;
    private static final byte BACKWARD = 2;

    private final int nodes;
    private final int[] from;
    private final int[] to;
    private final byte[] ways;
    /** Where a node's edges begin in {@link #incident}. */
    private final int[] first;

    private final int[] incident;

    FlatRoads(RoadGraph graph, VehicleClass vehicle) {
        FreeFlowWeighting dry = graph.dry(vehicle);
        nodes = graph.base().getNodes();
        int edges = graph.base().getEdges();
        from = new int[edges];
        to = new int[edges];
        ways = new byte[edges];
        first = new int[nodes + 1];
        AllEdgesIterator edge = graph.base().getAllEdges();
        while (edge.next()) {
            int id = edge.getEdge();
            from[id] = edge.getBaseNode();
            to[id] = edge.getAdjNode();
            ways[id] = (byte)
                    ((dry.speedKmh(edge, false) > 0 ? FORWARD : 0) | (dry.speedKmh(edge, true) > 0 ? BACKWARD : 0));
            if (ways[id] != 0) {
                first[from[id] + 1]++;
                first[to[id] + 1]++;
            }
        }
        for (int node = 0; node < nodes; node++) {
            first[node + 1] += first[node];
        }
        incident = new int[first[nodes]];
        int[] next = first.clone();
        for (int id = 0; id < edges; id++) {
            if (ways[id] != 0) {
                incident[next[from[id]]++] = id;
                incident[next[to[id]]++] = id;
            }
        }
    }

    int nodes() {
        return nodes;
    }

    int edges() {
        return from.length;
    }

    /** False for roads that the class never uses; these are at no node. */
    boolean usable(int edge) {
        return ways[edge] != 0;
    }

    int from(int edge) {
        return from[edge];
    }

    int to(int edge) {
        return to[edge];
    }

    boolean forward(int edge) {
        return (ways[edge] & FORWARD) != 0;
    }

    boolean backward(int edge) {
        return (ways[edge] & BACKWARD) != 0;
    }

    /** How many usable edges meet at the node; a loop counts twice. */
    int degree(int node) {
        return first[node + 1] - first[node];
    }

    /** The node's edges by number, 0 to below its degree. */
    int edgeAt(int node, int number) {
        return incident[first[node] + number];
    }

    boolean leaves(int edge, int node) {
        return (from[edge] == node && forward(edge)) || (to[edge] == node && backward(edge));
    }

    int otherEnd(int edge, int node) {
        return from[edge] == node ? to[edge] : from[edge];
    }
}
