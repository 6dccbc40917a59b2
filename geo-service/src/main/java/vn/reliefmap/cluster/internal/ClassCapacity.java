package vn.reliefmap.cluster.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.reliefmap.cluster.ZoneCapacity;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.supply.Vehicle;
import vn.reliefmap.supply.Vehicles;

/** What every vehicle of a class takes: a zone then needs no particular one. */
@Component
record ClassCapacity(Vehicles vehicles) {
    /**
     * The least mass and the least volume of the class's vehicles.
     *
     * @param simulated which vehicles count
     */
    ZoneCapacity smallest(VehicleClass vehicle, boolean simulated) {
        List<Vehicle> fleet = vehicles.list().stream()
                .filter(one -> one.simulated() == simulated && one.vehicleClass() == vehicle)
                .toList();
        if (fleet.isEmpty()) {
            return usual(vehicle);
        }
        return new ZoneCapacity(
                fleet.stream().mapToDouble(Vehicle::capacityKg).min().orElseThrow(),
                fleet.stream().mapToDouble(Vehicle::capacityM3).min().orElseThrow(),
                false);
    }

    /** Our own guesses, weak: what such a vehicle takes on bad roads. */
    private static ZoneCapacity usual(VehicleClass vehicle) {
        return switch (vehicle) {
            case FOOT -> new ZoneCapacity(15, 0.05, true);
            case MOTORBIKE -> new ZoneCapacity(80, 0.3, true);
            case CAR, PADDLE_BOAT -> new ZoneCapacity(300, 1.5, true);
            case PICKUP, MOTOR_BOAT -> new ZoneCapacity(700, 2.5, true);
            case TRUCK -> new ZoneCapacity(2500, 12, true);
        };
    }
}
