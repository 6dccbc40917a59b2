package vn.reliefmap.supply;

import java.util.List;
import vn.reliefmap.kernel.VehicleId;

/** The front door to vehicles. Thread-safe. */
public interface Vehicles {
    /** All vehicles, by name. */
    List<Vehicle> list();

    /**
     * Marks a vehicle as broken or as mended; broken ones take part in no new plan. Marking it again changes nothing. Throws a
     * {@code VEHICLE_NOT_FOUND} problem (404) when there is none.
     *
     * @return the vehicle as it is now
     */
    Vehicle broken(VehicleId id, boolean broken);
}
