package vn.reliefmap.plan.internal.making;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.cluster.DeliveryZones;
import vn.reliefmap.cluster.Demand;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.plan.Load;
import vn.reliefmap.plan.PlanOrder;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.supply.Depot;
import vn.reliefmap.supply.Depots;
import vn.reliefmap.supply.Stock;
import vn.reliefmap.supply.StockLine;
import vn.reliefmap.supply.StockMoves;
import vn.reliefmap.supply.StockSince;
import vn.reliefmap.supply.Vehicle;
import vn.reliefmap.supply.Vehicles;

/** Reads what an order is about, and refuses orders that nothing can be planned for. */
@Component
class PlanGathering {
    private final Disasters disasters;
    private final Items items;
    private final Depots depots;
    private final Stock stock;
    private final StockMoves moves;
    private final Vehicles vehicles;
    private final DeliveryZones zones;
    private final DayReader days;
    private final PlanHours hours;
    private final AdminUnits units;
    private final Clock clock = Clock.systemUTC();

    PlanGathering(
            Disasters disasters,
            Items items,
            Depots depots,
            Stock stock,
            StockMoves moves,
            Vehicles vehicles,
            DeliveryZones zones,
            DayReader days,
            PlanHours hours,
            AdminUnits units) {
        this.disasters = disasters;
        this.items = items;
        this.depots = depots;
        this.stock = stock;
        this.moves = moves;
        this.vehicles = vehicles;
        this.zones = zones;
        this.days = days;
        this.hours = hours;
        this.units = units;
    }

    /** @param before the plan that the order is to take the place of; null = none */
    PlanParts gather(PlanOrder order, @Nullable Made before) {
        Disaster disaster = disasters.get(order.disaster());
        OnlyThese only = OnlyThese.of(order, before == null ? null : before.basis());
        List<Depot> usedDepots = chosen(
                "depots",
                only.depots(),
                depots.list().stream()
                        .filter(depot -> depot.simulated() == disaster.simulated())
                        .toList(),
                Depot::id);
        require(
                "PLAN_NO_DEPOT",
                "depots",
                usedDepots,
                "Không có kho nào để lấy hàng.",
                "There is no depot to load at.");
        PlanHours.Hours when = hours.of(order, before, usedDepots);
        List<Vehicle> there = vehicles.list();
        List<Vehicle> usedVehicles = vehicles(order, only.vehicles(), there, usedDepots);
        require(
                "PLAN_NO_VEHICLE",
                "vehicles",
                usedVehicles,
                "Không có phương tiện nào để chở hàng.",
                "There is no vehicle to carry anything.");
        DayBefore day = days.read(before, order, when.startsAt(), out(order, before, there), ids(usedVehicles));
        Demand needs = demand(only.items(), communes(only.communes()), zones.demand(disaster.id()));
        Brought brought = Brought.of(day, needs);
        Demand left = brought.rest(needs);
        Instant readAt = clock.instant();
        Map<DepotId, Load> counted = stock(usedDepots, needs.items());
        return new PlanParts(
                disaster,
                when.startsAt(),
                when.lasts(),
                when.moments(),
                usedDepots,
                withUnderWay(usedVehicles, there, day),
                needs.items().stream().map(items::get).toList(),
                left(counted, day, needs.items()),
                left,
                new PlanParts.Begun(day, needs, brought, counted, readAt),
                when.light());
    }

    private static Set<VehicleId> ids(List<Vehicle> all) {
        return all.stream().map(Vehicle::id).collect(Collectors.toSet());
    }

    /** Vehicles of the plan before that cannot go on: broken, not to be sent, or no longer there. */
    private static Set<VehicleId> out(PlanOrder order, @Nullable Made before, List<Vehicle> there) {
        Set<VehicleId> sound = there.stream()
                .filter(vehicle ->
                        vehicle.brokenSince() == null && !order.without().contains(vehicle.id()))
                .map(Vehicle::id)
                .collect(Collectors.toSet());
        return before == null
                ? Set.of()
                : before.plan().tours().stream()
                        .map(PlannedTour::vehicle)
                        .filter(vehicle -> !sound.contains(vehicle))
                        .collect(Collectors.toSet());
    }

    /** A vehicle that is not asked for any more still ends what it is about. */
    private static List<Vehicle> withUnderWay(List<Vehicle> used, List<Vehicle> there, DayBefore day) {
        List<Vehicle> all = new ArrayList<>(used);
        there.stream()
                .filter(vehicle -> !used.contains(vehicle))
                .filter(vehicle -> {
                    DayBefore.SoFar tour = day.of(vehicle.id());
                    return tour != null && tour.underWay() != null;
                })
                .forEach(all::add);
        return all;
    }

