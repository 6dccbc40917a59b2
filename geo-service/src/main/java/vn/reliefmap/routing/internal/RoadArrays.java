package vn.reliefmap.routing.internal;

import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.NodeAccess;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.internal.contraction.EdgeCosts;
import vn.reliefmap.routing.internal.contraction.RoadShape;

/** The road graph as plain arrays, for searches that do without GraphHopper. Edge and node numbers are the graph's. */
final class RoadArrays {
    private RoadArrays() {}

    /** Junctions of quick roads rank highest. */
    static RoadShape shape(RoadGraph graph) {
        int nodes = graph.base().getNodes();
        int edges = graph.base().getEdges();
        int[] from = new int[edges];
        int[] to = new int[edges];
        float[] rank = new float[nodes];
        FreeFlowWeighting dry = graph.dry(VehicleClass.CAR);
        AllEdgesIterator edge = graph.base().getAllEdges();
        while (edge.next()) {
            int id = edge.getEdge();
            from[id] = edge.getBaseNode();
            to[id] = edge.getAdjNode();
            double kmh = Math.max(dry.speedKmh(edge, false), dry.speedKmh(edge, true));
            float weight = (float) Math.pow(kmh, 4);
            rank[from[id]] += weight;
            rank[to[id]] += weight;
        }
        float[] lon = new float[nodes];
        float[] lat = new float[nodes];
        NodeAccess places = graph.base().getNodeAccess();
        for (int node = 0; node < nodes; node++) {
            lon[node] = (float) places.getLon(node);
            lat[node] = (float) places.getLat(node);
        }
        return new RoadShape(from, to, lon, lat, rank);
    }

    /** Exactly what the weighting says of each edge as a whole. */
    static EdgeCosts costs(RoadGraph graph, Weighting weighting) {
        int edges = graph.base().getEdges();
        double[] forward = new double[edges];
        double[] backward = new double[edges];
        int[] lengthMm = new int[edges];
        AllEdgesIterator edge = graph.base().getAllEdges();
        while (edge.next()) {
            int id = edge.getEdge();
            forward[id] = weighting.calcEdgeWeight(edge, false);
            backward[id] = weighting.calcEdgeWeight(edge, true);
            lengthMm[id] = (int) Math.round(edge.getDistance() * 1000);
        }
        return new EdgeCosts(forward, backward, lengthMm);
    }
}
