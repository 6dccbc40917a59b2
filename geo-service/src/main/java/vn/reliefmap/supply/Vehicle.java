package vn.reliefmap.supply;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.item.Skill;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.passability.VehicleClass;

/**
 * Something that carries goods, and the depot it starts from.
 *
 * @param capacityKg mass it carries, above 0
 * @param capacityM3 volume it carries in cubic metres, above 0
 * @param skills what the team that goes with it can do
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
        Set<Skill> skills,
        @Nullable Instant brokenSince) {
    public Vehicle {
        skills = Set.copyOf(skills);
    }
}