    /**
     * What lies in the depots for new trips. The stock is the sum of its moves: what trips have taken is gone from it as far as it
     * was written down, the rest is taken off here. A count saw what had left by then.
     */
    private Map<DepotId, Load> left(Map<DepotId, Load> counted, DayBefore day, List<String> codes) {
        Made before = day.before();
        if (before == null) {
            return counted;
        }
        List<StockSince> written = moves.since(before.stockSince());
        Map<DepotId, Load> left = new HashMap<>();
        counted.forEach((depot, load) -> {
            Load rest = load;
            for (int item = 0; item < codes.size(); item++) {
                String code = codes.get(item);
                Optional<StockSince> since = written.stream()
                        .filter(one -> one.depot().equals(depot) && one.item().equals(code))
                        .findFirst();
                long booked = since.map(one -> one.out().movePointRight(3).longValue())
                        .orElse(0L);
                long taken = day.takenFrom(
                                depot.value(), since.map(StockSince::countedAt).orElse(null))
                        .getOrDefault(code, 0L);
                rest = rest.with(item, Math.max(0, rest.thousandths(item) - Math.max(0, taken - booked)));
            }
            left.put(depot, rest);
        });
        return left;
    }

    private static List<Vehicle> vehicles(
            PlanOrder order, Set<VehicleId> asked, List<Vehicle> there, List<Depot> usedDepots) {
        List<Vehicle> near = there.stream()
                .filter(vehicle ->
                        usedDepots.stream().anyMatch(depot -> depot.id().equals(vehicle.depot())))
                .toList();
        if (!order.without().isEmpty()) {
            chosen("without_vehicles", order.without(), there, Vehicle::id);
        }
        return chosen("vehicles", asked, near, Vehicle::id).stream()
                .filter(vehicle ->
                        vehicle.brokenSince() == null && !order.without().contains(vehicle.id()))
                .toList();
    }

    private Set<String> communes(Set<String> asked) {
        Set<String> unknown = new HashSet<>(asked);
        unknown.removeIf(code -> units.find(code).isPresent());
        if (!unknown.isEmpty()) {
            throw unknown("communes", unknown);
        }
        return asked;
    }

    /** Empty sets stand for everything and everywhere. */
    private static Demand demand(Set<String> wanted, Set<String> communes, Demand all) {
        Set<String> unknown = new HashSet<>(wanted);
        unknown.removeAll(all.items());
        if (!unknown.isEmpty()) {
            throw unknown("items", unknown);
        }
        PickedDemand counted = new PickedDemand(
                all,
                IntStream.range(0, all.size()).toArray(),
                item -> wanted.isEmpty() || wanted.contains(all.items().get(item)));
        return counted.pick(IntStream.range(0, counted.size())
                .filter(place -> OnlyThese.in(communes, counted, place))
                .filter(place -> Brought.somethingToBring(counted, place))
                .toArray());
    }

    private Map<DepotId, Load> stock(List<Depot> used, List<String> codes) {
        Map<DepotId, Load> lying = new HashMap<>();
        used.forEach(depot -> lying.put(depot.id(), Load.none(codes.size())));
        for (StockLine line : stock.list()) {
            int item = codes.indexOf(line.item());
            if (item >= 0) {
                long milli = line.quantity().movePointRight(3).longValue();
                lying.computeIfPresent(line.depot(), (id, load) -> load.with(item, milli));
            }
        }
        return lying;
    }

    private static <T, I> List<T> chosen(String field, Set<I> wanted, List<T> all, Function<T, I> id) {
        if (wanted.isEmpty()) {
            return all;
        }
        Set<I> unknown = new HashSet<>(wanted);
        all.forEach(one -> unknown.remove(id.apply(one)));
        if (!unknown.isEmpty()) {
            throw unknown(field, unknown);
        }
        return all.stream().filter(one -> wanted.contains(id.apply(one))).toList();
    }

    private static RuntimeException unknown(String field, Set<?> what) {
        String shown = what.stream().map(Object::toString).sorted().limit(5).collect(Collectors.joining(", "));
        return new Problem(
                        "PLAN_UNKNOWN_PART",
                        422,
                        "Trường " + field + " nêu những gì đợt thiên tai này không có: " + shown + ".",
                        "The field " + field + " names what this disaster does not have: " + shown + ".",
                        field,
                        null)
                .asException();
    }

    private static void require(String code, String field, List<?> some, String vi, String en) {
        if (some.isEmpty()) {
            throw new Problem(code, 422, vi, en, field, null).asException();
        }
    }
}
