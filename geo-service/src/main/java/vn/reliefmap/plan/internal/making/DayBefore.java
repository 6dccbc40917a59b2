package vn.reliefmap.plan.internal.making;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.plan.Amount;
import vn.reliefmap.plan.PlanDifference.Endangered;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.PlannedTour.Call;
import vn.reliefmap.plan.PlannedTour.PlannedTrip;
import vn.reliefmap.plan.PlannedTour.State;
import vn.reliefmap.plan.internal.making.ClaimedTours.Standing;

/**
 * The plan before, as far as its tours have got when the new plan starts.
 *
 * @param before null for a plan from nothing; then the rest is empty
 * @param tours one for each of its tours
 * @param claimed tours that teams have, or had
 * @param bound vehicles that alone may serve a locked stop, by its name
 */
record DayBefore(
        @Nullable Made before,
        List<SoFar> tours,
        List<Endangered> endangered,
        Map<Integer, Standing> claimed,
        Map<String, Set<VehicleId>> bound) {
    static final DayBefore NOTHING = new DayBefore(null, List.of(), List.of(), Map.of(), Map.of());

    /**
     * One tour.
     *
     * @param begun trips that are done or under way, as they stand in the new plan: calls that are done marked, hours moved
     *     when it is late; without the way home. Of a fixed tour all trips, with it
     * @param open trips that had not begun
     * @param rest how it stands for the search
     */
    record SoFar(PlannedTour tour, List<PlannedTrip> begun, List<PlannedTrip> open, Rest rest) {
        /** The trip that is under way; null when there is none. */
        @Nullable
        PlannedTrip underWay() {
            if (begun.isEmpty() || rest == Rest.FIXED) {
                return null;
            }
            PlannedTrip last = begun.get(begun.size() - 1);
            return last.state() == State.UNDER_WAY ? last : null;
        }

        /** Where it will stand when all that has begun is done, if not at a call: where the next trip was to load; null = at home. */
        @Nullable
        LonLat waitsAt() {
            return begun.isEmpty() || open.isEmpty()
                    ? null
                    : open.get(0).origin().place();
        }
    }

    /** What may be asked of a vehicle that has a tour in the plan before. */
    enum Rest {
        /** More trips. */
        FREE,
        /** Nothing: a team has claimed the tour, or it fills a landing for one that did. It stays as it is. */
        FIXED,
        /** No more trips: its road is closed, or it was not ordered again. */
        NO_MORE,
        /** Nothing: it is broken, or not to be sent. What it had on board is not counted on. */
        OUT
    }

    @Nullable
    SoFar of(VehicleId vehicle) {
        return tours.stream()
                .filter(tour -> tour.tour().vehicle().equals(vehicle))
                .findFirst()
                .orElse(null);
    }

    /** What the search asks of a vehicle at a stop beyond the skills of its team: nothing, or that the stop is locked to it. */
    Set<String> askedAt(String stop) {
        return bound.containsKey(stop) ? Set.of(lock(stop)) : Set.of();
    }

    /** What a vehicle has of that. */
    Set<String> locksOf(VehicleId vehicle) {
        return bound.entrySet().stream()
                .filter(stop -> stop.getValue().contains(vehicle))
                .map(stop -> lock(stop.getKey()))
                .collect(Collectors.toSet());
    }

    private static String lock(String stop) {
        return "locked " + stop;
    }

    /** Numbers of tours that stay as they were. */
    Set<Integer> stayed() {
        return tours.stream()
                .filter(tour -> tour.rest() == Rest.FIXED)
                .map(tour -> tour.tour().number())
                .collect(Collectors.toSet());
    }

    List<PlannedTrip> begun() {
        return tours.stream().flatMap(tour -> tour.begun().stream()).toList();
    }

    /** Calls that vehicles under way have still to make. */
    List<Call> toCome() {
        List<Call> calls = new ArrayList<>();
        for (SoFar tour : tours) {
            PlannedTrip trip = tour.underWay();
            if (trip != null) {
                trip.calls().stream().filter(call -> !call.done()).forEach(calls::add);
            }
        }
        return calls;
    }

    /** Handed over at homes by what has begun, by stop whatever the skill, and item, in thousandths. */
    Map<String, Map<String, Long>> kept() {
        Map<String, Map<String, Long>> kept = new HashMap<>();
        begun().stream()
                .flatMap(trip -> trip.calls().stream())
                .filter(call -> call.landing() == null)
                .forEach(call -> add(
                        kept.computeIfAbsent(StopDraft.homeName(call.stop()), stop -> new HashMap<>()),
                        call.handsOver(),
                        1));
        return kept;
    }

    /** True for a tour whose homes are told by a claim and its deliveries, not by what a plan gave them. */
    boolean isTold(int tour) {
        Standing standing = claimed.get(tour);
        return standing != null && standing.holds();
    }

    /** Numbers of calls that have begun, by tour; those of tours that a claim tells are left out. */
    Map<Integer, Set<Integer>> guessed() {
        Map<Integer, Set<Integer>> calls = new HashMap<>();
        tours.stream()
                .filter(tour -> !isTold(tour.tour().number()))
                .forEach(tour -> calls.put(
                        tour.tour().number(),
                        tour.begun().stream()
                                .flatMap(trip -> trip.calls().stream())
                                .map(Call::number)
                                .collect(Collectors.toSet())));
        return calls;
    }

    /** Names of the landings that something came to. */
    Set<String> landings() {
        return begun().stream()
                .flatMap(trip -> trip.calls().stream())
                .map(Call::landing)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What lies on a landing: brought by trucks, not yet taken by boats. */
    Map<String, Long> lyingAt(String landing) {
        Map<String, Long> lying = new HashMap<>();
        for (PlannedTrip trip : begun()) {
            if (landing.equals(trip.origin().landing())) {
                add(lying, trip.loads(), -1);
            }
            trip.calls().stream()
                    .filter(call -> call.done() && landing.equals(call.landing()))
                    .forEach(call -> add(lying, call.handsOver(), 1));
        }
        lying.replaceAll((item, milli) -> Math.max(0, milli));
        return lying;
    }

    private static void add(Map<String, Long> sums, List<Amount> amounts, int sign) {
        amounts.forEach(amount -> sums.merge(amount.item(), sign * amount.milli(), Long::sum));
    }

    /**
     * Taken from a depot by all trips that have begun, by item.
     *
     * @param seen null, or until when a count has seen what left: trips that had loaded by then are not told
     */
    Map<String, Long> takenFrom(UUID depot, @Nullable Instant seen) {
        Map<String, Long> taken = new HashMap<>();
        for (SoFar tour : tours) {
            List<PlannedTrip> all = tour.tour().trips();
            for (PlannedTrip trip : all.subList(0, all.size() - tour.open().size())) {
                var from = trip.origin().depot();
                if (from != null
                        && from.value().equals(depot)
                        && (seen == null || trip.loadsAt().isAfter(seen))) {
                    add(taken, trip.loads(), 1);
                }
            }
        }
        return taken;
    }
}
