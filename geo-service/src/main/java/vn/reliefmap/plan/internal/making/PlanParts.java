package vn.reliefmap.plan.internal.making;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vn.reliefmap.cluster.Demand;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.item.Item;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.plan.Good;
import vn.reliefmap.plan.Load;
import vn.reliefmap.supply.Depot;
import vn.reliefmap.supply.Vehicle;

/**
 * Everything that goes into a plan, read once.
 *
 * @param startsAt when the first vehicle may load
 * @param moments of the water that count: the one in force at the start, and every step until the end
 * @param items in the order of the demand; goods and loads follow it
 * @param stock per depot, one quantity for each item
 * @param demand needs still to carry, only those items
 */
record PlanParts(
        Disaster disaster,
        Instant startsAt,
        Duration lasts,
        List<Instant> moments,
        List<Depot> depots,
        List<Vehicle> vehicles,
        List<Item> items,
        Map<DepotId, Load> stock,
        Demand demand) {

    List<Good> goods() {
        return items.stream()
                .map(item -> new Good(item.code(), item.massKg(), item.volumeM3()))
                .toList();
    }

    Instant endsAt() {
        return startsAt.plus(lasts);
    }

    Instant after(int seconds) {
        return startsAt.plusSeconds(seconds);
    }

    /** Classes of the vehicles, in the order of the enumeration. */
    List<VehicleClass> classes() {
        return List.copyOf(
                new TreeSet<>(vehicles.stream().map(Vehicle::vehicleClass).toList()));
    }

    Load allStock() {
        return stock.values().stream().reduce(Load.none(items.size()), Load::plus);
    }
}
