package vn.reliefmap.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What changed from one plan to the next, stop by stop; stops for which nothing changed are not in it. Both plans must name
 * the same stops by the same index.
 *
 * @param stops by index
 */
public record PlanDifference(List<StopChange> stops) {
    /** Earlier or later by less than this is not a change. */
    public static final int SAME_TIME_S = 15 * 60;

    public PlanDifference {
        stops = List.copyOf(stops);
    }

    /** What happened to a stop; the weightiest of several. */
    public enum Change {
        /** It was in no tour and is now. */
        ADDED,
        /** It was in a tour and is in none now. */
        DROPPED,
        /** Another vehicle comes. */
        MOVED,
        /** The same vehicles bring another amount. */
        LOAD,
        /** The same vehicle comes at another time. */
        TIME
    }

    /**
     * @param vehiclesBefore that came in the plan before
     * @param vehiclesAfter that come now
     * @param laterS seconds by which the first visit is later; negative when it is earlier; 0 when there is none to compare
     */
    public record StopChange(
            int stop, Change change, Set<Integer> vehiclesBefore, Set<Integer> vehiclesAfter, int laterS) {}

    private record Served(Set<Integer> vehicles, int firstS, Load load) {
        Served and(Served other) {
            Set<Integer> both = new TreeSet<>(vehicles);
            both.addAll(other.vehicles);
            return new Served(both, Math.min(firstS, other.firstS), load.plus(other.load));
        }
    }

    public static PlanDifference between(TourSolution before, TourSolution after) {
        Map<Integer, Served> old = served(before);
        Map<Integer, Served> now = served(after);
        Set<Integer> all = new TreeSet<>(old.keySet());
        all.addAll(now.keySet());
        List<StopChange> changes = new ArrayList<>();
        for (int stop : all) {
            Served was = old.get(stop);
            Served is = now.get(stop);
            if (was == null && is != null) {
                changes.add(new StopChange(stop, Change.ADDED, Set.of(), is.vehicles(), 0));
            } else if (was != null && is == null) {
                changes.add(new StopChange(stop, Change.DROPPED, was.vehicles(), Set.of(), 0));
            } else if (was != null && is != null) {
                int laterS = is.firstS() - was.firstS();
                Change change = Change.TIME;
                if (!was.vehicles().equals(is.vehicles())) {
                    change = Change.MOVED;
                } else if (!was.load().equals(is.load())) {
                    change = Change.LOAD;
                } else if (Math.abs(laterS) < SAME_TIME_S) {
                    continue;
                }
                changes.add(new StopChange(stop, change, was.vehicles(), is.vehicles(), laterS));
            }
        }
        return new PlanDifference(changes);
    }

    private static Map<Integer, Served> served(TourSolution plan) {
        Map<Integer, Served> byStop = new TreeMap<>();
        for (Tour tour : plan.tours()) {
            for (Trip trip : tour.trips()) {
                for (Visit visit : trip.visits()) {
                    if (visit.stop() != Visit.NONE) {
                        Served one = new Served(Set.of(tour.vehicle()), visit.beginS(), visit.load());
                        byStop.merge(visit.stop(), one, Served::and);
                    }
                }
            }
        }
        return byStop;
    }
}
