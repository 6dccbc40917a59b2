package vn.reliefmap.routing.internal;

import com.graphhopper.util.EdgeIteratorState;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import vn.reliefmap.flood.RiverAlert;
import vn.reliefmap.flood.RiverCrossing;
import vn.reliefmap.flood.RoadReport.Standing;
import vn.reliefmap.flood.RoadReportSettings;
import vn.reliefmap.flood.RoadState;
import vn.reliefmap.flood.RoadWater;
import vn.reliefmap.flood.Water;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.passability.Crossing;

/** What a picture's reports, and rivers on alert, say of the edges of one graph. Immutable. */
final class ReportedEdges {
    private final Map<Integer, List<Standing>> byEdge = new HashMap<>();
    private final Map<Integer, RiverAlert> rivers = new HashMap<>();
    private final RoadReportSettings settings;

    ReportedEdges(RoadGraph graph, WaterPicture picture, RoadReportSettings settings) {
        this.settings = settings;
        for (Standing standing : picture.roadReports()) {
            StretchMatch match = graph.edgesOf(standing.report());
            match.whole().forEach(edge -> on(edge).add(standing));
            if (standing.report().state().closes()) {
                match.part().forEach(edge -> on(edge).add(standing));
            }
        }
        for (RiverAlert river : picture.riverAlerts()) {
            river.crossings().forEach(crossing -> cross(graph, river, crossing));
        }
    }

    /** The bridges and fords there; a road that crosses the line of a river in any other way is a drawing of its own. */
    private void cross(RoadGraph graph, RiverAlert river, RiverCrossing crossing) {
        BitSet near = new BitSet();
        graph.edgesNear(crossing.box(), near);
        for (int edge = near.nextSetBit(0); edge >= 0; edge = near.nextSetBit(edge + 1)) {
            EdgeIteratorState state = graph.edge(edge);
            if (graph.osmWayId(state) == crossing.osmWayId()
                    && (graph.onBridge(state) || graph.crossing(state) == Crossing.LOW)
                    && touches(state, crossing.box())) {
                rivers.merge(edge, river, (a, b) -> a.risenAt().isBefore(b.risenAt()) ? b : a);
            }
        }
    }

    private static boolean touches(EdgeIteratorState edge, Envelope box) {
        return Geometries.FACTORY
                .createLineString(RoadGraph.coordinates(edge))
                .intersects(Geometries.FACTORY.toGeometry(box));
    }

    private List<Standing> on(int edge) {
        return byEdge.computeIfAbsent(edge, e -> new ArrayList<>());
    }

    /** What counts for an edge, given the water seen there. */
    RoadWater water(int edge, Water seen) {
        List<Standing> said = byEdge.get(edge);
        Water worst = underHighRiver(edge, seen);
        return said == null ? RoadWater.of(worst) : RoadWater.of(worst, said, settings);
    }

    /** Over a river on alert the water is of unknown depth, as if that had been seen when it last rose. */
    private Water underHighRiver(int edge, Water seen) {
        RiverAlert river = rivers.get(edge);
        if (river == null) {
            return seen;
        }
        boolean wet = seen.state() == Water.State.WET || seen.state() == Water.State.UNKNOWN;
        boolean wetLater = wet && seen.observedAt() != null && seen.observedAt().isAfter(river.risenAt());
        return new Water(
                Water.State.UNKNOWN,
                seen.depthM(),
                wetLater ? seen.observedAt() : river.risenAt(),
                seen.estimatedM(),
                seen.currentMs());
    }

    /** The river on alert that the edge leads over; null when there is none. */
    @Nullable
    RiverAlert river(int edge) {
        return rivers.get(edge);
    }

    /** The newest permission for trucks that still stands; null when there is none. */
    @Nullable
    Standing allowed(int edge) {
        Standing newest = null;
        for (Standing standing : byEdge.getOrDefault(edge, List.of())) {
            newest = standing.report().state() == RoadState.TRUCK_ALLOWED ? standing : newest;
        }
        return newest == null || !newest.fresh() ? null : newest;
    }
}
