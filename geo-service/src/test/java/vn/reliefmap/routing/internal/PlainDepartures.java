package vn.reliefmap.routing.internal;

import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.EdgeExplorer;
import com.graphhopper.util.EdgeIterator;
import com.graphhopper.util.EdgeIteratorState;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;

/**
 * The law of trips through changing water, written down a second time without bound or shortcut: Dijkstra over all
 * junctions in the order of time. Shares the weighting of an edge under one water with the program, and nothing else.
 */
final class PlainDepartures {
    private final RoadGraph graph;
    private final VehicleClass vehicle;
    private final List<WaterSnapshot> waters;
    private final List<FloodWeighting> weightings;
    private final List<Instant> starts;

    /** @param waters oldest first */
    PlainDepartures(RoadGraph graph, VehicleClass vehicle, List<WaterSnapshot> waters) {
        this.graph = graph;
        this.vehicle = vehicle;
        this.waters = waters;
        this.weightings = waters.stream().map(water -> water.weighting(vehicle)).toList();
        this.starts = waters.stream().map(water -> water.picture().at()).toList();
    }

    private record Visit(double atS, int node) implements Comparable<Visit> {
        @Override
        public int compareTo(Visit other) {
            int order = Double.compare(atS, other.atS);
            return order == 0 ? Integer.compare(node, other.node) : order;
        }
    }

    /** Seconds from the departure to the arrival; infinite when there is no way. */
    double seconds(LonLat from, LonLat to, Instant departAt) {
        Snap start = graph.snap(vehicle, from);
        Snap end = graph.snap(vehicle, to);
        QueryGraph both = QueryGraph.create(graph.base(), start, end);
        int first = stepAt(departAt);
        if (closedDuring(graph.baseEdge(start.getClosestEdge()), first, first)) {
            return Double.POSITIVE_INFINITY;
        }
        double[] bestS = new double[both.getNodes()];
        Arrays.fill(bestS, Double.POSITIVE_INFINITY);
        bestS[start.getClosestNode()] = 0;
        EdgeExplorer roads = both.createEdgeExplorer();
        PriorityQueue<Visit> queue = new PriorityQueue<>(List.of(new Visit(0, start.getClosestNode())));
        while (!queue.isEmpty()) {
            Visit visit = queue.remove();
            if (visit.node == end.getClosestNode()) {
                break;
            }
            if (visit.atS > bestS[visit.node]) {
                continue;
            }
            EdgeIterator edge = roads.setBaseNode(visit.node);
            while (edge.next()) {
                double arrivalS = drive(edge, departAt, visit.atS);
                if (arrivalS < bestS[edge.getAdjNode()]) {
                    bestS[edge.getAdjNode()] = arrivalS;
                    queue.add(new Visit(arrivalS, edge.getAdjNode()));
                }
            }
        }
        double arrivalS = bestS[end.getClosestNode()];
        boolean drowned = Double.isFinite(arrivalS)
                && closedDuring(graph.baseEdge(end.getClosestEdge()), first, lastStepBefore(departAt, arrivalS));
        return drowned ? Double.POSITIVE_INFINITY : arrivalS;
    }

    private double drive(EdgeIteratorState edge, Instant departAt, double enteredS) {
        int first = stepAt(departAt);
        double toGoM = edge.getDistance();
        double nowS = enteredS;
        for (int step = first; ; step++) {
            double wholeS = weightings.get(step).calcEdgeWeight(edge, false);
            if (Double.isInfinite(wholeS)) {
                return Double.POSITIVE_INFINITY;
            }
            double endS = endS(departAt, step);
            if (endS <= enteredS) {
                continue;
            }
            double metresPerSecond = edge.getDistance() / wholeS;
            if (edge.getDistance() == 0 || nowS + toGoM / metresPerSecond <= endS) {
                return edge.getDistance() == 0 ? nowS : nowS + toGoM / metresPerSecond;
            }
            toGoM -= (endS - nowS) * metresPerSecond;
            nowS = endS;
        }
    }

    private boolean closedDuring(int edge, int first, int last) {
        for (int step = first; step <= last; step++) {
            if (!waters.get(step).verdict(vehicle, edge).passable()) {
                return true;
            }
        }
        return false;
    }

    private int stepAt(Instant moment) {
        int step = 0;
        while (step + 1 < starts.size() && !starts.get(step + 1).isAfter(moment)) {
            step++;
        }
        return step;
    }

    private int lastStepBefore(Instant departAt, double arrivalS) {
        int step = stepAt(departAt);
        while (endS(departAt, step) < arrivalS) {
            step++;
        }
        return step;
    }

    private double endS(Instant departAt, int step) {
        return step + 1 == starts.size()
                ? Double.POSITIVE_INFINITY
                : (starts.get(step + 1).toEpochMilli() - departAt.toEpochMilli()) / 1000.0;
    }
}
