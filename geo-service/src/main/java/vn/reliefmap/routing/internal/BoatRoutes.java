package vn.reliefmap.routing.internal;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.Crossing;
import vn.reliefmap.passability.Passability;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.BoatLandings;
import vn.reliefmap.routing.NoWay;
import vn.reliefmap.routing.RouteEnd;
import vn.reliefmap.routing.RouteQuery;
import vn.reliefmap.routing.RouteWater;
import vn.reliefmap.routing.RunsAground;
import vn.reliefmap.routing.SnappedPlace;

/**
 * Finds ways for boats: over water that is known to be deep enough where there is such a way, else also over flood water
 * of unknown depth.
 */
@Component
class BoatRoutes {
    private final CurrentBoats boats;
    private final Passability passability;
    private final BoatSettings settings;

    BoatRoutes(CurrentBoats boats, Passability passability, BoatSettings settings) {
        this.boats = boats;
        this.passability = passability;
        this.settings = settings;
    }

    WaterSearch search(RouteQuery query, RoadGraph graph) {
        return new WaterSearch() {
            @Override
            public @Nullable Way way(QuestionWater water, boolean confirmedOnly) {
                return BoatRoutes.this.way(query, rule(query.vehicle(), graph, water, confirmedOnly), water.told());
            }

            @Override
            public NoWay none(QuestionWater water) {
                return BoatRoutes.this.none(query, rule(query.vehicle(), graph, water, false), water.told());
            }

            @Override
            public @Nullable NoWay closed(Way way, QuestionWater then, Instant from) {
                return aground(query.vehicle(), graph, way, then, from);
            }
        };
    }

    private WaterSearch.@Nullable Way way(RouteQuery query, BoatRule rule, @Nullable RouteWater told) {
        OptionalInt from = snap(rule, query.from());
        OptionalInt to = snap(rule, query.to());
        if (from.isEmpty() || to.isEmpty()) {
            return null;
        }
        List<Integer> cells = new BoatSearch(rule).way(from.getAsInt(), to.getAsInt());
        return cells.isEmpty()
                ? null
                : new WaterSearch.Way(
                        BoatWay.of(rule, cells)
                                .describe(
                                        query.vehicle(), settings.speedMs(query.vehicle()), told, snapped(rule, query)),
                        List.of(),
                        cells);
    }

    /** The first cell of the way that the boat does not pass then; null when it passes all. */
    @Nullable
    RunsAground aground(VehicleClass boat, RoadGraph graph, WaterSearch.Way way, QuestionWater then, Instant from) {
        BoatRule rule = rule(boat, graph, then, false);
        return way.cells().stream()
                .filter(cell -> !rule.passes(cell))
                .findFirst()
                .map(cell -> new RunsAground(
                        boat,
                        from,
                        rule.water().depthMm(cell) < 0 ? null : rule.water().depthMm(cell) / 1000.0,
                        needsM(boat),
                        LonLat.of(rule.water().grid().centre(cell)),
                        then.told(),
                        way.answer().snapped()))
                .orElse(null);
    }

    /**
     * What a boat may use.
     *
     * @param confirmedOnly false when water of unknown depth may be tried
     */
    BoatRule rule(VehicleClass vehicle, RoadGraph graph, QuestionWater water, boolean confirmedOnly) {
        short needsMm = (short) Math.ceil(needsM(vehicle) * 1000 - 1e-3);
        return new BoatRule(
                boats.worst(graph, water.pictures()), needsMm, passability.mostCurrentMs(vehicle), confirmedOnly);
    }

    /** Where boats take over for those whom no wheels reach, under the water of that search. */
    BoatLandings landings(VehicleClass boat, FloodReach reach, IslandParts parts) {
        QuestionWater water = new QuestionWater(reach.snapshot, null);
        return new BestLandings(
                reach,
                parts,
                rule(boat, reach.graph, water, true),
                rule(boat, reach.graph, water, false),
                settings.snapLimitM(),
                settings.speedMs(boat));
    }

    private double needsM(VehicleClass vehicle) {
        return passability.limitM(vehicle, Crossing.ROAD);
    }

    private NoWay none(RouteQuery query, BoatRule rule, @Nullable RouteWater water) {
        OptionalInt from = snap(rule, query.from());
        OptionalInt to = snap(rule, query.to());
        SnappedPlace.Pair snapped = snapped(rule, query);
        if (from.isEmpty()) {
            return far(query.vehicle(), RouteEnd.FROM, rule, query.from(), water, snapped);
        }
        if (to.isEmpty()) {
            return far(query.vehicle(), RouteEnd.TO, rule, query.to(), water, snapped);
        }
        RouteEnd smaller = smallerPart(rule, from.getAsInt(), to.getAsInt());
        return new NoWay.NoWaterBetween(query.vehicle(), smaller, needsM(query.vehicle()), water, snapped);
    }

    private static RouteEnd smallerPart(BoatRule rule, int from, int to) {
        BoatCells cells = rule.cells();
        return cells.size(cells.part(to)) < cells.size(cells.part(from)) ? RouteEnd.TO : RouteEnd.FROM;
    }

    NoWay far(
            VehicleClass vehicle,
            RouteEnd end,
            BoatRule rule,
            LonLat place,
            @Nullable RouteWater water,
            SnappedPlace.Pair snapped) {
        BoatGrid grid = rule.water().grid();
        int column = grid.column(place.lon());
        int row = grid.row(place.lat());
        double depthM =
                grid.contains(column, row) ? Math.max(0, rule.water().depthMm(grid.cell(column, row))) / 1000.0 : 0;
        return new NoWay.FarFromWater(vehicle, end, settings.snapLimitM(), depthM, needsM(vehicle), water, snapped);
    }

    /** The nearest cell that the boat may use; empty when none is near enough. */
    OptionalInt snap(BoatRule rule, LonLat place) {
        return rule.water().grid().nearest(place.coordinate(), settings.snapLimitM(), rule.cells()::passes);
    }

    private SnappedPlace.Pair snapped(BoatRule rule, RouteQuery query) {
        return new SnappedPlace.Pair(snapped(rule, query.from()), snapped(rule, query.to()));
    }

    SnappedPlace snapped(BoatRule rule, LonLat place) {
        return snapped(rule, place, snap(rule, place));
    }

    SnappedPlace snapped(BoatRule rule, LonLat place, OptionalInt cell) {
        if (cell.isEmpty()) {
            return new SnappedPlace(null, null);
        }
        LonLat point = LonLat.of(rule.water().grid().centre(cell.getAsInt()));
        return new SnappedPlace(point, Meters.round(Meters.between(place, point)));
    }
}
