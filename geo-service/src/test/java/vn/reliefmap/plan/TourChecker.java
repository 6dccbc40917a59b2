package vn.reliefmap.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Recomputes from the problem alone whether a plan can be driven: ways, times, windows, loads, stock, skills, trips under
 * way, boats after trucks, and that each unit is in one visit or unassigned. Shares no code with the search, and does its
 * own sums, so that a mistake there is not made twice.
 */
public final class TourChecker {
    private final TourProblem problem;
    private final TourSolution plan;
    private final List<String> faults = new ArrayList<>();

    private TourChecker(TourProblem problem, TourSolution plan) {
        this.problem = problem;
        this.plan = plan;
    }

    /** What is wrong with a plan, in words; nothing when it is sound. */
    public static List<String> faults(TourProblem problem, TourSolution plan) {
        TourChecker checker = new TourChecker(problem, plan);
        checker.everyUnitIsSomewhere();
        checker.underWayIsUnchanged();
        plan.tours().forEach(checker::drive);
        checker.stockNeverFallsBelowZero();
        return checker.faults;
    }

    private void fault(String words) {
        faults.add(words);
    }

    private void everyUnitIsSomewhere() {
        int goods = problem.goods().size();
        long[][] brought = new long[problem.stops().size()][goods];
        boolean[] named = new boolean[problem.stops().size()];
        for (Tour tour : plan.tours()) {
            for (Trip trip : tour.trips()) {
                for (Visit visit : trip.visits()) {
                    if (visit.stop() >= 0) {
                        add(brought[visit.stop()], visit.load());
                        named[visit.stop()] = true;
                    }
                }
            }
        }
        for (Unassigned one : plan.unassigned()) {
            add(brought[one.stop()], one.load());
            named[one.stop()] = true;
        }
        for (int i = 0; i < brought.length; i++) {
            for (int g = 0; g < goods; g++) {
                long wanted = problem.stops().get(i).demand().thousandths(g);
                if (brought[i][g] != wanted) {
                    fault("stop %d: %d of good %d in the plan, %d wanted".formatted(i, brought[i][g], g, wanted));
                }
            }
            if (!named[i]) {
                fault("stop %d is nowhere in the plan".formatted(i));
            }
        }
    }

    private static void add(long[] sum, Load load) {
        for (int g = 0; g < sum.length; g++) {
            sum[g] += load.thousandths(g);
        }
    }

    private void underWayIsUnchanged() {
        for (int v = 0; v < problem.vehicles().size(); v++) {
            int vehicle = v;
            List<Trip> given = problem.vehicles().get(v).underWay();
            List<Trip> kept = plan.tours().stream()
                    .filter(tour -> tour.vehicle() == vehicle)
                    .flatMap(tour -> tour.trips().stream())
                    .filter(Trip::underWay)
                    .toList();
            boolean same = given.size() == kept.size();
            for (int i = 0; same && i < given.size(); i++) {
                same = given.get(i).visits().equals(kept.get(i).visits())
                        && given.get(i).source() == kept.get(i).source()
                        && given.get(i).departS() == kept.get(i).departS();
            }
            if (!same) {
                fault("vehicle %d: what is under way was changed".formatted(v));
            }
        }
    }

    private void drive(Tour tour) {
        TourVehicle vehicle = problem.vehicles().get(tour.vehicle());
        int place = vehicle.startPlace();
        int time = Math.max(0, vehicle.shift().fromS());
        boolean moved = false;
        if (tour.trips().size()
                > Math.max(vehicle.maxTrips(), vehicle.underWay().size())) {
            fault("vehicle %d loads %d times"
                    .formatted(tour.vehicle(), tour.trips().size()));
        }
        for (Trip trip : tour.trips()) {
            Source source = problem.sources().get(trip.source());
            if (trip.underWay()) {
                place = trip.visits().isEmpty()
                        ? source.place()
                        : placeOf(trip.visits().get(trip.visits().size() - 1));
                time = Math.max(
                        time,
                        trip.visits().isEmpty()
                                ? trip.departS()
                                : trip.visits().get(trip.visits().size() - 1).departS());
                continue;
            }
            moved = true;
            if (!vehicle.sources().isEmpty() && !vehicle.sources().contains(trip.source())) {
                fault("vehicle %d may not load at source %d".formatted(tour.vehicle(), trip.source()));
            }
            if (source.kind() == Source.Kind.LANDING && !vehicle.vehicleClass().floats()) {
                fault("vehicle %d loads at a landing and is no boat".formatted(tour.vehicle()));
            }
            time = go(tour, place, source.place(), time);
            place = source.place();
            if (trip.loadingFromS() < time
                    || trip.loadingFromS() < source.open().fromS()
                    || trip.loadingFromS() > source.open().toS()) {
                fault("vehicle %d loads at %d, could at %d".formatted(tour.vehicle(), trip.loadingFromS(), time));
            }
            if (trip.departS() < trip.loadingFromS() + source.loadingS()) {
                fault("vehicle %d leaves before it is loaded".formatted(tour.vehicle()));
            }
            time = trip.departS();
            loads(tour, vehicle, trip);
            for (Visit visit : trip.visits()) {
                time = go(tour, place, placeOf(visit), time);
                place = placeOf(visit);
                visit(tour, vehicle, visit, time);
                time = visit.departS();
            }
        }
        if (moved && vehicle.homePlace() != TourVehicle.NOWHERE) {
            time = go(tour, place, vehicle.homePlace(), time);
        }
        if (moved && time > vehicle.shift().toS()) {
            fault("vehicle %d ends at %d, its shift at %d"
                    .formatted(tour.vehicle(), time, vehicle.shift().toS()));
        }
    }

