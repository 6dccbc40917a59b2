package vn.reliefmap.routing.internal;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.Crossing;
import vn.reliefmap.passability.Passability;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.BoatLandings;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteEnd;
import vn.reliefmap.routing.RouteQuery;
import vn.reliefmap.routing.RouteWater;
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

    RouteAnswer find(RouteQuery query, RoadGraph graph, QuestionWater water) {
        VehicleClass vehicle = query.vehicle();
        for (BoatRule rule : rules(vehicle, graph, water)) {
            OptionalInt from = snap(rule, query.from());
            OptionalInt to = snap(rule, query.to());
            if (from.isPresent() && to.isPresent()) {
                List<Integer> way = new BoatSearch(rule).way(from.getAsInt(), to.getAsInt());
                if (!way.isEmpty()) {
                    return BoatWay.of(rule, way)
                            .describe(vehicle, settings.speedMs(vehicle), water.told(), snapped(rule, query));
                }
            }
        }
        return none(query, last(vehicle, graph, water), water.told());
    }

    /** What a boat may use, the more certain first. */
    List<BoatRule> rules(VehicleClass vehicle, RoadGraph graph, QuestionWater water) {
        BoatWater depths = boats.worst(graph, water.pictures());
        short needsMm = (short) Math.ceil(needsM(vehicle) * 1000 - 1e-3);
        double mostMs = passability.mostCurrentMs(vehicle);
        return List.of(new BoatRule(depths, needsMm, mostMs, true), new BoatRule(depths, needsMm, mostMs, false));
    }

    /** Where boats take over for those whom no wheels reach, under the water of that search. */
    BoatLandings landings(VehicleClass boat, FloodReach reach, IslandParts parts) {
        List<BoatRule> rules = rules(boat, reach.graph, new QuestionWater(reach.snapshot, null));
        return new BestLandings(
                reach, parts, rules.get(0), rules.get(1), settings.snapLimitM(), settings.speedMs(boat));
    }

    private BoatRule last(VehicleClass vehicle, RoadGraph graph, QuestionWater water) {
        List<BoatRule> rules = rules(vehicle, graph, water);
        return rules.get(rules.size() - 1);
    }

    private double needsM(VehicleClass vehicle) {
        return passability.limitM(vehicle, Crossing.ROAD);
    }

    private RouteAnswer none(RouteQuery query, BoatRule rule, @Nullable RouteWater water) {
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
        return new RouteAnswer.NoWaterBetween(query.vehicle(), smaller, needsM(query.vehicle()), water, snapped);
    }

    private static RouteEnd smallerPart(BoatRule rule, int from, int to) {
        BoatCells cells = rule.cells();
        return cells.size(cells.part(to)) < cells.size(cells.part(from)) ? RouteEnd.TO : RouteEnd.FROM;
    }

    RouteAnswer far(
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
        return new RouteAnswer.FarFromWater(
                vehicle, end, settings.snapLimitM(), depthM, needsM(vehicle), water, snapped);
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
