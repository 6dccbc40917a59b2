package vn.reliefmap.routing.internal;

import com.graphhopper.util.EdgeIteratorState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.LineString;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.RoadSaid;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteStep;
import vn.reliefmap.routing.RouteStretch;
import vn.reliefmap.routing.RouteTimes;
import vn.reliefmap.routing.RouteWater;
import vn.reliefmap.routing.SnappedPlace;

/** Tells a found way: its line, its stretches by road and water, and what is not certain about it. */
final class RouteDescription {
    private final RoadGraph graph;
    private final List<DrivenEdge> edges;
    private final List<RouteStretch> stretches = new ArrayList<>();
    private double distanceM;
    private double deepestM;
    private double slowM;
    private double unobservedM;
    private int bridgesUnconfirmed;

    RouteDescription(RoadGraph graph, List<DrivenEdge> edges) {
        this.graph = graph;
        this.edges = edges;
    }

    RouteAnswer.Found describe(
            VehicleClass vehicle,
            Coordinate start,
            double durationS,
            List<RouteStep> steps,
            @Nullable RouteTimes times,
            @Nullable RouteWater water,
            SnappedPlace.Pair snapped) {
        edges.forEach(driven -> follow(driven, vehicle));
        return new RouteAnswer.Found(
                vehicle,
                line(start),
                Meters.round(distanceM),
                durationS,
                Meters.depth(deepestM),
                Meters.round(unobservedM),
                Meters.round(slowM),
                List.copyOf(stretches),
                steps,
                bridgesUnconfirmed,
                times,
                water,
                snapped);
    }

    private void follow(DrivenEdge driven, VehicleClass vehicle) {
        EdgeIteratorState edge = driven.edge();
        WaterSnapshot snapshot = driven.water();
        double lengthM = edge.getDistance();
        int base = graph.baseEdge(edge);
        double depthM = 0;
        Instant observedAt = null;
        boolean unconfirmed = false;
        RoadSaid said = null;
        RoadSaid.Allowed allowed = null;
        if (snapshot != null) {
            depthM = snapshot.depthM(base);
            observedAt = snapshot.observedAt(base);
            unconfirmed = snapshot.deckUnconfirmed(base);
            said = RoadSaid.of(snapshot.said(base));
            allowed = snapshot.byPermission(vehicle, base) ? RoadSaid.Allowed.of(snapshot.allowed(base)) : null;
            unobservedM += snapshot.unobserved(base) ? lengthM : 0;
        }
        deepestM = Math.max(deepestM, depthM);
        slowM += depthM > 0 ? lengthM : 0;
        append(new RouteStretch(
                distanceM,
                distanceM + lengthM,
                depthM > 0 ? RouteStretch.State.SLOW : RouteStretch.State.OPEN,
                Meters.depth(depthM),
                observedAt,
                RoadGraph.roadName(edge),
                unconfirmed,
                said,
                allowed));
        distanceM += lengthM;
    }

    /** Joins pieces of one road under the same water; pieces without length (a gate on a node) vanish. */
    private void append(RouteStretch next) {
        RouteStretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
        if (next.deckUnconfirmed() && (last == null || !last.deckUnconfirmed())) {
            bridgesUnconfirmed++;
        }
        if (last != null && alike(last, next)) {
            stretches.set(stretches.size() - 1, joined(last, next));
        } else if (next.toM() > next.fromM()) {
            stretches.add(next);
        }
    }

    private static boolean alike(RouteStretch a, RouteStretch b) {
        return a.state() == b.state()
                && a.depthM() == b.depthM()
                && a.deckUnconfirmed() == b.deckUnconfirmed()
                && Objects.equals(a.observedAt(), b.observedAt())
                && Objects.equals(a.said(), b.said())
                && Objects.equals(a.allowed(), b.allowed())
                && Objects.equals(a.roadName(), b.roadName());
    }

    private static RouteStretch joined(RouteStretch a, RouteStretch b) {
        return new RouteStretch(
                a.fromM(),
                b.toM(),
                a.state(),
                a.depthM(),
                a.observedAt(),
                a.roadName(),
                a.deckUnconfirmed(),
                a.said(),
                a.allowed());
    }

    /** Always at least two positions, so that a way of no length is still a valid line. */
    private LineString line(Coordinate start) {
        CoordinateList line = new CoordinateList();
        for (DrivenEdge driven : edges) {
            line.add(RoadGraph.coordinates(driven.edge()), false);
        }
        if (line.isEmpty()) {
            line.add(start, true);
        }
        if (line.size() == 1) {
            line.add(line.getCoordinate(0).copy(), true);
        }
        return Geometries.FACTORY.createLineString(line.toCoordinateArray());
    }
}
