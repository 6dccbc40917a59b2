package vn.reliefmap.routing.internal;

import com.graphhopper.util.EdgeExplorer;
import com.graphhopper.util.EdgeIterator;
import com.graphhopper.util.EdgeIteratorState;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import vn.reliefmap.flood.Water;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.passability.Crossing;

/**
 * Asks a water picture about pieces of road. A bridge is not under the river it crosses: it takes the water found where
 * it meets the ground (domain facts, section 2). Other roads are not under a river either where they lie in one, but a ford
 * is. Not thread-safe: one per search or build.
 */
final class EdgeWater {
    private final RoadGraph graph;
    private final WaterPicture picture;
    private final EdgeExplorer explorer;

    EdgeWater(RoadGraph graph, WaterPicture picture) {
        this.graph = graph;
        this.picture = picture;
        this.explorer = graph.base().createEdgeExplorer();
    }

    /** The water that counts for an edge of the base graph. */
    Water of(EdgeIteratorState edge) {
        if (graph.onBridge(edge)) {
            return atEnds(edge);
        }
        return graph.crossing(edge) == Crossing.LOW ? along(edge) : look(edge, picture::floodAlong, picture::floodAt);
    }

    /** The water above or below the edge's whole line, bridge or not, rivers included. */
    Water along(EdgeIteratorState edge) {
        return look(edge, picture::along, picture::at);
    }

    private static Water look(
            EdgeIteratorState edge, Function<LineString, Water> along, Function<Coordinate, Water> at) {
        Coordinate[] line = RoadGraph.coordinates(edge);
        for (Coordinate c : line) {
            if (!c.equals2D(line[0])) {
                return along.apply(Geometries.FACTORY.createLineString(line));
            }
        }
        // The piece of road that stands for a ford or gate on a node has no length.
        return at.apply(line[0]);
    }

    private Water atEnds(EdgeIteratorState edge) {
        Water a = landing(edge.getBaseNode());
        Water b = landing(edge.getAdjNode());
        return worse(a, b);
    }

    /** Where a bridge goes on as a bridge there is no ground: such a node says nothing. */
    private Water landing(int node) {
        boolean ground = false;
        int roads = 0;
        EdgeIterator next = explorer.setBaseNode(node);
        while (next.next()) {
            roads++;
            ground |= !graph.onBridge(next);
        }
        return ground || roads == 1 ? picture.floodAt(graph.node(node)) : Water.NOWHERE_OBSERVED;
    }

    private static Water worse(Water a, Water b) {
        int order = a.state().compareTo(b.state());
        if (order == 0 && a.state() == Water.State.DRY) {
            return a.observedAt() != null
                            && b.observedAt() != null
                            && b.observedAt().isBefore(a.observedAt())
                    ? b
                    : a;
        }
        if (order == 0) {
            return a.depthM() >= b.depthM() ? a : b;
        }
        return order > 0 ? a : b;
    }
}
