package vn.reliefmap.plan.internal.making;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.cluster.Demand;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.item.Item;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.plan.Amount;
import vn.reliefmap.plan.Good;
import vn.reliefmap.plan.Load;
import vn.reliefmap.plan.PlannedTour.Call;
import vn.reliefmap.plan.ReliefPlan;
import vn.reliefmap.plan.TimeWindow;
import vn.reliefmap.supply.Depot;
import vn.reliefmap.supply.Vehicle;

/**
 * Everything that goes into a plan, read once.
 *
 * @param startsAt when the first vehicle may load
 * @param moments of the water that count: the one in force at the start, and every step until the end
 * @param light in which teams drive; null when they may in the dark
 * @param items in the order of the demand; goods and loads follow it
 * @param stock per depot for new trips, one quantity for each item
 * @param demand needs still to carry, only those items, without what has begun
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
        Demand demand,
        Begun begun,
        ReliefPlan.@Nullable Light light) {

    /**
     * What a plan before has begun; empty for a plan from nothing.
     *
     * @param asked what is lacking, whatever has begun to bring it
     * @param brought the part of it that has begun
     * @param counted stock as it was written down
     * @param readAt when that was
     */
    record Begun(DayBefore day, Demand asked, Brought brought, Map<DepotId, Load> counted, Instant readAt) {}

    List<Good> goods() {
        return items.stream()
                .map(item -> new Good(item.code(), item.massKg(), item.volumeM3()))
                .toList();
    }

    Instant endsAt() {
        return startsAt.plus(lasts);
    }

    /** When vehicles may be on the road, in seconds after the start. */
    TimeWindow working() {
        int end = (int) lasts.toSeconds();
        ReliefPlan.Light day = light;
        if (day == null) {
            return new TimeWindow(0, end);
        }
        int from = Math.max(0, (int) Duration.between(startsAt, day.from()).toSeconds());
        int to = Math.min(end, (int) Duration.between(startsAt, day.to()).toSeconds());
        return new TimeWindow(Math.min(from, end), Math.max(Math.min(from, end), to));
    }

    /** Seconds of the plan after dusk; 0 when teams may drive in the dark. */
    long darkS() {
        return light == null ? 0 : lasts.toSeconds() - working().toS();
    }

    Instant after(int seconds) {
        return startsAt.plusSeconds(seconds);
    }

    /** Classes of the vehicles, in the order of the enumeration. */
    List<VehicleClass> classes() {
        return List.copyOf(
                new TreeSet<>(vehicles.stream().map(Vehicle::vehicleClass).toList()));
    }

    /** Amounts by code as a load; items that nobody lacks any more are left off. */
    Load load(Map<String, Long> milli) {
        Load load = Load.none(items.size());
        for (int item = 0; item < items.size(); item++) {
            load = load.with(item, milli.getOrDefault(items.get(item).code(), 0L));
        }
        return load;
    }

    Load load(List<Amount> amounts) {
        return load(amounts.stream().collect(Collectors.toMap(Amount::item, Amount::milli, Long::sum)));
    }

    /** What can still be handed over: in the depots, on landings, and on its way to them. */
    Load allStock() {
        Load all = stock.values().stream().reduce(Load.none(items.size()), Load::plus);
        for (String landing : begun.day().landings()) {
            all = all.plus(load(begun.day().lyingAt(landing)));
        }
        for (Call call : begun.day().toCome()) {
            all = call.landing() == null ? all : all.plus(load(call.handsOver()));
        }
        return all;
    }
}
