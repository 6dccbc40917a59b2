package vn.reliefmap.routing.internal;

import com.graphhopper.routing.Path;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.EdgeIteratorState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.passability.Verdict;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteEnd;
import vn.reliefmap.routing.RouteStep;
import vn.reliefmap.routing.RouteWater;
import vn.reliefmap.routing.SnappedPlace;

/** Puts one answer together; made for one question. */
final class Answers {
    private final RoadGraph graph;
    private final VehicleClass vehicle;
    private final @Nullable WaterSnapshot snapshot;
    private final @Nullable RouteWater water;
    private final SnappedPlace.Pair snapped;
    private final double snapLimitM;

    Answers(
            RoadGraph graph,
            VehicleClass vehicle,
            @Nullable WaterSnapshot snapshot,
            Instant now,
            Snap from,
            Snap to,
            double snapLimitM) {
        this.graph = graph;
        this.vehicle = vehicle;
        this.snapshot = snapshot;
        this.water = snapshot == null ? null : water(snapshot, now);
        this.snapped = new SnappedPlace.Pair(snapped(from, snapLimitM), snapped(to, snapLimitM));
        this.snapLimitM = snapLimitM;
    }

    RouteAnswer.Found found(Path path) {
        List<EdgeIteratorState> edges = path.calcEdges();
        Coordinate start = from(snapped.from());
        Weighting weighting = snapshot == null ? graph.dry(vehicle) : snapshot.weighting(vehicle);
        List<RouteStep> steps = new RouteSteps(
                        graph, path.getGraph(), vehicle, snapshot, edge -> weighting.calcEdgeWeight(edge, false))
                .of(edges, LonLat.of(start));
        return new RouteDescription(graph, snapshot, edges)
                .describe(vehicle, start, path.getWeight(), steps, water, snapped);
    }

    RouteAnswer far(RouteEnd end) {
        return new RouteAnswer.FarFromRoad(vehicle, end, snapLimitM, water, snapped);
    }

    RouteAnswer noConnection(RouteEnd smaller) {
        return new RouteAnswer.NoConnection(vehicle, smaller, water, snapped);
    }

    /** The road that the place is tied to is itself closed. */
    RouteAnswer closedAt(RouteEnd end, Snap snap) {
        return cutOff(end, snap.getClosestEdge(), GraphHopperRouteFinder.place(snap));
    }

    /** Closed somewhere on the way: names the deepest closed piece of the best dry way, known depths first. */
    RouteAnswer cutOff(RouteEnd end, List<EdgeIteratorState> dryWay) {
        EdgeIteratorState worst = null;
        float deepest = -1;
        for (EdgeIteratorState edge : dryWay) {
            float depthM = closingDepth(edge);
            if (depthM > deepest) {
                deepest = depthM;
                worst = edge;
            }
        }
        if (worst == null) {
            // The way was closed a moment ago and is not any more: impossible for one immutable snapshot.
            throw new IllegalStateException("no closed edge on the dry way");
        }
        Coordinate[] line = RoadGraph.coordinates(worst);
        return cutOff(end, worst, LonLat.of(line[line.length / 2]));
    }

    /** Depth of a closed edge, 0 when it is closed by water of unknown depth, below 0 when it is passable. */
    private float closingDepth(EdgeIteratorState edge) {
        int base = graph.baseEdge(edge);
        if (snapshot == null || snapshot.verdict(vehicle, base).passable()) {
            return -1;
        }
        float depthM = snapshot.depthM(base);
        return Float.isNaN(depthM) ? 0 : depthM;
    }

    private RouteAnswer cutOff(RouteEnd end, EdgeIteratorState edge, LonLat at) {
        int base = graph.baseEdge(edge);
        if (snapshot == null) {
            throw new IllegalStateException("cut off without water");
        }
        Verdict verdict = snapshot.verdict(vehicle, base);
        boolean unknown = verdict.passage() == Verdict.Passage.UNKNOWN;
        return new RouteAnswer.CutOff(
                vehicle,
                end,
                unknown ? null : Meters.depth(snapshot.depthM(base)),
                unknown,
                verdict.limitM(),
                at,
                RoadGraph.roadName(edge),
                water,
                snapped);
    }

    static RouteWater water(WaterSnapshot snapshot, Instant now) {
        WaterPicture picture = snapshot.picture();
        Instant observedAt = picture.newestObservedAt();
        Long ageS = observedAt == null
                ? null
                : Math.max(0, Duration.between(observedAt, now).toSeconds());
        return new RouteWater(picture.disaster(), picture.at(), observedAt, picture.forecast(), ageS, snapshot.id());
    }

    static SnappedPlace snapped(Snap snap, double limitM) {
        if (!snap.isValid()) {
            return new SnappedPlace(null, null);
        }
        double distanceM = Meters.round(snap.getQueryDistance());
        return new SnappedPlace(
                snap.getQueryDistance() <= limitM ? GraphHopperRouteFinder.place(snap) : null, distanceM);
    }

    private static Coordinate from(SnappedPlace place) {
        LonLat point = place.point();
        if (point == null) {
            throw new IllegalStateException("a route from a place without a road");
        }
        return point.coordinate();
    }
}
