package vn.reliefmap.plan.internal.making;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.cluster.Demand;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.MatrixQuery;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteFinder;
import vn.reliefmap.routing.RouteQuery;
import vn.reliefmap.routing.TravelMatrices;
import vn.reliefmap.routing.TravelMatrix;
import vn.reliefmap.supply.Depot;

/**
 * Where goods change from trucks to boats: for the stop with the most people that no landing serves well yet, the landing
 * of the quickest way by truck and boat under the worst water of the plan, and so on.
 */
@Component
class Landings {
    /** More boat time from the nearest landing makes a stop ask for one of its own (weak value). */
    private static final double NEAR_S = 20 * 60;

    private static final int MOST = 8;
    private static final int NEAREST_DEPOTS = 2;
    /** Questions that found nothing better do not go on for ever. */
    private static final int MOST_QUESTIONS = 12;

    private final RouteFinder routes;
    private final TravelMatrices matrices;

    Landings(RouteFinder routes, TravelMatrices matrices) {
        this.routes = routes;
        this.matrices = matrices;
    }

    /** @param known landings of the plan before, which come first, so that they keep their names */
    List<LonLat> find(PlanParts parts, Demand demand, List<StopDraft> stops, VehicleClass boat, List<LonLat> known) {
        List<StopDraft> waiting = new ArrayList<>(stops);
        waiting.sort(Comparator.comparingInt((StopDraft stop) -> -people(demand, stop)));
        List<LonLat> landings = new ArrayList<>(known);
        for (LonLat landing : known) {
            waiting = notNear(parts, landing, waiting, boat);
        }
        for (int asked = 0; asked < MOST_QUESTIONS && landings.size() < MOST && !waiting.isEmpty(); asked++) {
            StopDraft stop = waiting.remove(0);
            RouteAnswer.Transferred way = quickest(parts, stop, boat);
            if (way != null && !landings.contains(way.at())) {
                landings.add(way.at());
                waiting = notNear(parts, way.at(), waiting, boat);
            }
        }
        return landings;
    }

    private static int people(Demand demand, StopDraft stop) {
        return stop.members().stream().mapToInt(demand::people).sum();
    }

    private RouteAnswer.@Nullable Transferred quickest(PlanParts parts, StopDraft stop, VehicleClass boat) {
        RouteAnswer.Transferred best = null;
        for (Depot depot : nearest(parts, stop)) {
            RouteAnswer answer = routes.find(new RouteQuery(
                    depot.place(),
                    stop.place(),
                    VehicleClass.TRUCK,
                    parts.disaster().id(),
                    parts.startsAt(),
                    boat,
                    parts.endsAt()));
            if (answer instanceof RouteAnswer.Transferred way
                    && way.boat().needsConfirmationM() == 0
                    && (best == null || way.durationS() < best.durationS())) {
                best = way;
            }
        }
        return best;
    }

    private static List<Depot> nearest(PlanParts parts, StopDraft stop) {
        return parts.depots().stream()
                .sorted(Comparator.comparingDouble(depot -> Geometries.distanceMeters(
                        depot.place().coordinate(), stop.place().coordinate())))
                .limit(NEAREST_DEPOTS)
                .toList();
    }

    private List<StopDraft> notNear(PlanParts parts, LonLat landing, List<StopDraft> stops, VehicleClass boat) {
        if (stops.isEmpty()) {
            return stops;
        }
        TravelMatrix row = matrices.find(new MatrixQuery(
                List.of(landing),
                stops.stream().map(StopDraft::place).toList(),
                boat,
                parts.disaster().id(),
                parts.startsAt(),
                parts.endsAt()));
        List<StopDraft> left = new ArrayList<>();
        for (int s = 0; s < stops.size(); s++) {
            if (!(row.durationS(0, s) <= NEAR_S)) {
                left.add(stops.get(s));
            }
        }
        return left;
    }
}
