package vn.reliefmap.plan.internal.making;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.cluster.Demand;
import vn.reliefmap.flood.RoadReports;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.need.Urgency;
import vn.reliefmap.plan.Load;
import vn.reliefmap.plan.PlanOrder;
import vn.reliefmap.plan.internal.making.PlanBasis.Home;
import vn.reliefmap.plan.internal.making.PlanBasis.StockThen;
import vn.reliefmap.plan.internal.making.PlanBasis.StopThen;
import vn.reliefmap.plan.internal.making.PlanBasis.VehicleThen;

/** Writes down what a plan is made from. */
@Component
class PlanMemory {
    private final Waters waters;
    private final RoadReports reports;
    private final Clock clock = Clock.systemUTC();

    PlanMemory(Waters waters, RoadReports reports) {
        this.waters = waters;
        this.reports = reports;
    }

    PlanBasis of(TourDraft draft, Shares shares, boolean[] reached, PlanOrder order) {
        PlanParts parts = draft.parts();
        List<String> items = parts.demand().items();
        Made before = parts.begun().day().before();
        PlanBasis then = before == null ? null : before.basis();
        OnlyThese only = OnlyThese.of(order, then);
        return new PlanBasis(
                only.depotValues(),
                only.vehicleValues(),
                only.items(),
                items,
                stock(parts),
                parts.vehicles().stream()
                        .map(vehicle -> new VehicleThen(vehicle.id().value(), vehicle.name()))
                        .toList(),
                waters.steps(parts.disaster().id()),
                reports(parts.disaster().id(), clock.instant()),
                stops(draft, then),
                draft.landings(),
                homes(draft, shares, reached, then),
                parts.light() == null,
                before == null ? parts.begun().readAt() : before.stockSince(),
                ClaimedTours.remembered(parts.begun().day().claimed()),
                parts.begun().day().stayed(),
                only.communes());
    }

    private static List<StockThen> stock(PlanParts parts) {
        List<String> items = parts.demand().items();
        List<StockThen> stock = new ArrayList<>();
        parts.depots().forEach(depot -> {
            Load counted = parts.begun().counted().getOrDefault(depot.id(), Load.none(items.size()));
            Load left = parts.stock().getOrDefault(depot.id(), Load.none(items.size()));
            for (int item = 0; item < items.size(); item++) {
                stock.add(new StockThen(
                        depot.id().value(), items.get(item), counted.thousandths(item), left.thousandths(item)));
            }
        });
        return stock;
    }

    /** Those of plans before stay known: homes that were served belong to them. */
    private static List<StopThen> stops(TourDraft draft, @Nullable PlanBasis then) {
        Map<String, StopThen> stops = new LinkedHashMap<>();
        if (then != null) {
            then.stops().forEach(stop -> stops.put(stop.name(), stop));
        }
        for (StopDraft stop : draft.stops()) {
            if (stop.kind() != StopDraft.Kind.UNDER_WAY) {
                boolean byRoad = stop.kind() == StopDraft.Kind.ROAD;
                String name = stop.homeName();
                stops.put(name, new StopThen(name, stop.place(), stop.walkM(), stop.cannotWade(), byRoad));
            }
        }
        return List.copyOf(stops.values());
    }

    private Set<UUID> reports(DisasterId disaster, Instant now) {
        return reports.standing(disaster, now).stream()
                .map(standing -> standing.report().id())
                .collect(Collectors.toSet());
    }

    private static List<Home> homes(TourDraft draft, Shares shares, boolean[] reached, @Nullable PlanBasis then) {
        PlanParts parts = draft.parts();
        Demand asked = parts.begun().asked();
        Map<UUID, String> stops = new HashMap<>();
        if (then != null) {
            then.homes().stream()
                    .filter(home -> home.stop() != null)
                    .forEach(home -> stops.put(home.household(), home.stop()));
        }
        Map<UUID, Load> given = new HashMap<>();
        for (int place = 0; place < parts.demand().size(); place++) {
            List<Integer> one = List.of(place);
            given.put(
                    parts.demand().household(place).value(),
                    reached[place] ? shares.given(one) : Shares.wanted(parts, one));
        }
        for (StopDraft stop : draft.stops()) {
            stop.members()
                    .forEach(
                            member -> stops.put(parts.demand().household(member).value(), stop.homeName()));
        }
        List<Home> homes = new ArrayList<>();
        for (int place = 0; place < asked.size(); place++) {
            UUID household = asked.household(place).value();
            List<Long> brought = asked.items().stream()
                    .map(item -> parts.begun().brought().to(household, item))
                    .toList();
            homes.add(new Home(
                    household,
                    stops.get(household),
                    milli(Shares.carried(asked, IntStream.of(place))),
                    brought,
                    milli(given.getOrDefault(household, Load.none(asked.items().size()))),
                    critical(asked, place)));
        }
        return homes;
    }

    /** Whether some of what a household still lacks is critical. */
    static boolean critical(Demand demand, int place) {
        for (int line = 0; line < demand.lines(place); line++) {
            if (demand.urgency(place, line) == Urgency.CRITICAL && demand.carryMilli(place, line) > 0) {
                return true;
            }
        }
        return false;
    }

    private static List<Long> milli(Load load) {
        return IntStream.range(0, load.goods()).mapToObj(load::thousandths).toList();
    }
}
