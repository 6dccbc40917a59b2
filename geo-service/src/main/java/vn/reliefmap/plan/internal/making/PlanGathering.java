package vn.reliefmap.plan.internal.making;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.reliefmap.cluster.DeliveryZones;
import vn.reliefmap.cluster.Demand;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.flood.WaterStep;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.plan.Load;
import vn.reliefmap.plan.PlanOrder;
import vn.reliefmap.supply.Depot;
import vn.reliefmap.supply.Depots;
import vn.reliefmap.supply.Stock;
import vn.reliefmap.supply.StockLine;
import vn.reliefmap.supply.Vehicle;
import vn.reliefmap.supply.Vehicles;

/** Reads what an order is about, and refuses orders that nothing can be planned for. */
@Component
class PlanGathering {
    /** Longer plans would rest on water that nobody can know (weak value). */
    static final Duration LONGEST = Duration.ofDays(2);

    private final Disasters disasters;
    private final Waters waters;
    private final Items items;
    private final Depots depots;
    private final Stock stock;
    private final Vehicles vehicles;
    private final DeliveryZones zones;
    private final Clock clock = Clock.systemUTC();

    PlanGathering(
            Disasters disasters,
            Waters waters,
            Items items,
            Depots depots,
            Stock stock,
            Vehicles vehicles,
            DeliveryZones zones) {
        this.disasters = disasters;
        this.waters = waters;
        this.items = items;
        this.depots = depots;
        this.stock = stock;
        this.vehicles = vehicles;
        this.zones = zones;
    }

    PlanParts gather(PlanOrder order) {
        Disaster disaster = disasters.get(order.disaster());
        if (order.lasts().isNegative()
                || order.lasts().isZero()
                || order.lasts().compareTo(LONGEST) > 0) {
            throw Problem.badField(
                            "PLAN_TIME_RANGE",
                            "hours",
                            "> 0, ≤ " + LONGEST.toHours(),
                            "Một kế hoạch dài nhiều nhất " + LONGEST.toHours() + " giờ.",
                            "A plan lasts at most " + LONGEST.toHours() + " hours.")
                    .asException();
        }
        List<Depot> usedDepots = chosen(
                "depots",
                order.depots(),
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
        List<Vehicle> usedVehicles = vehicles(order, usedDepots);
        require(
                "PLAN_NO_VEHICLE",
                "vehicles",
                usedVehicles,
                "Không có phương tiện nào để chở hàng.",
                "There is no vehicle to carry anything.");
        Demand demand = demand(order.items(), zones.demand(disaster.id()));
        Instant startsAt =
                order.startsAt() == null ? waters.departure(disaster.id(), clock.instant()) : order.startsAt();
        return new PlanParts(
                disaster,
                startsAt,
                order.lasts(),
                moments(disaster, startsAt, startsAt.plus(order.lasts())),
                usedDepots,
                usedVehicles,
                demand.items().stream().map(items::get).toList(),
                stock(usedDepots, demand.items()),
                demand);
    }

    private List<Vehicle> vehicles(PlanOrder order, List<Depot> usedDepots) {
        List<Vehicle> there = vehicles.list().stream()
                .filter(vehicle ->
                        usedDepots.stream().anyMatch(depot -> depot.id().equals(vehicle.depot())))
                .toList();
        if (!order.without().isEmpty()) {
            chosen("without_vehicles", order.without(), vehicles.list(), Vehicle::id);
        }
        return chosen("vehicles", order.vehicles(), there, Vehicle::id).stream()
                .filter(vehicle ->
                        vehicle.brokenSince() == null && !order.without().contains(vehicle.id()))
                .toList();
    }

    private List<Instant> moments(Disaster disaster, Instant from, Instant to) {
        List<Instant> moments = new ArrayList<>(List.of(from));
        for (WaterStep step : waters.steps(disaster.id())) {
            if (step.at().isAfter(from) && step.at().isBefore(to)) {
                moments.add(step.at());
            }
        }
        return moments;
    }

    private static Demand demand(Set<String> wanted, Demand all) {
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
                .filter(place -> somethingToBring(counted, place))
                .toArray());
    }

    private static boolean somethingToBring(Demand demand, int place) {
        return IntStream.range(0, demand.lines(place)).anyMatch(line -> demand.carryMilli(place, line) > 0);
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
