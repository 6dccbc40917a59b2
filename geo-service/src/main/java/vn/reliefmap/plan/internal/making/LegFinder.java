package vn.reliefmap.plan.internal.making;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.plan.PlannedTour.Leg;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteFinder;
import vn.reliefmap.routing.RouteQuery;

/** Asks the route finder for every way of a plan, under the water of its travel tables, so that a vehicle that is late still gets through. */
@Component
class LegFinder {
    /** A matrix rounds to whole seconds. */
    private static final double SAME_S = 2;

    private final RouteFinder routes;

    LegFinder(RouteFinder routes) {
        this.routes = routes;
    }

    /** A way of the tables that does not hold, because the water changed while the plan was made. */
    record Broken(VehicleClass vehicle, int from, int to) {}

    /** Finds the ways of one plan and remembers those that do not hold. */
    final class Search {
        private final PlanParts parts;
        private final WorstTables.Tables tables;
        private final Set<Broken> broken = new HashSet<>();

        private Search(PlanParts parts, WorstTables.Tables tables) {
            this.parts = parts;
            this.tables = tables;
        }

        Set<Broken> broken() {
            return broken;
        }

        /** Null when the way does not hold; it is remembered then. */
        @Nullable
        Leg find(VehicleClass vehicle, int from, int to, LonLat start, LonLat end, Instant departAt) {
            if (start.equals(end)) {
                return new Leg(departAt, Legs.standing(start), 0, 0, 0, 0);
            }
            RouteAnswer answer = routes.find(
                    new RouteQuery(start, end, vehicle, parts.disaster().id(), parts.startsAt(), null, parts.endsAt()));
            double plannedS = tables.durationS(vehicle, from, to);
            Leg leg = Legs.of(answer, departAt);
            if (leg != null && leg.durationS() <= plannedS + SAME_S) {
                return leg;
            }
            broken.add(new Broken(vehicle, from, to));
            return null;
        }
    }

    Search of(PlanParts parts, WorstTables.Tables tables) {
        return new Search(parts, tables);
    }
}
