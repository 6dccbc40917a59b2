package vn.reliefmap.supply;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.passability.VehicleClass;

/**
 * Something that carries goods, and the depot it starts from.
 *
 * @param capacityKg mass it carries, above 0
 * @param capacityM3 volume it carries in cubic metres, above 0
 * @param brokenSince since when it cannot be sent; null when it can
 */
public record Vehicle(
        VehicleId id,
        String ref,
        String name,
        boolean simulated,
        VehicleClass vehicleClass,
        DepotId depot,
        double capacityKg,
        double capacityM3,
        @Nullable Instant brokenSince) {}
