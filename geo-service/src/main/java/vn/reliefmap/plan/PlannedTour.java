package vn.reliefmap.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.LineString;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.passability.VehicleClass;

/**
 * Everything that one vehicle does.
 *
 * @param number from 1, as people call it
 * @param depot where the vehicle belongs
 * @param endsAt when it is home
 * @param deepestM deepest water on all its ways
 */
public record PlannedTour(
        int number,
        VehicleId vehicle,
        String vehicleName,
        VehicleClass vehicleClass,
        DepotId depot,
        Instant startsAt,
        Instant endsAt,
        double distanceM,
        double drivenS,
        double deepestM,
        List<PlannedTrip> trips) {

    /**
     * One call for each stop at homes, the one that serves most of them: several calls at a stop bring the same homes more, and whoever
     * counts homes counts them once.
     */
    public Collection<Call> homeStops() {
        Map<String, Call> stops = trips.stream()
                .flatMap(trip -> trip.calls().stream())
                .filter(call -> call.landing() == null)
                .collect(Collectors.toMap(
                        Call::homeStop,
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparingInt(Call::households)),
                        LinkedHashMap::new));
        return stops.values();
    }

    /**
     * From loading to the last hand-over, and home or to the next loading.
     *
     * @param origin where it loads
     * @param loads sum of what it hands over
     * @param legs the ways: to the origin first when the vehicle stood elsewhere, then to each call, then home
     */
    public record PlannedTrip(
            Origin origin,
            Instant loadsAt,
            Instant departsAt,
            List<Amount> loads,
            List<Call> calls,
            List<Leg> legs,
            State state) {
        public PlannedTrip {
            // Plans that were kept before trips had a state say nothing of it.
            state = Objects.requireNonNullElse(state, State.PLANNED);
        }

        /** How many of its legs lead to the place of loading: they are begun before that is left. */
        public int leadingLegs() {
            return (int) legs.stream()
                    .takeWhile(leg -> leg.departsAt().isBefore(departsAt))
                    .count();
        }

        /** The same trip, as far as it has got. */
        public PlannedTrip with(List<Call> newCalls, List<Leg> newLegs, State newState) {
            return new PlannedTrip(origin, loadsAt, departsAt, loads, newCalls, newLegs, newState);
        }
    }

    /** How far a trip is; the first two only in plans that were made from another one. */
    public enum State {
        DONE,
        UNDER_WAY,
        PLANNED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * @param depot null for a landing
     * @param landing name of the landing, as in other tours; null for a depot
     */
    public record Origin(@Nullable DepotId depot, @Nullable String landing, String name, LonLat place) {}

    /**
     * One hand-over.
     *
     * @param number from 1 within the tour
     * @param stop names the stop in the plan; equal in all calls at it
     * @param landing name of the landing that is filled for boats; null at homes
     * @param place on the vehicle's road or water
     * @param commune code; null when in none
     * @param communeName null when in none
     * @param households served, 0 at a landing
     * @param people in them
     * @param walkM farthest home along the road, then straight; 0 at a landing
     * @param cannotWade households that cannot be reached on foot from the stop because of deep water
     * @param unconfirmed households whose needs nobody confirmed in time; null in plans of before that was told
     * @param approximate households of which only hamlet or commune is known: their house is asked for on the way; null in plans of
     *     before that was told
     * @param arrivesAt beginning of the hand-over when it need not wait
     * @param done false while it is still to be made
     */
    public record Call(
            int number,
            String stop,
            @Nullable String landing,
            LonLat place,
            @Nullable String commune,
            @Nullable String communeName,
            int households,
            int people,
            double walkM,
            int cannotWade,
            @Nullable Integer unconfirmed,
            @Nullable Integer approximate,
            List<Amount> handsOver,
            Instant arrivesAt,
            Instant beginsAt,
            Instant departsAt,
            boolean done) {
        /** Names the stop that its homes belong to, whatever skill their needs ask for: S3 for S3Y. */
        public String homeStop() {
            return homeStop(stop);
        }

        /** The same of a stop's name. */
        public static String homeStop(String stop) {
            int end = stop.length();
            while (end > 0 && !Character.isDigit(stop.charAt(end - 1))) {
                end--;
            }
            return stop.substring(0, end);
        }

        /** The same hand-over, later. */
        public Call later(Duration by) {
            return with(number, arrivesAt.plus(by), beginsAt.plus(by), departsAt.plus(by), done);
        }

        /** The same hand-over, made. */
        public Call asDone() {
            return with(number, arrivesAt, beginsAt, departsAt, true);
        }

        /** The same hand-over at another place in its tour. */
        public Call at(int newNumber, Instant arrives, Instant begins, Instant departs) {
            return with(newNumber, arrives, begins, departs, done);
        }

        private Call with(int newNumber, Instant arrives, Instant begins, Instant departs, boolean made) {
            return new Call(
                    newNumber,
                    stop,
                    landing,
                    place,
                    commune,
                    communeName,
                    households,
                    people,
                    walkM,
                    cannotWade,
                    unconfirmed,
                    approximate,
                    handsOver,
                    arrives,
                    begins,
                    departs,
                    made);
        }
    }

    /**
     * One way between two places of the tour.
     *
     * @param departsAt when it is begun; the water in force from then on was looked at
     * @param line EPSG:4326, x = longitude
     * @param deepestM deepest known water on it, 0 when dry
     * @param bridgesUnconfirmed over flood water with a deck that nobody confirmed
     */
    public record Leg(
            Instant departsAt,
            LineString line,
            double distanceM,
            double durationS,
            double deepestM,
            int bridgesUnconfirmed) {
        /** The same way, begun at another time. */
        public Leg begunAt(Instant at) {
            return new Leg(at, line, distanceM, durationS, deepestM, bridgesUnconfirmed);
        }
    }
}
