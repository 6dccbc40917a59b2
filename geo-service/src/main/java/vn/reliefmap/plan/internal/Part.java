package vn.reliefmap.plan.internal;

import java.util.Set;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.plan.Load;
import vn.reliefmap.plan.Stop;
import vn.reliefmap.plan.TimeWindow;
import vn.reliefmap.plan.Visit;

/**
 * What the search moves as a whole: a stop's demand, a share of it, or goods for a landing.
 *
 * @param stop index of the stop, or {@link Visit#NONE}
 * @param landing index of the source that is filled, or {@link Visit#NONE}
 * @param value 0 or more: the larger, the later it is left out
 * @param threatToLife before every other value
 * @param boatTrip number of the boat trip that a landing is filled for, or −1
 * @param before index of the vehicle that made this visit in the plan before, or −1
 */
record Part(
        int stop,
        int landing,
        int place,
        Load load,
        int serviceS,
        TimeWindow window,
        Set<String> skills,
        Set<VehicleClass> classes,
        double value,
        boolean threatToLife,
        int boatTrip,
        int before) {

    static Part of(int index, Stop stop, Load load) {
        return new Part(
                index,
                Visit.NONE,
                stop.place(),
                load,
                stop.serviceS(),
                stop.window(),
                stop.skills(),
                stop.classes(),
                stop.priority(),
                stop.threatToLife(),
                -1,
                -1);
    }

    Part with(Load share) {
        return new Part(
                stop, landing, place, share, serviceS, window, skills, classes, value, threatToLife, boatTrip, before);
    }

    Part servedBefore(int vehicle) {
        return new Part(
                stop, landing, place, load, serviceS, window, skills, classes, value, threatToLife, boatTrip, vehicle);
    }
}
