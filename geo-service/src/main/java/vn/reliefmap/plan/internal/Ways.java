package vn.reliefmap.plan.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.plan.Source;
import vn.reliefmap.plan.TourProblem;
import vn.reliefmap.plan.TourVehicle;
import vn.reliefmap.plan.TravelTable;
import vn.reliefmap.plan.Trip;
import vn.reliefmap.plan.Visit;

/**
 * Who could get where at all, time and loads aside.
 *
 * @param sources of the problem, with the stock of the moment
 */
record Ways(TourProblem problem, List<Source> sources) {
    /** Where a vehicle is free: its start, or the end of what is under way. */
    int freePlace(int vehicle) {
        TourVehicle one = problem.vehicles().get(vehicle);
        if (one.underWay().isEmpty()) {
            return one.startPlace();
        }
        return endOf(one.underWay().get(one.underWay().size() - 1));
    }

    /** Where a vehicle is after a trip's last visit. */
    int endOf(Trip trip) {
        if (trip.visits().isEmpty()) {
            return sources.get(trip.source()).place();
        }
        Visit last = trip.visits().get(trip.visits().size() - 1);
        return last.stop() == Visit.NONE
                ? sources.get(last.landing()).place()
                : problem.stops().get(last.stop()).place();
    }

    /** When a trip's last visit is done. */
    static int endTimeOf(Trip trip) {
        return trip.visits().isEmpty()
                ? trip.departS()
                : trip.visits().get(trip.visits().size() - 1).departS();
    }

    /** When a vehicle is free, in seconds after the start of the plan. */
    int freeS(int vehicle) {
        TourVehicle one = problem.vehicles().get(vehicle);
        int from = Math.max(0, one.shift().fromS());
        if (one.underWay().isEmpty()) {
            return from;
        }
        return Math.max(from, endTimeOf(one.underWay().get(one.underWay().size() - 1)));
    }

    /** Boats load at landings and depots, all others at depots. */
    static boolean loadsAt(VehicleClass vehicleClass, Source source) {
        return source.kind() == Source.Kind.DEPOT || vehicleClass.floats();
    }

    /** True when a vehicle has a trip left, may load at a source and gets there from where it is free. */
    boolean loadsAt(int vehicle, int source) {
        TourVehicle one = problem.vehicles().get(vehicle);
        return one.maxTrips() > one.underWay().size() && couldLoadAt(vehicle, source);
    }

    private boolean couldLoadAt(int vehicle, int source) {
        TourVehicle one = problem.vehicles().get(vehicle);
        TravelTable table = table(vehicle);
        return table != null
                && loadsAt(one.vehicleClass(), sources.get(source))
                && (one.sources().isEmpty() || one.sources().contains(source))
                && table.joins(freePlace(vehicle), sources.get(source).place());
    }

    /** True when a vehicle can load at a source, go to a place, and come home. */
    boolean joins(int vehicle, int source, int place) {
        return loadsAt(vehicle, source) && couldJoin(vehicle, source, place);
    }

    /** The same, if it had a trip left. */
    boolean couldJoin(int vehicle, int source, int place) {
        TravelTable table = table(vehicle);
        int home = problem.vehicles().get(vehicle).homePlace();
        return table != null
                && couldLoadAt(vehicle, source)
                && table.joins(sources.get(source).place(), place)
                && (home == TourVehicle.NOWHERE || table.joins(place, home));
    }

    /** True when a vehicle can come to a place from some source. */
    boolean reaches(int vehicle, int place) {
        return IntStream.range(0, sources.size()).anyMatch(s -> joins(vehicle, s, place));
    }

    /** Vehicles that may and can come to a part, by class, skill and way. */
    List<Integer> vehiclesFor(Part part, boolean[] active) {
        return IntStream.range(0, active.length)
                .filter(v -> active[v]
                        && permits(problem.vehicles().get(v).vehicleClass(), part.classes())
                        && problem.vehicles().get(v).skills().containsAll(part.skills())
                        && reaches(v, part.place()))
                .boxed()
                .toList();
    }

    static boolean permits(VehicleClass vehicleClass, Set<VehicleClass> classes) {
        return classes.isEmpty() || classes.contains(vehicleClass);
    }

    @Nullable
    TravelTable table(int vehicle) {
        return problem.tables().get(problem.vehicles().get(vehicle).vehicleClass());
    }
}
