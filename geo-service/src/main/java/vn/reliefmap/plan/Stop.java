package vn.reliefmap.plan;

import java.util.Set;
import vn.reliefmap.passability.VehicleClass;

/**
 * A place to serve. A demand that no vehicle takes at once, or no depot has at once, is brought in several visits.
 *
 * @param place index of the place in the travel tables; two stops may share one
 * @param demand what tours under way will hand over is part of it; may be nothing (a visit without goods)
 * @param serviceS seconds that each visit takes
 * @param window when a visit may begin; a vehicle that comes earlier waits
 * @param skills all of them are needed
 * @param classes vehicle classes that may serve it; empty = every one
 * @param threatToLife goes before everything else, and as early as can be
 * @param priority 0 or more; among the others the larger one is left out last (domain facts, section 3)
 */
public record Stop(
        int place,
        Load demand,
        int serviceS,
        TimeWindow window,
        Set<String> skills,
        Set<VehicleClass> classes,
        boolean threatToLife,
        double priority) {
    public Stop {
        skills = Set.copyOf(skills);
        classes = Set.copyOf(classes);
    }

    /** A stop for any vehicle at any time. */
    public static Stop at(int place, Load demand, int serviceS) {
        return new Stop(place, demand, serviceS, TimeWindow.ALWAYS, Set.of(), Set.of(), false, 0);
    }
}
