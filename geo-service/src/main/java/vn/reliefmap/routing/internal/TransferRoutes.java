package vn.reliefmap.routing.internal;

import com.graphhopper.routing.Path;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.EdgeIteratorState;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.NoWay;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteEnd;
import vn.reliefmap.routing.RouteQuery;
import vn.reliefmap.routing.SnappedPlace;
import vn.reliefmap.routing.internal.TransferLandings.Landing;

/**
 * Finds the itinerary by truck and boat that arrives first. Exact: one search from the start gives the truck's time to
 * every landing, one from the destination the boat's, and the least sum wins.
 */
@Component
class TransferRoutes {
    private final BoatRoutes boats;
    private final BoatSettings settings;
    private final double snapLimitM;

    TransferRoutes(
            BoatRoutes boats, BoatSettings settings, @Value("${relief.routing.snap-limit-m:500}") double snapLimitM) {
        this.boats = boats;
        this.settings = settings;
        this.snapLimitM = snapLimitM;
    }

    /** For places that the truck alone does not reach. */
    WaterSearch search(RouteQuery query, VehicleClass boat, RoadGraph graph) {
        return new WaterSearch() {
            @Override
            public @Nullable Way way(QuestionWater water, boolean confirmedOnly) {
                return noStart(query, graph, water) == null
                        ? TransferRoutes.this.way(query, boat, graph, water, confirmedOnly)
                        : null;
            }

            @Override
            public NoWay none(QuestionWater water) {
                return TransferRoutes.this.none(query, boat, graph, water);
            }

            @Override
            public @Nullable NoWay closed(Way way, QuestionWater then, Instant from) {
                NoWay road = closes(query, graph, way, then, from);
                return road == null ? boats.aground(boat, graph, way, then, from) : road;
            }
        };
    }

    /** Why the truck cannot even leave; null when it can. */
    private @Nullable NoWay noStart(RouteQuery query, RoadGraph graph, QuestionWater water) {
        Snap from = graph.snap(query.vehicle(), query.from());
        if (!from.isValid() || from.getQueryDistance() > snapLimitM) {
            return answers(query, graph, water).far(RouteEnd.FROM);
        }
        return leaves(graph, query.vehicle(), water, from)
                ? null
                : answers(query, graph, water).closedAt(RouteEnd.FROM, from, null);
    }

    private Answers answers(RouteQuery query, RoadGraph graph, QuestionWater water) {
        VehicleClass truck = query.vehicle();
        return new Answers(
                graph,
                truck,
                water.roads(),
                water.told(),
                graph.snap(truck, query.from()),
                graph.snap(truck, query.to()),
                snapLimitM);
    }

    private WaterSearch.@Nullable Way way(
            RouteQuery query, VehicleClass boat, RoadGraph graph, QuestionWater water, boolean confirmedOnly) {
        BoatRule rule = boats.rule(boat, graph, water, confirmedOnly);
        OptionalInt goal = boats.snap(rule, query.to());
        if (goal.isEmpty()) {
            return null;
        }
        Weighting weighting = water.roads() == null
                ? graph.dry(query.vehicle())
                : water.roads().weighting(query.vehicle());
        Map<Integer, Landing> landings =
                TransferLandings.reach(graph, weighting, graph.snap(query.vehicle(), query.from()), rule);
        Best best = new Best(landings, settings.speedMs(boat));
        BoatSearch search = new BoatSearch(rule);
        search.spread(goal.getAsInt(), best::settled);
        if (best.landing == null) {
            return null;
        }
        List<Integer> toLanding = search.back(best.cell);
        Collections.reverse(toLanding);
        return itinerary(query, boat, graph, water, weighting, rule, best.landing, toLanding);
    }

