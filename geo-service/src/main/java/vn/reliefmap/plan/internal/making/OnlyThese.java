package vn.reliefmap.plan.internal.making;

import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.cluster.Demand;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.plan.PlanOrder;

/** What a plan may use and bring: what its order names, else what the plan before was ordered for; empty = all. */
record OnlyThese(Set<DepotId> depots, Set<VehicleId> vehicles, Set<String> items, Set<String> communes) {
    static OnlyThese of(PlanOrder order, @Nullable PlanBasis before) {
        if (before == null) {
            return new OnlyThese(order.depots(), order.vehicles(), order.items(), order.communes());
        }
        return new OnlyThese(
                or(order.depots(), each(before.onlyDepots(), DepotId::new)),
                or(order.vehicles(), each(before.onlyVehicles(), VehicleId::new)),
                or(order.items(), before.onlyItems()),
                or(order.communes(), before.onlyCommunes()));
    }

    /** Whether the place lies in one of the communes; none = everywhere. */
    static boolean in(Set<String> communes, Demand demand, int place) {
        String commune = demand.commune(place);
        return communes.isEmpty() || (commune != null && communes.contains(commune));
    }

    private static <T> Set<T> or(Set<T> named, Set<T> before) {
        return named.isEmpty() ? before : named;
    }

    private static <T, R> Set<R> each(Set<T> all, Function<T, R> as) {
        return all.stream().map(as).collect(Collectors.toSet());
    }

    Set<UUID> depotValues() {
        return each(depots, DepotId::value);
    }

    Set<UUID> vehicleValues() {
        return each(vehicles, VehicleId::value);
    }
}
