package vn.reliefmap.routing.internal;

import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.EdgeIteratorState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.reliefmap.flood.RoadReport;
import vn.reliefmap.flood.RoadReport.Standing;
import vn.reliefmap.flood.RoadReport.Stretch;
import vn.reliefmap.flood.RoadReports;
import vn.reliefmap.flood.RoadState;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.geo.Bbox;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.routing.ReportedRoads;

/** Looks reports up on the graph in use, under the very snapshot that routes run under. */
@Component
class GraphReportedRoads implements ReportedRoads {
    private final CurrentRoadNetwork network;
    private final Waters waters;
    private final RoadReports reports;
    private final WaterSnapshots snapshots;
    private final NamedCrossings crossings;
    private final double reachM;

    GraphReportedRoads(
            CurrentRoadNetwork network,
            Waters waters,
            RoadReports reports,
            WaterSnapshots snapshots,
            NamedCrossings crossings,
            @Value("${relief.road-reports.reach-m:50}") double reachM) {
        this.network = network;
        this.waters = waters;
        this.reports = reports;
        this.snapshots = snapshots;
        this.crossings = crossings;
        this.reachM = reachM;
    }

    @Override
    public Stretch stretchAt(LonLat place, @Nullable RoadState state) {
        RoadGraph graph = network.require();
        Snap snap = graph.nearestRoad(place, state == RoadState.BRIDGE_GONE);
        if (!near(snap)) {
            // Many small bridges are no bridges on the map.
            snap = graph.nearestRoad(place, false);
        }
        if (!near(snap)) {
            throw Problem.badField(
                            "NO_ROAD_IN_REACH",
                            "at",
                            String.format(Locale.ROOT, "a place within %.0f m of a road", reachM),
                            String.format(Locale.ROOT, "Không có đường nào trong vòng %.0f m.", reachM),
                            String.format(Locale.ROOT, "There is no road within %.0f m.", reachM))
                    .asException();
        }
        EdgeIteratorState edge = graph.edge(graph.baseEdge(snap.getClosestEdge()));
        return new Stretch(
                graph.importId(),
                List.of((long) graph.osmWayId(edge)),
                RoadGraph.roadName(edge),
                Geometries.FACTORY.createLineString(RoadGraph.coordinates(edge)));
    }

    @Override
    public Optional<LonLat> crossingNamed(String text, LonLat near) {
        return crossings.find(text, near);
    }

    private boolean near(Snap snap) {
        return snap.isValid() && snap.getQueryDistance() <= reachM;
    }

    @Override
    public List<OnRoads> list(DisasterId disaster, Instant at, @Nullable Bbox box) {
        List<Standing> standing = reports.standing(disaster, waters.reportsUntil(disaster, at));
        if (standing.isEmpty()) {
            return List.of();
        }
        RoadGraph graph = network.require();
        WaterSnapshot snapshot = snapshots.of(graph, waters.picture(disaster, at));
        Set<UUID> deciding = new HashSet<>();
        snapshot.said().values().forEach(said -> deciding.add(said.report().id()));
        snapshot.allowed()
                .values()
                .forEach(allowed -> deciding.add(allowed.report().id()));
        List<OnRoads> found = new ArrayList<>();
        for (Standing said : standing) {
            RoadReport report = said.report();
            if (box == null || box.envelope().intersects(report.stretch().line().getEnvelopeInternal())) {
                StretchMatch match = graph.edgesOf(report);
                found.add(new OnRoads(report, status(said, match, deciding), match.foundShare()));
            }
        }
        Collections.reverse(found);
        return found;
    }

    private static Status status(Standing said, StretchMatch match, Set<UUID> deciding) {
        if (match.whole().isEmpty() && match.part().isEmpty()) {
            return Status.NOT_FOUND;
        }
        if (said.report().allowance() != null && !said.fresh()) {
            return Status.ENDED;
        }
        if (!deciding.contains(said.report().id())) {
            return Status.SUPERSEDED;
        }
        return said.fresh() ? Status.IN_FORCE : Status.UNCONFIRMED;
    }
}
