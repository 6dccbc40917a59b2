package vn.reliefmap.routing.internal;

import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.index.Snap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.passability.Passability;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.NoWay;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteEnd;
import vn.reliefmap.routing.RouteFinder;
import vn.reliefmap.routing.RouteQuery;
import vn.reliefmap.routing.RouteWater;
import vn.reliefmap.routing.WalkSuggestion;

/** Looks for a walk to a place that wheels do not reach: from the nearest stop that they do reach. */
@Component
class Walks {
    private final CurrentRoadNetwork network;
    private final Waters waters;
    private final WaterSnapshots snapshots;
    private final CurrentBoats boats;
    private final Passability passability;
    private final RouteFinder routes;
    private final WalkSettings settings;
    private final double snapLimitM;

    Walks(
            CurrentRoadNetwork network,
            Waters waters,
            WaterSnapshots snapshots,
            CurrentBoats boats,
            Passability passability,
            RouteFinder routes,
            WalkSettings settings,
            @Value("${relief.routing.snap-limit-m:500}") double snapLimitM) {
        this.network = network;
        this.waters = waters;
        this.snapshots = snapshots;
        this.boats = boats;
        this.passability = passability;
        this.routes = routes;
        this.settings = settings;
        this.snapLimitM = snapLimitM;
    }

    /** None for boats and transfers, and where the vehicle's own end is at fault too. */
    Optional<WalkSuggestion> toward(NoWay answer, RouteQuery query) {
        VehicleClass vehicle = query.vehicle();
        boolean wheelsOnly = vehicle.onWheels() && query.transfer() == null;
        if (!wheelsOnly || !(answer instanceof NoWay.CutOff || answer instanceof NoWay.FarFromRoad)) {
            return Optional.empty();
        }
        RoadGraph graph = network.require();
        RouteWater water = answer.water();
        WaterSnapshot snapshot =
                water == null ? null : snapshots.of(graph, waters.picture(water.disaster(), water.at()));
        if (water != null && snapshot != null && !snapshot.id().equals(water.snapshot())) {
            return Optional.empty();
        }
        boolean backward = answer.end() == RouteEnd.FROM;
        Snap other = graph.snap(vehicle, backward ? query.to() : query.from());
        if (!other.isValid()
                || other.getQueryDistance() > snapLimitM
                || (snapshot != null
                        && !snapshot.verdict(vehicle, graph.baseEdge(other.getClosestEdge()))
                                .passable())) {
            return Optional.empty();
        }
        Weighting weighting = snapshot == null ? graph.dry(vehicle) : snapshot.weighting(vehicle);
        Coordinate place = (backward ? query.from() : query.to()).coordinate();
        Envelope area = new Envelope(place);
        double degrees = settings.limitM() / 111_000;
        area.expandBy(degrees / Math.cos(Math.toRadians(place.y)), degrees);
        return grid(graph, snapshot == null ? null : snapshot.picture()).flatMap(grid -> {
            WalkGround ground = new WalkGround(grid, snapshot == null ? null : snapshot.picture(), passability, area);
            Map<Integer, List<Coordinate>> stops = WalkStops.reached(graph, weighting, other, backward, area, grid);
            return new WalkSearch(ground)
                    .walks(place, stops, settings.limitM()).stream()
                            .filter(walk ->
                                    reachedAsAsked(query, backward, walk.line().get(0)))
                            .findFirst()
                            .map(walk -> suggestion(vehicle, ground, walk));
        });
    }

    /** Roads imported before there were boats have no grid; then there are no walks. */
    private Optional<BoatGrid> grid(RoadGraph graph, @Nullable WaterPicture picture) {
        try {
            return Optional.of(boats.water(graph, picture).grid());
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    /** Whoever asks for a way to the stop, at the same departure, must get one. */
    private boolean reachedAsAsked(RouteQuery query, boolean backward, Coordinate stop) {
        LonLat at = LonLat.of(stop);
        return routes.find(new RouteQuery(
                        backward ? at : query.from(),
                        backward ? query.to() : at,
                        query.vehicle(),
                        query.disaster(),
                        query.departAt()))
                instanceof RouteAnswer.Found;
    }

    private static WalkSuggestion suggestion(VehicleClass vehicle, WalkGround ground, WalkSearch.Walk walk) {
        double deepestM = 0;
        double wadeM = 0;
        double unobservedM = 0;
        List<Coordinate> line = walk.line();
        for (int i = 1; i < line.size(); i++) {
            double stepM = Geometries.distanceMeters(line.get(i - 1), line.get(i));
            double depthM = ground.depthM(line.get(i - 1), line.get(i));
            deepestM = Math.max(deepestM, depthM);
            wadeM += depthM > 0 ? stepM : 0;
            unobservedM += ground.unobserved(line.get(i - 1), line.get(i)) ? stepM : 0;
        }
        return new WalkSuggestion(
                LonLat.of(line.get(0)),
                Geometries.FACTORY.createLineString(line.toArray(Coordinate[]::new)),
                Meters.round(walk.distanceM()),
                Meters.depth(deepestM),
                Meters.round(wadeM),
                Meters.round(unobservedM),
                StepWords.walkVi(vehicle, walk.distanceM(), deepestM, wadeM, unobservedM),
                StepWords.walkEn(vehicle, walk.distanceM(), deepestM, wadeM, unobservedM));
    }
}
