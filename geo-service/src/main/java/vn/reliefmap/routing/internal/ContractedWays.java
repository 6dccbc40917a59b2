package vn.reliefmap.routing.internal;

import com.graphhopper.routing.Path;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.EdgeIteratorState;
import vn.reliefmap.routing.internal.contraction.Contraction;
import vn.reliefmap.routing.internal.contraction.Way;

/** Searches a contraction between two nodes of a query graph; answers as GraphHopper's own searches do. */
final class ContractedWays {
    private final RoadGraph graph;
    private final Contraction contraction;
    private final QueryGraph both;
    private final Weighting weighting;

    ContractedWays(RoadGraph graph, Contraction contraction, QueryGraph both, Weighting weighting) {
        this.graph = graph;
        this.contraction = contraction;
        this.both = both;
        this.weighting = weighting;
    }

    Path path(int from, int to) {
        Path path = new Path(both).setFromNode(from).setEndNode(to);
        if (from == to) {
            return path.setFound(true).setWeight(0);
        }
        PlaceEnds start = PlaceEnds.of(graph, both, weighting, from, true);
        PlaceEnds end = PlaceEnds.of(graph, both, weighting, to, false);
        Way way = contraction.way(start.ends(), end.ends());
        int direct = PlaceEnds.direct(both, from, to);
        EdgeIteratorState piece = direct < graph.base().getEdges() ? null : both.getEdgeIteratorState(direct, to);
        double alongS = piece == null ? Double.POSITIVE_INFINITY : weighting.calcEdgeWeight(piece, false);
        if (way == null || alongS <= way.seconds()) {
            return alongS == Double.POSITIVE_INFINITY ? path : found(path, new int[] {direct}, alongS);
        }
        return found(path, edges(start, way, end), way.seconds());
    }

    private static int[] edges(PlaceEnds start, Way way, PlaceEnds end) {
        int before = start.pieces().length == 0 ? 0 : 1;
        int after = end.pieces().length == 0 ? 0 : 1;
        int[] edges = new int[before + way.edges().length + after];
        for (int i = 0; i < way.edges().length; i++) {
            int step = way.edges()[i];
            edges[before + i] = step < 0 ? ~step : step;
        }
        if (before > 0) {
            edges[0] = start.pieces()[way.first()];
        }
        if (after > 0) {
            edges[edges.length - 1] = end.pieces()[way.last()];
        }
        return edges;
    }

    private Path found(Path path, int[] edges, double seconds) {
        for (int edge : edges) {
            path.addEdge(edge);
        }
        path.setWeight(seconds).setFound(true);
        for (EdgeIteratorState edge : path.calcEdges()) {
            path.addDistance(edge.getDistance());
            path.addTime(weighting.calcEdgeMillis(edge, false));
        }
        return path;
    }
}
