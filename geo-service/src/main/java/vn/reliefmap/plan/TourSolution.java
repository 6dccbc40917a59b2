package vn.reliefmap.plan;

import java.util.List;

/**
 * A plan: tours, and what stays unassigned.
 *
 * @param tours by vehicle
 * @param unassigned by stop
 * @param cost driving, vehicles and waiting by the weights, without what is left out
 */
public record TourSolution(List<Tour> tours, List<Unassigned> unassigned, double cost, SearchRecord search) {
    public TourSolution {
        tours = List.copyOf(tours);
        unassigned = List.copyOf(unassigned);
    }
}
