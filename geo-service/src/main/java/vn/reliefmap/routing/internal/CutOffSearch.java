package vn.reliefmap.routing.internal;

import com.carrotsearch.hppc.IntHashSet;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.EdgeExplorer;
import com.graphhopper.util.EdgeIterator;
import java.util.ArrayDeque;
import vn.reliefmap.routing.RouteEnd;

/**
 * Tells which of two places that do not reach each other is cut off: the one whose part of the network is smaller. Both
 * parts grow in turns, so that the cost is that of the smaller one.
 */
final class CutOffSearch {
    private final QueryGraph graph;
    private final Weighting weighting;

    CutOffSearch(QueryGraph graph, Weighting weighting) {
        this.graph = graph;
        this.weighting = weighting;
    }

    RouteEnd smallerPart(int fromNode, int toNode) {
        Part from = new Part(fromNode, false);
        Part to = new Part(toNode, true);
        while (true) {
            if (!from.grow()) {
                return RouteEnd.FROM;
            }
            if (!to.grow()) {
                return RouteEnd.TO;
            }
        }
    }

    private final class Part {
        private final EdgeExplorer explorer = graph.createEdgeExplorer();
        private final IntHashSet seen = new IntHashSet();
        private final ArrayDeque<Integer> open = new ArrayDeque<>();
        private final boolean backward;

        Part(int start, boolean backward) {
            this.backward = backward;
            seen.add(start);
            open.add(start);
        }

        /** Visits one more node; false when there is none left. */
        boolean grow() {
            Integer node = open.poll();
            if (node == null) {
                return false;
            }
            EdgeIterator edge = explorer.setBaseNode(node);
            while (edge.next()) {
                if (Double.isFinite(weighting.calcEdgeWeight(edge, backward)) && seen.add(edge.getAdjNode())) {
                    open.add(edge.getAdjNode());
                }
            }
            return true;
        }
    }
}