    private NoWay none(RouteQuery query, VehicleClass boat, RoadGraph graph, QuestionWater water) {
        NoWay noStart = noStart(query, graph, water);
        if (noStart != null) {
            return noStart;
        }
        BoatRule widest = boats.rule(boat, graph, water, false);
        Snap from = graph.snap(query.vehicle(), query.from());
        SnappedPlace.Pair snapped =
                new SnappedPlace.Pair(Answers.snapped(from, snapLimitM), boats.snapped(widest, query.to()));
        return boats.snap(widest, query.to()).isEmpty()
                ? boats.far(boat, RouteEnd.TO, widest, query.to(), water.told(), snapped)
                : new NoWay.NoLanding(query.vehicle(), boat, water.told(), snapped);
    }

    /** The first road of the way that is closed to the truck then; null when all are open. */
    private @Nullable NoWay closes(
            RouteQuery query, RoadGraph graph, WaterSearch.Way way, QuestionWater then, Instant from) {
        WaterOnRoads water = then.roads();
        if (water == null) {
            return null;
        }
        for (EdgeIteratorState edge : way.road()) {
            if (!water.verdict(query.vehicle(), graph.baseEdge(edge)).passable()) {
                return answers(query, graph, then).closesUnderWay(from, water, edge, null);
            }
        }
        return null;
    }

    private static boolean leaves(RoadGraph graph, VehicleClass truck, QuestionWater water, Snap from) {
        WaterOnRoads snapshot = water.roads();
        return snapshot == null
                || snapshot.verdict(truck, graph.baseEdge(from.getClosestEdge()))
                        .passable();
    }

    private WaterSearch.Way itinerary(
            RouteQuery query,
            VehicleClass boat,
            RoadGraph graph,
            QuestionWater water,
            Weighting weighting,
            BoatRule rule,
            Landing landing,
            List<Integer> cells) {
        Snap start = graph.snap(query.vehicle(), query.from());
        Snap stop = graph.snapOn(landing.edge(), landing.at());
        QueryGraph roads = QueryGraph.create(graph.base(), start, stop);
        Path path = GraphHopperRouteFinder.shortest(
                graph, query.vehicle(), roads, weighting, start.getClosestNode(), stop.getClosestNode());
        RouteAnswer.Found road =
                new Answers(graph, query.vehicle(), water.roads(), water.told(), start, stop, snapLimitM).found(path);
        SnappedPlace.Pair afloat = new SnappedPlace.Pair(
                new SnappedPlace(
                        LonLat.of(rule.water().grid().centre(cells.get(0))),
                        Meters.round(Meters.between(
                                landing.at(), LonLat.of(rule.water().grid().centre(cells.get(0)))))),
                boats.snapped(rule, query.to()));
        RouteAnswer.Afloat way = BoatWay.of(rule, cells).describe(boat, settings.speedMs(boat), water.told(), afloat);
        double waitS = settings.transferTime().toSeconds();
        return new WaterSearch.Way(
                new RouteAnswer.Transferred(
                        road,
                        landing.at(),
                        waitS,
                        way,
                        RouteSteps.joined(road.steps(), landing.at(), waitS, way.steps()),
                        null),
                path.calcEdges(),
                cells);
    }

    /** Keeps the landing with the least sum while the boat's search comes by, and ends it when none can be better. */
    private static final class Best {
        private final Map<Integer, Landing> landings;
        private final double speedMs;
        private final double quickestTruckS;
        private @Nullable Landing landing;
        private int cell;
        private double seconds = Double.POSITIVE_INFINITY;

        Best(Map<Integer, Landing> landings, double speedMs) {
            this.landings = landings;
            this.speedMs = speedMs;
            this.quickestTruckS = landings.values().stream()
                    .mapToDouble(Landing::truckS)
                    .min()
                    .orElse(Double.POSITIVE_INFINITY);
        }

        boolean settled(int here, double meters) {
            double boatS = meters / speedMs;
            if (boatS + quickestTruckS >= seconds) {
                return false;
            }
            Landing found = landings.get(here);
            if (found != null && found.truckS() + boatS < seconds) {
                landing = found;
                cell = here;
                seconds = found.truckS() + boatS;
            }
            return !landings.isEmpty();
        }
    }
}
