package vn.reliefmap.routing.internal;

import com.carrotsearch.hppc.IntHashSet;
import com.graphhopper.routing.AlgorithmOptions;
import com.graphhopper.routing.AlternativeRoute;
import com.graphhopper.routing.Path;
import com.graphhopper.routing.lm.LMRoutingAlgorithmFactory;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.PMap;
import com.graphhopper.util.Parameters;
import com.graphhopper.util.exceptions.ConnectionNotFoundException;
import java.util.Comparator;
import java.util.List;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.AlternativeSettings;

/** Finds ways over other roads by GraphHopper's plateau method, and keeps those that really differ. */
final class DifferentWays {
    private final RoadGraph graph;
    private final VehicleClass vehicle;
    private final AlternativeSettings settings;

    DifferentWays(RoadGraph graph, VehicleClass vehicle, AlternativeSettings settings) {
        this.graph = graph;
        this.vehicle = vehicle;
        this.settings = settings;
    }

    /** True when a way has no more in common with any known one than allowed. */
    boolean differs(List<EdgeIteratorState> way, List<List<EdgeIteratorState>> known) {
        return known.stream().allMatch(other -> shared(way, other) <= settings.mostShared());
    }

    /**
     * Candidates, the quickest first; the first of all is the quickest way itself.
     *
     * @param most how many to look for, the quickest counted
     */
    List<Path> candidates(QueryGraph both, Weighting weighting, int from, int to, int most) {
        PMap hints = new PMap()
                .putObject(Parameters.Algorithms.AltRoute.MAX_PATHS, Math.max(2, most))
                .putObject(Parameters.Algorithms.AltRoute.MAX_WEIGHT, settings.longestFactor())
                .putObject(Parameters.Algorithms.AltRoute.MAX_SHARE, settings.mostShared());
        AlgorithmOptions options = new AlgorithmOptions()
                .setAlgorithm(Parameters.Algorithms.ALT_ROUTE)
                .setTraversalMode(TraversalMode.NODE_BASED)
                .setHints(hints);
        try {
            return quickestFirst(new LMRoutingAlgorithmFactory(graph.landmarks(vehicle))
                    .createAlgo(both, weighting, options)
                    .calcPaths(from, to));
        } catch (ConnectionNotFoundException e) {
            // Two parts with landmarks of their own may still be joined by a one-way street.
            return quickestFirst(
                    new AlternativeRoute(both, weighting, TraversalMode.NODE_BASED, hints).calcPaths(from, to));
        }
    }

    private static List<Path> quickestFirst(List<Path> ways) {
        return ways.stream().sorted(Comparator.comparingDouble(Path::getWeight)).toList();
    }

    /** Share of the way's length that it has in common with the other one. */
    static double shared(List<EdgeIteratorState> way, List<EdgeIteratorState> other) {
        IntHashSet edges = new IntHashSet();
        other.forEach(edge -> edges.add(edge.getEdge()));
        double lengthM = 0;
        double sharedM = 0;
        for (EdgeIteratorState edge : way) {
            lengthM += edge.getDistance();
            sharedM += edges.contains(edge.getEdge()) ? edge.getDistance() : 0;
        }
        return lengthM == 0 ? 1 : sharedM / lengthM;
    }
}
