package vn.reliefmap.routing.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.MatrixPlace;
import vn.reliefmap.routing.MatrixQuery;
import vn.reliefmap.routing.NoWayReason;
import vn.reliefmap.routing.TravelMatrix;

/**
 * Matrices over water that is known to be deep enough: one search in all directions for each start, until it has met all
 * destinations that water joins to it. A route may also go over flood water of unknown depth where it must; a matrix never does.
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
        BoatRule rule = boats.rule(vehicle, graph, water, true);
        List<OptionalInt> from = snap(rule, query.from());
        List<OptionalInt> to = snap(rule, query.to());
        TravelMatrix.Draft draft = new TravelMatrix.Draft(
                vehicle, told(rule, query.from(), from), told(rule, query.to(), to), water.told());
        double speedMs = settings.speedMs(vehicle);
        for (int row = 0; row < from.size(); row++) {
            BoatSearch search = new BoatSearch(rule);
            from.get(row).ifPresent(start -> meet(search, rule.cells(), start, to));
            for (int column = 0; column < to.size(); column++) {
                cell(draft, search, row, column, from.get(row), to.get(column), speedMs);
            }
        }
        return draft.finish();
    }

    private static void meet(BoatSearch search, BoatCells cells, int start, List<OptionalInt> to) {
        BitSet waiting = new BitSet(cells.columns() * cells.rows());
        to.stream()
                .flatMapToInt(OptionalInt::stream)
                .filter(goal -> cells.joined(start, goal))
                .forEach(waiting::set);
        int[] left = {waiting.cardinality()};
        if (left[0] > 0) {
            search.spread(start, (cell, meters) -> !waiting.get(cell) || --left[0] > 0);
        }
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

    private List<MatrixPlace> told(BoatRule rule, List<LonLat> places, List<OptionalInt> cells) {
        List<MatrixPlace> told = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            boolean far = cells.get(i).isEmpty();
            told.add(new MatrixPlace(
                    boats.snapped(rule, places.get(i), cells.get(i)),
                    far ? NoWayReason.FAR_FROM_WATER : null,
                    null,
                    false,
                    null,
                    null));
        }
        return told;
    }
}
