package vn.reliefmap.routing.internal;

import com.carrotsearch.hppc.IntArrayList;
import java.util.Arrays;

/**
 * Dijkstra's search from all starts at once, by driving time. What leads to a junction is an edge, or a start on the
 * middle of an edge.
 */
final class NearestStarts {
    static final int NONE = -1;

    final DrivenEdges driven;
    /** Reached junctions, the nearest first: whatever leads to one stands before it. */
    final IntArrayList settled = new IntArrayList();

    private final double[] seconds;
    private final int[] edgeTo;
    private final int[] startTo;

    NearestStarts(FloodReach reach) {
        FlatRoads roads = reach.roads;
        driven = new DrivenEdges(reach.graph, reach.snapshot.weighting(reach.vehicle));
        seconds = new double[roads.nodes()];
        edgeTo = new int[roads.nodes()];
        startTo = new int[roads.nodes()];
        Arrays.fill(seconds, Double.POSITIVE_INFINITY);
        Arrays.fill(edgeTo, NONE);
        Arrays.fill(startTo, NONE);
        BoatQueue open = new BoatQueue();
        begin(reach, open);
        boolean[] done = new boolean[roads.nodes()];
        while (!open.isEmpty()) {
            int node = open.poll();
            if (done[node]) {
                continue;
            }
            done[node] = true;
            settled.add(node);
            for (int i = 0; i < roads.degree(node); i++) {
                int edge = roads.edgeAt(node, i);
                double cost = roads.from(edge) == node ? driven.forwardS(edge) : driven.backwardS(edge);
                enter(open, roads.otherEnd(edge, node), seconds[node] + cost, edge, NONE);
            }
        }
    }

    private void begin(FloodReach reach, BoatQueue open) {
        TiedColumns starts = reach.starts;
        for (int start = 0; start < starts.size(); start++) {
            if (starts.farFromRoad(start) || reach.closed(starts.edge(start))) {
                continue;
            }
            int edge = starts.edge(start);
            if (starts.junction(start) >= 0) {
                enter(open, starts.junction(start), 0, NONE, start);
            } else {
                double share = driven.share(starts, start);
                enter(open, reach.roads.to(edge), (1 - share) * driven.forwardS(edge), NONE, start);
                enter(open, reach.roads.from(edge), share * driven.backwardS(edge), NONE, start);
            }
        }
    }

    private void enter(BoatQueue open, int node, double after, int edge, int start) {
        if (after < seconds[node]) {
            seconds[node] = after;
            edgeTo[node] = edge;
            startTo[node] = start;
            open.add(node, after);
        }
    }

    /** Driving time from the nearest start; infinite when there is no way. */
    double seconds(int node) {
        return seconds[node];
    }

    /** The edge that leads to the junction; none when a start does. */
    int edgeTo(int node) {
        return edgeTo[node];
    }

    /** The start whose own edge leads to the junction, or that stands there; none when another junction does. */
    int startTo(int node) {
        return startTo[node];
    }
}
