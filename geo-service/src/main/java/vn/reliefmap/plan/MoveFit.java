package vn.reliefmap.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.passability.VehicleClass;

/**
 * How a stop would fit into a vehicle's tour, by the travel tables: quick for all vehicles at once. What closes a way, and
 * when, the check of the one move tells.
 *
 * @param tour null while the vehicle has none
 * @param best the place that lengthens the tour least; null when nothing may be put there, which {@code vi} and {@code en} say
 * @param addedS seconds by which the tour would be longer
 */
public record MoveFit(
        VehicleId vehicle,
        String vehicleName,
        VehicleClass vehicleClass,
        @Nullable Integer tour,
        PlanMove.@Nullable To best,
        long addedS,
        List<MoveBreak> breaks,
        @Nullable String vi,
        @Nullable String en) {}
