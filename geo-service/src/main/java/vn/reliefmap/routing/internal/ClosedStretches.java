package vn.reliefmap.routing.internal;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntIntHashMap;
import com.graphhopper.util.EdgeIteratorState;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.passability.Verdict;
import vn.reliefmap.routing.ClosedStretch;
import vn.reliefmap.routing.HighRiver;
import vn.reliefmap.routing.RoadSaid;

/**
 * Joins closed edges to stretches that a crew would clear as one: the same road, whatever joins it, and whatever
 * continues it where nothing else joins, such as a bridge with a name of its own.
 */
final class ClosedStretches {
    private final FloodReach reach;
    private final List<IntArrayList> stretches = new ArrayList<>();
    private final IntIntHashMap stretchOf = new IntIntHashMap();

    ClosedStretches(FloodReach reach) {
        this.reach = reach;
        BitSet closed = reach.closedEdges();
        IntIntHashMap label = labels(closed);
        Joined joined = new Joined(reach.roads.edges());
        for (int edge = closed.nextSetBit(0); edge >= 0; edge = closed.nextSetBit(edge + 1)) {
            join(edge, reach.roads.from(edge), label, joined);
            join(edge, reach.roads.to(edge), label, joined);
        }
        IntIntHashMap numbers = new IntIntHashMap();
        for (int edge = closed.nextSetBit(0); edge >= 0; edge = closed.nextSetBit(edge + 1)) {
            int group = joined.group(edge);
            int stretch = numbers.getOrDefault(group, stretches.size());
            if (stretch == stretches.size()) {
                numbers.put(group, stretch);
                stretches.add(new IntArrayList(4));
            }
            stretches.get(stretch).add(edge);
            stretchOf.put(edge, stretch);
        }
    }

    private IntIntHashMap labels(BitSet closed) {
        Map<String, Integer> numbers = new HashMap<>();
        IntIntHashMap label = new IntIntHashMap();
        for (int edge = closed.nextSetBit(0); edge >= 0; edge = closed.nextSetBit(edge + 1)) {
            EdgeIteratorState state = reach.graph.edge(edge);
            String name = RoadGraph.roadName(state);
            String road = name != null ? name : "way " + reach.graph.osmWayId(state);
            label.put(edge, numbers.computeIfAbsent(road, r -> numbers.size()));
        }
        return label;
    }

    private void join(int edge, int node, IntIntHashMap label, Joined joined) {
        int degree = reach.roads.degree(node);
        for (int i = 0; i < degree; i++) {
            int other = reach.roads.edgeAt(node, i);
            if (other != edge && reach.closed(other) && (degree == 2 || label.get(other) == label.get(edge))) {
                joined.join(edge, other);
            }
        }
    }

    int count() {
        return stretches.size();
    }

    IntArrayList edges(int stretch) {
        return stretches.get(stretch);
    }

    /** −1 for an edge that is not closed. */
    int of(int edge) {
        return stretchOf.getOrDefault(edge, -1);
    }

    ClosedStretch describe(int stretch) {
        IntArrayList edges = stretches.get(stretch);
        Map<String, Double> lengths = new HashMap<>();
        double lengthM = 0;
        int worst = edges.get(0);
        boolean unknown = false;
        for (int i = 0; i < edges.size(); i++) {
            int edge = edges.get(i);
            EdgeIteratorState state = reach.graph.edge(edge);
            lengthM += state.getDistance();
            String name = RoadGraph.roadName(state);
            if (name != null) {
                lengths.merge(name, state.getDistance(), Double::sum);
            }
            float depthM = depthM(edge);
            unknown |= Float.isNaN(depthM);
            // Float.compare puts NaN, unknown, above every depth.
            worst = Float.compare(depthM, depthM(worst)) > 0 ? edge : worst;
        }
        Verdict verdict = reach.snapshot.verdict(reach.vehicle, worst);
        Coordinate[] line = RoadGraph.coordinates(reach.graph.edge(worst));
        return new ClosedStretch(
                longest(lengths),
                Meters.round(lengthM),
                unknown ? null : Meters.knownDepth(depthM(worst)),
                verdict.limitM(),
                RoadSaid.of(then(worst).said(worst)),
                HighRiver.of(then(worst).river(worst), reach.graph.onBridge(reach.graph.edge(worst))),
                LonLat.of(line[line.length / 2]),
                passableFor(edges));
    }

    /** The step of the water that closes the edge. */
    private WaterSnapshot then(int edge) {
        return reach.snapshot.worst(reach.vehicle, edge);
    }

    private float depthM(int edge) {
        return then(edge).depthM(edge);
    }

    private static @Nullable String longest(Map<String, Double> lengths) {
        return lengths.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private List<VehicleClass> passableFor(IntArrayList edges) {
        List<VehicleClass> classes = new ArrayList<>();
        for (VehicleClass vehicle : RoadRules.CLASSES) {
            boolean through = true;
            for (int i = 0; i < edges.size() && through; i++) {
                int edge = edges.get(i);
                through = reach.graph.dry(vehicle).usable(reach.graph.edge(edge))
                        && reach.snapshot.verdict(vehicle, edge).passable();
            }
            if (through) {
                classes.add(vehicle);
            }
        }
        return List.copyOf(classes);
    }
}
