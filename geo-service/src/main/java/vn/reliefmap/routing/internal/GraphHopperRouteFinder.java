package vn.reliefmap.routing.internal;

import com.graphhopper.routing.AlgorithmOptions;
import com.graphhopper.routing.DijkstraBidirectionRef;
import com.graphhopper.routing.Path;
import com.graphhopper.routing.lm.LMRoutingAlgorithmFactory;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.Parameters;
import com.graphhopper.util.exceptions.ConnectionNotFoundException;
import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteEnd;
import vn.reliefmap.routing.RouteFinder;
import vn.reliefmap.routing.RouteQuery;
import vn.reliefmap.routing.RouteWater;
import vn.reliefmap.routing.internal.contraction.Contraction;

/**
 * Routes with GraphHopper's landmarks over one water snapshot. Places are tied to the dry network first, so that a place
 * whose road is closed is cut off instead of being moved to the next open road. For vehicles on wheels.
 */
@Component
class GraphHopperRouteFinder implements RouteFinder {
    private final RoadsInUse network;
    private final Waters waters;
    private final WaterSnapshots snapshots;
    private final double snapLimitM;
    private final Clock clock;

    @Autowired
    GraphHopperRouteFinder(
            RoadsInUse network,
            Waters waters,
            WaterSnapshots snapshots,
            @Value("${relief.routing.snap-limit-m:500}") double snapLimitM) {
        this(network, waters, snapshots, snapLimitM, Clock.systemUTC());
    }

    GraphHopperRouteFinder(
            RoadsInUse network, Waters waters, WaterSnapshots snapshots, double snapLimitM, Clock clock) {
        this.network = network;
        this.waters = waters;
        this.snapshots = snapshots;
        this.snapLimitM = snapLimitM;
        this.clock = clock;
    }

    @Override
    public RouteAnswer find(RouteQuery query) {
        VehicleClass vehicle = WheelsOnly.require(query.vehicle());
        RoadGraph graph = network.require();
        Snap from = graph.snap(vehicle, query.from());
        Snap to = graph.snap(vehicle, query.to());
        WaterAhead ahead = query.disaster() == null ? null : ahead(graph, query, query.disaster());
        WaterOnRoads water = ahead == null ? null : ahead.water(0);
        RouteWater told = water == null ? null : Answers.water(water, query.until(), clock.instant());
        Answers answers = new Answers(graph, vehicle, water, told, from, to, snapLimitM);
        if (!near(from)) {
            return answers.far(RouteEnd.FROM);
        }
        if (!near(to)) {
            return answers.far(RouteEnd.TO);
        }
        return ahead == null
                ? dry(graph, vehicle, from, to, answers)
                : new DepartureRoutes(graph, vehicle, from, to).find(ahead, answers);
    }

    private static RouteAnswer dry(RoadGraph graph, VehicleClass vehicle, Snap from, Snap to, Answers answers) {
        QueryGraph both = QueryGraph.create(graph.base(), from, to);
        int start = from.getClosestNode();
        int end = to.getClosestNode();
        Weighting weighting = graph.dry(vehicle);
        Path path = shortest(graph, vehicle, both, weighting, start, end);
        return path.isFound()
                ? answers.found(path)
                : answers.noConnection(new CutOffSearch(both, weighting).smallerPart(start, end));
    }

    /** Over the weighting's contraction, or by landmarks while it is not ready: the same ways, later. */
    static Path shortest(
            RoadGraph graph, VehicleClass vehicle, QueryGraph both, Weighting weighting, int from, int to) {
        Contraction ready = graph.contractions().find(weighting);
        return ready == null
                ? landmarks(graph, vehicle, both, weighting, from, to)
                : new ContractedWays(graph, ready, both, weighting).path(from, to);
    }

    /** Landmarks were prepared on the dry network; they are exact for every weighting that is never below it. */
    static Path landmarks(
            RoadGraph graph, VehicleClass vehicle, QueryGraph both, Weighting weighting, int from, int to) {
        AlgorithmOptions options = new AlgorithmOptions()
                .setAlgorithm(Parameters.Algorithms.ASTAR_BI)
                .setTraversalMode(TraversalMode.NODE_BASED);
        try {
            return new LMRoutingAlgorithmFactory(graph.landmarks(vehicle))
                    .createAlgo(both, weighting, options)
                    .calcPath(from, to);
        } catch (ConnectionNotFoundException e) {
            // Two parts with landmarks of their own may still be joined by a one-way street.
            return plain(both, weighting, from, to);
        }
    }

    static Path plain(QueryGraph both, Weighting weighting, int from, int to) {
        return new DijkstraBidirectionRef(both, weighting, TraversalMode.NODE_BASED).calcPath(from, to);
    }

    private boolean near(Snap snap) {
        return snap.isValid() && snap.getQueryDistance() <= snapLimitM;
    }

    private WaterAhead ahead(RoadGraph graph, RouteQuery query, DisasterId disaster) {
        Instant departAt = query.departAt() == null ? waters.departure(disaster, clock.instant()) : query.departAt();
        return WaterAhead.of(disaster, departAt, query.until(), graph, waters, snapshots);
    }

    /** A place on the map as the answer shows it. */
    static LonLat place(Snap snap) {
        return new LonLat(
                snap.getSnappedPoint().getLon(), snap.getSnappedPoint().getLat());
    }
}
