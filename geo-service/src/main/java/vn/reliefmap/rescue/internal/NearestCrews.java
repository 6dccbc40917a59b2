package vn.reliefmap.rescue.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.rescue.Crew;
import vn.reliefmap.routing.MatrixQuery;
import vn.reliefmap.routing.NoWay;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteFinder;
import vn.reliefmap.routing.RouteQuery;
import vn.reliefmap.routing.TravelMatrices;
import vn.reliefmap.routing.TravelMatrix;

/**
 * Asks the roads and the water who can get where. A matrix for each class puts the crews in order; the one that is chosen
 * is confirmed by a route, which knows the water of the hours until it is there. Water of unknown depth carries nobody.
 */
@Component
class NearestCrews {
    private static final Logger LOG = LoggerFactory.getLogger(NearestCrews.class);

    private final TravelMatrices matrices;
    private final RouteFinder routes;

    NearestCrews(TravelMatrices matrices, RouteFinder routes) {
        this.matrices = matrices;
        this.routes = routes;
    }

    /** Travel times of some crews to some places, which lie in one disaster. */
    static final class Table {
        private final DisasterId disaster;
        private final Map<UUID, double[]> durationS = new HashMap<>();
        private final Map<VehicleClass, Refusal[]> refusals = new EnumMap<>(VehicleClass.class);
        private int waysAsked;

        private Table(DisasterId disaster) {
            this.disaster = disaster;
        }

        /** Crews that seem to get to the place, the quickest first; boats that a truck carries are among them in any case. */
        List<Crew> inOrder(List<Crew> crews, int place) {
            return crews.stream()
                    .filter(crew -> seconds(crew, place) < Double.POSITIVE_INFINITY || crew.byTruck())
                    .sorted(Comparator.comparingDouble(crew -> seconds(crew, place)))
                    .toList();
        }

        double seconds(Crew crew, int place) {
            double[] row = durationS.get(crew.id());
            return row == null ? Double.POSITIVE_INFINITY : row[place];
        }

        /** Why the crews of a class do not get to the place; null when some do. */
        @Nullable
        Refusal refusal(VehicleClass vehicle, int place) {
            Refusal[] row = refusals.get(vehicle);
            return row == null ? null : row[place];
        }

        /** How many ways were asked for after it. */
        int waysAsked() {
            return waysAsked;
        }
    }

    /** Why there is no way, in both languages. */
    record Refusal(String reason, String vi, String en) {}

    /** What a crew was found to need, or why it cannot get there. */
    record Trip(@Nullable Integer seconds, @Nullable Refusal refusal) {}

    Table table(DisasterId disaster, List<Crew> crews, List<LonLat> places) {
        Table table = new Table(disaster);
        Map<VehicleClass, List<Crew>> byClass = crews.stream()
                .collect(Collectors.groupingBy(
                        Crew::vehicleClass, () -> new EnumMap<>(VehicleClass.class), Collectors.toList()));
        byClass.forEach((vehicle, those) -> fill(table, vehicle, those, places));
        return table;
    }

    private void fill(Table table, VehicleClass vehicle, List<Crew> crews, List<LonLat> places) {
        Refusal[] refusals = new Refusal[places.size()];
        table.refusals.put(vehicle, refusals);
        try {
            TravelMatrix matrix = matrices.find(
                    new MatrixQuery(crews.stream().map(Crew::place).toList(), places, vehicle, table.disaster, null));
            for (int row = 0; row < crews.size(); row++) {
                double[] seconds = new double[places.size()];
                for (int place = 0; place < seconds.length; place++) {
                    seconds[place] = matrix.durationS(row, place);
                    if (!matrix.found(row, place)) {
                        refusals[place] = NobodyWords.noWay(vehicle, matrix.reason(row, place));
                    }
                }
                table.durationS.put(crews.get(row).id(), seconds);
            }
        } catch (ProblemException e) {
            LOG.warn("No travel times for {}: {}", vehicle.word(), e.problem().code());
            Arrays.fill(refusals, NobodyWords.problem(e.problem()));
        }
    }

    /** The way of one crew to the place, under the water until it is there. */
    Trip trip(Crew crew, LonLat place, Table table) {
        List<Trip> trips = new ArrayList<>();
        trips.add(trip(new RouteQuery(crew.place(), place, crew.vehicleClass(), table.disaster, null)));
        if (crew.byTruck()) {
            trips.add(trip(new RouteQuery(
                    crew.place(), place, VehicleClass.TRUCK, table.disaster, null, crew.vehicleClass())));
        }
        table.waysAsked += trips.size();
        return trips.stream()
                .filter(trip -> trip.seconds() != null)
                .min(Comparator.comparingInt(trip -> trip.seconds() == null ? Integer.MAX_VALUE : trip.seconds()))
                .orElse(trips.get(trips.size() - 1));
    }

    private Trip trip(RouteQuery query) {
        try {
            RouteAnswer answer = routes.find(query);
            if (answer instanceof NoWay none) {
                return new Trip(null, new Refusal("no_way", none.vi(), none.en()));
            }
            if (unconfirmedM(answer) > 0) {
                return new Trip(null, NobodyWords.unknownWater());
            }
            double seconds = answer instanceof RouteAnswer.Found road
                    ? road.durationS()
                    : answer instanceof RouteAnswer.OverWater water ? water.durationS() : 0;
            return new Trip((int) Math.ceil(seconds), null);
        } catch (ProblemException e) {
            return new Trip(null, NobodyWords.problem(e.problem()));
        }
    }

    /** Metres over water of unknown depth. */
    private static double unconfirmedM(RouteAnswer answer) {
        if (answer instanceof RouteAnswer.Afloat boat) {
            return boat.needsConfirmationM();
        }
        return answer instanceof RouteAnswer.Transferred both ? both.boat().needsConfirmationM() : 0;
    }
}
