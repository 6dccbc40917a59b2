package vn.reliefmap.routing.internal;

import com.graphhopper.routing.Path;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.Graph;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.EdgeIteratorState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.flood.WaterStep;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.passability.Verdict;
import vn.reliefmap.routing.HighRiver;
import vn.reliefmap.routing.LaterStart;
import vn.reliefmap.routing.NoWay;
import vn.reliefmap.routing.RoadSaid;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteEnd;
import vn.reliefmap.routing.RouteStep;
import vn.reliefmap.routing.RouteTimes;
import vn.reliefmap.routing.RouteWater;
import vn.reliefmap.routing.SnappedPlace;

/** Puts one answer together; made for one question. */
final class Answers {
    private final RoadGraph graph;
    private final VehicleClass vehicle;
    private final @Nullable WaterOnRoads snapshot;
    private final @Nullable RouteWater water;
    private final SnappedPlace.Pair snapped;
    private final double snapLimitM;

    Answers(
            RoadGraph graph,
            VehicleClass vehicle,
            @Nullable WaterOnRoads snapshot,
            @Nullable RouteWater water,
            Snap from,
            Snap to,
            double snapLimitM) {
        this.graph = graph;
        this.vehicle = vehicle;
        this.snapshot = snapshot;
        this.water = water;
        this.snapped = new SnappedPlace.Pair(snapped(from, snapLimitM), snapped(to, snapLimitM));
        this.snapLimitM = snapLimitM;
    }

    /** A way under one water, whatever the hour. */
    RouteAnswer.Found found(Path path) {
        Weighting weighting = snapshot == null ? graph.dry(vehicle) : snapshot.weighting(vehicle);
        List<DrivenEdge> edges =
                DrivenEdge.under(snapshot, path.calcEdges(), edge -> weighting.calcEdgeWeight(edge, false));
        return found(path.getGraph(), edges, path.getWeight(), null);
    }

    /**
     * @param asked the graph that the way's edges belong to
     * @param times null when the hour does not matter
     */
    RouteAnswer.Found found(Graph asked, List<DrivenEdge> edges, double durationS, @Nullable RouteTimes times) {
        Coordinate start = from(snapped.from());
        List<RouteStep> steps = new RouteSteps(graph, asked, vehicle).of(edges, LonLat.of(start));
        return new RouteDescription(graph, edges).describe(vehicle, start, durationS, steps, times, water, snapped);
    }

    NoWay far(RouteEnd end) {
        return new NoWay.FarFromRoad(vehicle, end, snapLimitM, water, snapped);
    }

    NoWay noConnection(RouteEnd smaller) {
        return new NoWay.NoConnection(vehicle, smaller, water, snapped);
    }

    /** The road that the place is tied to is itself closed. */
    NoWay closedAt(RouteEnd end, Snap snap, @Nullable LaterStart later) {
        return cutOff(end, snap.getClosestEdge(), GraphHopperRouteFinder.place(snap), later);
    }

    /** Closed somewhere on the way: names the deepest closed piece of the best dry way, known depths first. */
    NoWay cutOff(RouteEnd end, List<EdgeIteratorState> dryWay, @Nullable LaterStart later) {
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
        return cutOff(end, worst, middle(worst), later);
    }

    /** The way is open at the departure and closes before the vehicle is through. */
    NoWay closesUnderWay(Instant closesAt, WaterOnRoads during, EdgeIteratorState edge, @Nullable LaterStart later) {
        int base = graph.baseEdge(edge);
        WaterSnapshot then = during.worst(vehicle, base);
        Verdict verdict = then.verdict(vehicle, base);
        boolean unknown = verdict.passage() == Verdict.Passage.UNKNOWN;
        return new NoWay.ClosesUnderWay(
                vehicle,
                closesAt,
                Meters.knownDepth(then.depthM(base)),
                unknown,
                verdict.limitM(),
                middle(edge),
                RoadGraph.roadName(edge),
                RoadSaid.of(then.said(base)),
                river(then, edge),
                later,
                water,
                snapped);
    }

    private @Nullable HighRiver river(WaterSnapshot water, EdgeIteratorState edge) {
        return HighRiver.of(water.river(graph.baseEdge(edge)), graph.onBridge(edge));
    }

    private static LonLat middle(EdgeIteratorState edge) {
        Coordinate[] line = RoadGraph.coordinates(edge);
        return LonLat.of(line[line.length / 2]);
    }

    /** Depth of a closed edge, 0 when it is closed by water of unknown depth, below 0 when it is passable. */
    private float closingDepth(EdgeIteratorState edge) {
        int base = graph.baseEdge(edge);
        if (snapshot == null || snapshot.verdict(vehicle, base).passable()) {
            return -1;
        }
        float depthM = snapshot.worst(vehicle, base).depthM(base);
        return Float.isNaN(depthM) ? 0 : depthM;
    }

    private NoWay cutOff(RouteEnd end, EdgeIteratorState edge, LonLat at, @Nullable LaterStart later) {
        int base = graph.baseEdge(edge);
        if (snapshot == null) {
            throw new IllegalStateException("cut off without water");
        }
        WaterSnapshot worst = snapshot.worst(vehicle, base);
        Verdict verdict = worst.verdict(vehicle, base);
        boolean unknown = verdict.passage() == Verdict.Passage.UNKNOWN;
        return new NoWay.CutOff(
                vehicle,
                end,
                Meters.knownDepth(worst.depthM(base)),
                unknown,
                verdict.limitM(),
                at,
                RoadGraph.roadName(edge),
                RoadSaid.of(worst.said(base)),
                river(worst, edge),
                later,
                water,
                snapped);
    }

    /** @param until end of the span that was asked for; null for a moment */
    static RouteWater water(WaterOnRoads roads, @Nullable Instant until, Instant now) {
        List<WaterPicture> pictures =
                roads.steps().stream().map(WaterSnapshot::picture).toList();
        WaterPicture first = pictures.get(0);
        Instant observedAt = pictures.stream()
                .map(WaterPicture::newestObservedAt)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        Long ageS = observedAt == null
                ? null
                : Math.max(0, Duration.between(observedAt, now).toSeconds());
        return new RouteWater(
                first.disaster(),
                first.at(),
                until,
                pictures.stream()
                        .map(picture -> new WaterStep(picture.at(), picture.forecast()))
                        .toList(),
                observedAt,
                pictures.stream().anyMatch(WaterPicture::forecast),
                ageS,
                roads.id());
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
