package vn.reliefmap.routing.internal;

import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.EdgeIteratorState;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import vn.reliefmap.geo.Geometries;

/**
 * Places where a vehicle can stop and people walk on: along passable roads in an area that it reaches from the other end,
 * or that the other end is reached from. Bridges are none.
 */
final class WalkStops {
    private WalkStops() {}

    /**
     * By the cell they lie in.
     *
     * @param other where the vehicle comes from or goes to; a snap of its own, as a query graph leaves its marks on it
     * @param backward true when it drives from the stops to the other end
     */
    static Map<Integer, List<Coordinate>> reached(
            RoadGraph graph, Weighting weighting, Snap other, boolean backward, Envelope area, BoatGrid grid) {
        BitSet nodes = new BitSet();
        QueryGraph roads = QueryGraph.create(graph.base(), other);
        ShortestPathTree tree = new ShortestPathTree(roads, weighting, backward, TraversalMode.NODE_BASED);
        tree.setWeightLimit(Double.MAX_VALUE);
        tree.search(other.getClosestNode(), label -> nodes.set(label.node));
        BitSet edges = new BitSet();
        graph.edgesNear(area, edges);
        Map<Integer, List<Coordinate>> stops = new HashMap<>();
        edges.stream()
                .mapToObj(graph::edge)
                .filter(edge -> !graph.onBridge(edge) && usable(edge, weighting, nodes, backward))
                .forEach(edge -> along(RoadGraph.coordinates(edge), grid, stops));
        return stops;
    }

    /** Driven on from an end that is reached; backwards, driven towards an end from which the other place is reached. */
    private static boolean usable(EdgeIteratorState edge, Weighting weighting, BitSet nodes, boolean backward) {
        return (nodes.get(edge.getBaseNode()) && Double.isFinite(weighting.calcEdgeWeight(edge, backward)))
                || (nodes.get(edge.getAdjNode()) && Double.isFinite(weighting.calcEdgeWeight(edge, !backward)));
    }

    /** Not at its two ends: there a place might be tied to another road, which may be closed. */
    private static void along(Coordinate[] line, BoatGrid grid, Map<Integer, List<Coordinate>> stops) {
        for (int i = 1; i < line.length; i++) {
            int steps = 2 + (int) (Geometries.distanceMeters(line[i - 1], line[i]) / grid.heightM());
            for (int s = 1; s < steps; s++) {
                double share = (double) s / steps;
                Coordinate at = new LineSegment(line[i - 1], line[i]).pointAlong(share);
                int column = grid.column(at.x);
                int row = grid.row(at.y);
                if (grid.contains(column, row)) {
                    stops.computeIfAbsent(grid.cell(column, row), cell -> new ArrayList<>())
                            .add(at);
                }
            }
        }
    }
}
