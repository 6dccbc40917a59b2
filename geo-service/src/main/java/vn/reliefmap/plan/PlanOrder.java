package vn.reliefmap.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.VehicleId;

/**
 * What is to be planned. Equal orders over equal data with an equal {@link SearchRecord} give equal plans.
 *
 * @param startsAt when the first vehicle may load; null = now, or the first step of the water if all are to come
 * @param lasts until every vehicle is home; the water of all steps in it counts, the worst one
 * @param depots to load at; empty = all of the disaster's kind, simulated or real
 * @param vehicles to send; empty = all of the disaster's kind
 * @param items to bring; empty = all
 * @param limits how long to search
 * @param without vehicles that are not to be sent; broken ones are not sent in any case
 */
public record PlanOrder(
        DisasterId disaster,
        @Nullable Instant startsAt,
        Duration lasts,
        Set<DepotId> depots,
        Set<VehicleId> vehicles,
        Set<String> items,
        SearchLimits limits,
        Set<VehicleId> without) {
    /** A working day between dawn and dusk in October (weak value). */
    public static final Duration USUAL_DAY = Duration.ofHours(10);

    public PlanOrder {
        depots = Set.copyOf(depots);
        vehicles = Set.copyOf(vehicles);
        items = Set.copyOf(items);
        without = Set.copyOf(without);
    }

    /** Everything there is, for a usual day. */
    public static PlanOrder all(DisasterId disaster, @Nullable Instant startsAt, SearchLimits limits) {
        return new PlanOrder(disaster, startsAt, USUAL_DAY, Set.of(), Set.of(), Set.of(), limits, Set.of());
    }
}
