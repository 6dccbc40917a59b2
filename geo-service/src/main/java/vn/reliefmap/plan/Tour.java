package vn.reliefmap.plan;

import java.util.List;

/**
 * Everything that one vehicle does in a plan; only vehicles with at least one trip have one.
 *
 * @param vehicle index of the vehicle
 * @param endS when it is home, or done when it need not come home, in seconds after the start of the plan
 * @param drivenS driving time in seconds, without trips under way
 * @param drivenM distance in metres, without trips under way
 */
public record Tour(int vehicle, List<Trip> trips, int endS, long drivenS, long drivenM) {
    public Tour {
        trips = List.copyOf(trips);
    }
}
