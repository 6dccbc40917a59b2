package vn.reliefmap.routing.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.flood.RoadReport.Standing;
import vn.reliefmap.flood.RoadReportSettings;
import vn.reliefmap.flood.RoadState;
import vn.reliefmap.flood.RoadWater;
import vn.reliefmap.flood.Water;
import vn.reliefmap.flood.WaterPicture;

/** What a picture's reports say of the edges of one graph. Immutable. */
final class ReportedEdges {
    private final Map<Integer, List<Standing>> byEdge = new HashMap<>();
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
    }

    private List<Standing> on(int edge) {
        return byEdge.computeIfAbsent(edge, e -> new ArrayList<>());
    }

    /** What counts for an edge, given the water seen there. */
    RoadWater water(int edge, Water seen) {
        List<Standing> said = byEdge.get(edge);
        return said == null ? RoadWater.of(seen) : RoadWater.of(seen, said, settings);
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
