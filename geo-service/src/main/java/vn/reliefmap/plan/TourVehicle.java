package vn.reliefmap.plan;

import java.util.List;
import java.util.Set;
import vn.reliefmap.passability.VehicleClass;

/**
 * A vehicle with its team, as the search sees it.
 *
 * @param capacityKg most mass it carries at once; 0 carries nothing
 * @param capacityM3 most volume in cubic metres
 * @param startPlace where it stands at the start of its shift
 * @param homePlace where it must be when the shift ends; {@link #NOWHERE} when it may end at its last stop
 * @param shift working time: not on the road before, home (or done) at its end; daylight is part of it
 * @param maxTrips how often it may load, tours under way included
 * @param skills what its team can do, for example {@code medic}
 * @param sources indexes of sources it may load at; empty = every one
 * @param underWay trips loaded already: they stay as they are, and the search goes on from the end of the last one
 */
public record TourVehicle(
        VehicleClass vehicleClass,
        double capacityKg,
        double capacityM3,
        int startPlace,
        int homePlace,
        TimeWindow shift,
        int maxTrips,
        Set<String> skills,
        Set<Integer> sources,
        List<Trip> underWay) {
    /** No home to come back to. */
    public static final int NOWHERE = -1;

    public TourVehicle {
        skills = Set.copyOf(skills);
        sources = Set.copyOf(sources);
        underWay = List.copyOf(underWay);
    }

    /** A vehicle that starts and ends at one place, loads anywhere, and has no special skill. */
    public static TourVehicle at(
            int place,
            VehicleClass vehicleClass,
            double capacityKg,
            double capacityM3,
            TimeWindow shift,
            int maxTrips) {
        return new TourVehicle(
                vehicleClass, capacityKg, capacityM3, place, place, shift, maxTrips, Set.of(), Set.of(), List.of());
    }

    /** The same vehicle with trips under way. */
    public TourVehicle underWay(List<Trip> trips) {
        return new TourVehicle(
                vehicleClass, capacityKg, capacityM3, startPlace, homePlace, shift, maxTrips, skills, sources, trips);
    }
}
