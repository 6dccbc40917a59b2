package vn.reliefmap.plan.internal.making;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.reliefmap.cluster.Demand;
import vn.reliefmap.flood.RoadReports;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.need.Urgency;
import vn.reliefmap.plan.Load;
import vn.reliefmap.plan.internal.making.PlanBasis.Home;
import vn.reliefmap.plan.internal.making.PlanBasis.StockThen;
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

    PlanBasis of(Set<String> onlyItems, TourDraft draft, Shares shares, boolean[] reached) {
        PlanParts parts = draft.parts();
        List<String> items = parts.demand().items();
        List<StockThen> stock = new ArrayList<>();
        parts.depots().forEach(depot -> {
            Load lying = parts.stock().getOrDefault(depot.id(), Load.none(items.size()));
            for (int item = 0; item < items.size(); item++) {
                stock.add(new StockThen(depot.id().value(), items.get(item), lying.thousandths(item)));
            }
        });
        return new PlanBasis(
                onlyItems,
                items,
                stock,
                parts.vehicles().stream()
                        .map(vehicle -> new VehicleThen(vehicle.id().value(), vehicle.name()))
                        .toList(),
                waters.steps(parts.disaster().id()),
                reports(parts.disaster().id(), clock.instant()),
                homes(draft, shares, reached));
    }

    private Set<UUID> reports(DisasterId disaster, Instant now) {
        return reports.standing(disaster, now).stream()
                .map(standing -> standing.report().id())
                .collect(Collectors.toSet());
    }

    private static List<Home> homes(TourDraft draft, Shares shares, boolean[] reached) {
        Demand demand = draft.parts().demand();
        String[] stops = new String[demand.size()];
        for (int stop = 0; stop < draft.stops().size(); stop++) {
            String name = TourTelling.stop(stop);
            draft.stops().get(stop).members().forEach(member -> stops[member] = name);
        }
        List<Home> homes = new ArrayList<>();
        for (int place = 0; place < demand.size(); place++) {
            Load carry = Shares.wanted(draft.parts(), List.of(place));
            Load given = reached[place] ? shares.given(List.of(place)) : carry;
            homes.add(new Home(
                    demand.household(place).value(),
                    stops[place],
                    milli(carry),
                    milli(given),
                    critical(demand, place)));
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
