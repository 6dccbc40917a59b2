package vn.reliefmap.plan.internal.moving;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.item.Item;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.plan.Amount;
import vn.reliefmap.plan.PlanDesk.Locks;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.ReliefPlan;
import vn.reliefmap.plan.internal.making.Made;
import vn.reliefmap.plan.internal.making.PlanBasis;
import vn.reliefmap.supply.Depot;
import vn.reliefmap.supply.Vehicle;

/**
 * A plan and what its names stand for, read once.
 *
 * @param items by code
 * @param fixed what stays as it is: tours that are locked or that a team has, stops that are locked
 */
record MoveGround(
        Made made, Map<VehicleId, Vehicle> vehicles, Map<DepotId, Depot> depots, Map<String, Item> items, Locks fixed) {
    ReliefPlan plan() {
        return made.plan();
    }

    PlanBasis basis() {
        return made.basis();
    }

    @Nullable
    PlannedTour tourOf(VehicleId vehicle) {
        return plan().tours().stream()
                .filter(tour -> tour.vehicle().equals(vehicle))
                .findFirst()
                .orElse(null);
    }

    Item item(Amount amount) {
        return Objects.requireNonNull(items.get(amount.item()), amount.item());
    }

    /** Where a vehicle belongs when no tour says it; null when its depot is gone. */
    @Nullable
    LonLat depotPlace(Vehicle vehicle) {
        Depot depot = depots.get(vehicle.depot());
        return depot == null ? null : depot.place();
    }

    /** Vehicles that could be sent when the plan was made. */
    Set<VehicleId> ofThePlan() {
        return basis().vehicles().stream()
                .map(vehicle -> new VehicleId(vehicle.id()))
                .collect(Collectors.toSet());
    }
}