    private int go(Tour tour, int from, int to, int time) {
        TravelTable table =
                problem.tables().get(problem.vehicles().get(tour.vehicle()).vehicleClass());
        int seconds = table == null ? TravelTable.NO_WAY : table.durationS(from, to);
        if (seconds < 0) {
            fault("vehicle %d has no way from %d to %d".formatted(tour.vehicle(), from, to));
            return time;
        }
        return time + seconds;
    }

    private int placeOf(Visit visit) {
        return visit.stop() >= 0
                ? problem.stops().get(visit.stop()).place()
                : problem.sources().get(visit.landing()).place();
    }

    private void loads(Tour tour, TourVehicle vehicle, Trip trip) {
        long[] sum = new long[problem.goods().size()];
        trip.visits().forEach(visit -> add(sum, visit.load()));
        double kg = 0;
        double m3 = 0;
        for (int g = 0; g < sum.length; g++) {
            if (sum[g] != trip.load().thousandths(g)) {
                fault("vehicle %d: a trip's load is not what its visits hand over".formatted(tour.vehicle()));
            }
            kg += sum[g] / 1000.0 * problem.goods().get(g).unitKg();
            m3 += sum[g] / 1000.0 * problem.goods().get(g).unitM3();
        }
        if (kg > vehicle.capacityKg() + 1e-6 || m3 > vehicle.capacityM3() + 1e-6) {
            fault("vehicle %d carries %.3f kg, %.3f m³".formatted(tour.vehicle(), kg, m3));
        }
        if (trip.visits().isEmpty()) {
            fault("vehicle %d has a trip to nowhere".formatted(tour.vehicle()));
        }
    }

    private void visit(Tour tour, TourVehicle vehicle, Visit visit, int time) {
        if (visit.arriveS() < time || visit.beginS() < visit.arriveS()) {
            fault("vehicle %d is at stop %d at %d, can be at %d"
                    .formatted(tour.vehicle(), visit.stop(), visit.arriveS(), time));
        }
        if (visit.stop() < 0) {
            return;
        }
        Stop stop = problem.stops().get(visit.stop());
        if (visit.beginS() < stop.window().fromS()
                || visit.beginS() > stop.window().toS()) {
            fault("stop %d is served at %d, outside its window".formatted(visit.stop(), visit.beginS()));
        }
        if (visit.departS() < visit.beginS() + stop.serviceS()) {
            fault("stop %d is left before it is served".formatted(visit.stop()));
        }
        if (!vehicle.skills().containsAll(stop.skills())) {
            fault("vehicle %d lacks a skill for stop %d".formatted(tour.vehicle(), visit.stop()));
        }
        if (!stop.classes().isEmpty() && !stop.classes().contains(vehicle.vehicleClass())) {
            fault("vehicle %d is of a class that stop %d does not take".formatted(tour.vehicle(), visit.stop()));
        }
    }

    /** Follows each source through time: what is loaded, and what trucks bring to a landing. */
    private void stockNeverFallsBelowZero() {
        for (int s = 0; s < problem.sources().size(); s++) {
            // At one moment goods come before they go: even keys add, odd ones take.
            Map<Long, long[]> changes = new TreeMap<>();
            for (Tour tour : plan.tours()) {
                for (Trip trip : tour.trips()) {
                    if (trip.source() == s && !trip.underWay()) {
                        change(changes, trip.loadingFromS() * 2L + 1, trip.load(), -1);
                    }
                    for (Visit visit : trip.visits()) {
                        if (visit.stop() < 0 && visit.landing() == s) {
                            change(changes, visit.departS() * 2L, visit.load(), 1);
                        }
                    }
                }
            }
            long[] there = new long[problem.goods().size()];
            add(there, problem.sources().get(s).stock());
            for (Map.Entry<Long, long[]> change : changes.entrySet()) {
                for (int g = 0; g < there.length; g++) {
                    there[g] += change.getValue()[g];
                    if (there[g] < 0) {
                        fault("source %d: good %d is at %d at %d".formatted(s, g, there[g], change.getKey() / 2));
                    }
                }
            }
        }
    }

    private static void change(Map<Long, long[]> changes, long when, Load load, int sign) {
        long[] sum = changes.computeIfAbsent(when, at -> new long[load.goods()]);
        for (int g = 0; g < sum.length; g++) {
            sum[g] += sign * load.thousandths(g);
        }
    }
}
