package vn.reliefmap.routing;

import vn.reliefmap.passability.VehicleClass;

/** Tells of many places at once which of them wheels reach, by the same rules as {@link RouteFinder}. Thread-safe. */
public interface RoadReach {
    /**
     * The roads of a vehicle class as they are now. Throws {@code VEHICLE_NOT_ROUTED_YET} (422) for boats and people on
     * foot, and {@code ROADS_NOT_READY} (503) while there is no network.
     */
    ClassRoads roads(VehicleClass vehicle);
}
