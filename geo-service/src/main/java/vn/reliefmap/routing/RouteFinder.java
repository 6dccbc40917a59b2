package vn.reliefmap.routing;

/** Finds the quickest way for a vehicle class through the steps of the water from the departure on. Thread-safe. */
public interface RouteFinder {
    /**
     * Answers from one water snapshot for each step, whatever changes meanwhile. Throws {@code VEHICLE_NOT_ROUTED_YET} (422) for people
     * on foot, {@code TRANSFER_NOT_POSSIBLE} (400) for a transfer that is not from a truck to a boat, and
     * {@code ROADS_NOT_READY} (503) while there is no network.
     */
    RouteAnswer find(RouteQuery query);
}
