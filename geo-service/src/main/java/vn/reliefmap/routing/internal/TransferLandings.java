package vn.reliefmap.routing.internal;

import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.EdgeExplorer;
import com.graphhopper.util.EdgeIterator;
import com.graphhopper.util.EdgeIteratorState;
import java.util.HashMap;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;

/**
 * Where goods can change from a truck to a boat: every place along every road that the truck reaches from its start, in a
 * cell with water for the boat or beside one. Bridges are none; their decks lie above the water. Used once.
 */
final class TransferLandings {
    /**
     * One of them.
     *
     * @param edge of the base graph
     * @param at on that edge
     * @param truckS driving time from the start
     */
    record Landing(int edge, LonLat at, double truckS) {}

    private final RoadGraph graph;
    private final Roadside roadside;
    private final Map<Integer, Landing> byCell = new HashMap<>();

    private TransferLandings(RoadGraph graph, BoatRule rule) {
        this.graph = graph;
        this.roadside = new Roadside(rule);
    }

    /**
     * By the cell that the boat starts from, the quickest for each.
     *
     * @param from a snap of its own: a query graph leaves its marks on it
     */
    static Map<Integer, Landing> reach(RoadGraph graph, Weighting truck, Snap from, BoatRule rule) {
        TransferLandings landings = new TransferLandings(graph, rule);
        QueryGraph roads = QueryGraph.create(graph.base(), from);
        EdgeExplorer explorer = roads.createEdgeExplorer();
        ShortestPathTree tree = new ShortestPathTree(roads, truck, false, TraversalMode.NODE_BASED);
        tree.setWeightLimit(Double.MAX_VALUE);
        tree.search(from.getClosestNode(), label -> {
            EdgeIterator edge = explorer.setBaseNode(label.node);
            while (edge.next()) {
                double seconds = truck.calcEdgeWeight(edge, false);
                if (Double.isFinite(seconds) && !graph.onBridge(edge)) {
                    landings.follow(edge, label.weight, seconds);
                }
            }
        });
        return landings.byCell;
    }

    /** Looks along an edge from its base node. */
    private void follow(EdgeIteratorState edge, double startS, double edgeS) {
        Coordinate[] line = RoadGraph.coordinates(edge);
        double lengthM = Geometries.lengthMeters(Geometries.FACTORY.createLineString(line));
        int base = graph.baseEdge(edge);
        roadside.follow(line, (cell, at, alongM) -> {
            double truckS = startS + (lengthM == 0 ? 0 : edgeS * alongM / lengthM);
            Landing known = byCell.get(cell);
            if (known == null || truckS < known.truckS()) {
                byCell.put(cell, new Landing(base, LonLat.of(at), truckS));
            }
        });
    }
}
