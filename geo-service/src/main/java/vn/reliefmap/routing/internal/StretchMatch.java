package vn.reliefmap.routing.internal;

import com.graphhopper.util.EdgeIteratorState;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import vn.reliefmap.flood.RoadReport.Stretch;

/**
 * The edges of one road graph that a reported stretch lies on. On the roads it was marked on these are the very edges; on
 * a newer extract those of the same OpenStreetMap ways along the same line, and where a way has another number now,
 * those along the line.
 *
 * @param whole edges that lie on the stretch from end to end
 * @param part edges that only partly lie on it: what closes the stretch closes them too, what opens it does not open them
 * @param foundShare share of the stretch that has edges, 0 to 1
 */
record StretchMatch(List<Integer> whole, List<Integer> part, double foundShare) {
    /** Two extracts may draw the same road so far apart. */
    private static final double TOLERANCE_M = 15;

    private static final double SAME_ROADS_TOLERANCE_M = 1;
    private static final double NEARLY_ALL = 0.95;
    private static final double LEAST_PART_M = 10;
    private static final double SAME_LINE_SHARE = 0.8;
    /** About 30 m. */
    private static final double MARGIN_DEG = 0.0003;

    static StretchMatch of(RoadGraph graph, Stretch stretch) {
        boolean sameRoads = graph.importId() == stretch.importId();
        LineNearness near =
                new LineNearness(stretch.line().getCoordinates(), sameRoads ? SAME_ROADS_TOLERANCE_M : TOLERANCE_M);
        Envelope box = new Envelope(stretch.line().getEnvelopeInternal());
        box.expandBy(MARGIN_DEG);
        BitSet candidates = new BitSet();
        graph.edgesNear(box, candidates);
        List<Integer> whole = new ArrayList<>();
        List<Integer> part = new ArrayList<>();
        BitSet others = new BitSet();
        for (int edge = candidates.nextSetBit(0); edge >= 0; edge = candidates.nextSetBit(edge + 1)) {
            EdgeIteratorState state = graph.edge(edge);
            double share = state.getDistance() > 0 ? near.share(RoadGraph.coordinates(state)) : 0;
            if (!stretch.ways().contains((long) graph.osmWayId(state))) {
                others.set(edge, share >= SAME_LINE_SHARE);
            } else if (share >= NEARLY_ALL) {
                whole.add(edge);
            } else if (!sameRoads && share * state.getDistance() >= LEAST_PART_M) {
                part.add(edge);
            }
        }
        double found = found(graph, stretch, whole, part);
        if (!sameRoads && found < NEARLY_ALL) {
            for (int edge = others.nextSetBit(0); edge >= 0; edge = others.nextSetBit(edge + 1)) {
                double share = near.share(RoadGraph.coordinates(graph.edge(edge)));
                (share >= NEARLY_ALL ? whole : part).add(edge);
            }
            found = found(graph, stretch, whole, part);
        }
        return new StretchMatch(List.copyOf(whole), List.copyOf(part), found);
    }

    private static double found(RoadGraph graph, Stretch stretch, List<Integer> whole, List<Integer> part) {
        List<LineNearness> edges = new ArrayList<>();
        whole.forEach(edge -> edges.add(new LineNearness(RoadGraph.coordinates(graph.edge(edge)), TOLERANCE_M)));
        part.forEach(edge -> edges.add(new LineNearness(RoadGraph.coordinates(graph.edge(edge)), TOLERANCE_M)));
        return LineNearness.share(
                stretch.line().getCoordinates(), place -> edges.stream().anyMatch(edge -> edge.touches(place)));
    }
}
