package vn.reliefmap.routing.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.MatrixPlace;
import vn.reliefmap.routing.MatrixQuery;
import vn.reliefmap.routing.NoWayReason;
import vn.reliefmap.routing.TravelMatrix;

/**
 * Matrices over water that is known to be deep enough: one search in all directions for each start. A route may also go
 * over flood water of unknown depth where it must; a matrix never does.
 */
@Component
class BoatMatrices {
    private final BoatRoutes boats;
    private final BoatSettings settings;

    BoatMatrices(BoatRoutes boats, BoatSettings settings) {
        this.boats = boats;
        this.settings = settings;
    }

    TravelMatrix find(MatrixQuery query, RoadGraph graph, QuestionWater water) {
        VehicleClass vehicle = query.vehicle();
        BoatRule rule = boats.rules(vehicle, graph, water).get(0);
        List<OptionalInt> from = snap(rule, query.from());
        List<OptionalInt> to = snap(rule, query.to());
        TravelMatrix.Draft draft =
                new TravelMatrix.Draft(vehicle, told(rule, query.from()), told(rule, query.to()), water.told());
        double speedMs = settings.speedMs(vehicle);
        Set<Integer> goals = new HashSet<>();
        to.forEach(cell -> cell.ifPresent(goals::add));
        for (int row = 0; row < from.size(); row++) {
            BoatSearch search = new BoatSearch(rule);
            if (from.get(row).isPresent()) {
                Set<Integer> waiting = new HashSet<>(goals);
                search.spread(from.get(row).getAsInt(), (cell, meters) -> {
                    waiting.remove(cell);
                    return !waiting.isEmpty();
                });
            }
            for (int column = 0; column < to.size(); column++) {
                cell(draft, search, row, column, from.get(row), to.get(column), speedMs);
            }
        }
        return draft.finish();
    }

    private static void cell(
            TravelMatrix.Draft draft,
            BoatSearch search,
            int row,
            int column,
            OptionalInt from,
            OptionalInt to,
            double speedMs) {
        if (from.isEmpty() || to.isEmpty()) {
            draft.none(row, column, NoWayReason.FAR_FROM_WATER);
            return;
        }
        double meters = search.meters(to.getAsInt());
        if (Double.isFinite(meters)) {
            draft.way(row, column, meters / speedMs, Meters.round(meters));
        } else {
            draft.none(row, column, NoWayReason.NO_WATER_BETWEEN);
        }
    }

    private List<OptionalInt> snap(BoatRule rule, List<LonLat> places) {
        return places.stream().map(place -> boats.snap(rule, place)).toList();
    }

    private List<MatrixPlace> told(BoatRule rule, List<LonLat> places) {
        List<MatrixPlace> told = new ArrayList<>();
        for (LonLat place : places) {
            var snapped = boats.snapped(rule, place);
            told.add(new MatrixPlace(
                    snapped, snapped.point() == null ? NoWayReason.FAR_FROM_WATER : null, null, false, null, null));
        }
        return told;
    }
}
