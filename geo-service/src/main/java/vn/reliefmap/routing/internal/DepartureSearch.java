package vn.reliefmap.routing.internal;

import com.carrotsearch.hppc.IntDoubleHashMap;
import com.carrotsearch.hppc.IntIntHashMap;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.util.EdgeExplorer;
import com.graphhopper.util.EdgeIterator;
import com.graphhopper.util.EdgeIteratorState;
import java.util.ArrayDeque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The earliest arrival from one departure, forward in time. By the law of {@link TimedDriving} an earlier arrival at a
 * junction is never worse than a later one, so each junction needs its earliest arrival only.
 *
 * <p>The landmarks of the dry roads bound the way that is left: water never makes a road quicker. Their distances are
 * rounded, so a bound may fall by a little more than a road is long; a junction whose arrival is improved is therefore
 * looked at again, and the search ends when nothing left can arrive before the best arrival found.
 */
final class DepartureSearch {
    private final QueryGraph graph;
    private final TimedDriving driving;
    private final IntToDoubleFunction boundS;
    private final IntDoubleHashMap arrivalS = new IntDoubleHashMap();
    private final IntIntHashMap arrivedBy = new IntIntHashMap();
    private final PriorityQueue<Label> open = new PriorityQueue<>();

    /** @param boundS at least so many seconds lie between a node and the destination; 0 is always true */
    DepartureSearch(QueryGraph graph, TimedDriving driving, IntToDoubleFunction boundS) {
        this.graph = graph;
        this.driving = driving;
        this.boundS = boundS;
    }

    private record Label(double earliestEndS, double arrivalS, int node) implements Comparable<Label> {
        @Override
        public int compareTo(Label other) {
            return Double.compare(earliestEndS, other.earliestEndS);
        }
    }

    @Nullable
    TimedWay find(int from, int to) {
        EdgeExplorer explorer = graph.createEdgeExplorer();
        arrive(from, 0, EdgeIterator.NO_EDGE);
        while (!open.isEmpty()) {
            Label label = open.remove();
            if (label.node == to) {
                return way(from, to);
            }
            if (label.arrivalS > arrivalS.get(label.node)) {
                continue;
            }
            EdgeIterator edge = explorer.setBaseNode(label.node);
            while (edge.next()) {
                arrive(edge.getAdjNode(), driving.leftS(edge, label.arrivalS), edge.getEdge());
            }
        }
        return null;
    }

    private void arrive(int node, double atS, int edge) {
        if (Double.isFinite(atS) && atS < arrivalS.getOrDefault(node, Double.POSITIVE_INFINITY)) {
            arrivalS.put(node, atS);
            arrivedBy.put(node, edge);
            open.add(new Label(atS + boundS.applyAsDouble(node), atS, node));
        }
    }

    private TimedWay way(int from, int to) {
        ArrayDeque<EdgeIteratorState> edges = new ArrayDeque<>();
        int node = to;
        while (node != from) {
            EdgeIteratorState edge = graph.getEdgeIteratorState(arrivedBy.get(node), node);
            edges.addFirst(edge);
            node = edge.getBaseNode();
        }
        return new TimedWay(List.copyOf(edges), arrivalS.get(to));
    }
}
