package vn.reliefmap.supply;

import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.passability.VehicleClass;

/**
 * Something that carries goods, and the depot it starts from.
 *
 * @param capacityKg mass it carries, above 0
 * @param capacityM3 volume it carries in cubic metres, above 0
 */
public record Vehicle(
        VehicleId id,
        String ref,
        String name,
        boolean simulated,
        VehicleClass vehicleClass,
        DepotId depot,
        double capacityKg,
        double capacityM3) {}
