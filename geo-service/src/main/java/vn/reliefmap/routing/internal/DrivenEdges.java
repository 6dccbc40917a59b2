package vn.reliefmap.routing.internal;

import com.graphhopper.routing.util.AllEdgesIterator;

/** What each edge costs one class under one water: 24 bytes per edge. The same seconds as a route's. */
final class DrivenEdges {
    private final double[] forwardS;
    private final double[] backwardS;
    private final double[] lengthM;

    DrivenEdges(RoadGraph graph, FloodWeighting weighting) {
        int edges = graph.base().getEdges();
        forwardS = new double[edges];
        backwardS = new double[edges];
        lengthM = new double[edges];
        AllEdgesIterator edge = graph.base().getAllEdges();
        while (edge.next()) {
            int id = edge.getEdge();
            lengthM[id] = edge.getDistance();
            forwardS[id] = weighting.calcEdgeWeight(edge, false);
            backwardS[id] = weighting.calcEdgeWeight(edge, true);
        }
    }

    double lengthM(int edge) {
        return lengthM[edge];
    }

    /** Along the edge as it is stored, in seconds; infinite when that is closed or not allowed. */
    double forwardS(int edge) {
        return forwardS[edge];
    }

    double backwardS(int edge) {
        return backwardS[edge];
    }

    /** Part of the edge that lies before a place on it, 0 to 1. */
    double share(TiedColumns places, int place) {
        double length = lengthM[places.edge(place)];
        return length > 0 ? Math.min(1, places.alongM(place) / length) : 0;
    }
}
