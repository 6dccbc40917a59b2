package vn.reliefmap.plan.internal.making;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import vn.reliefmap.cluster.Demand;
import vn.reliefmap.plan.internal.making.HandOvers.HandOver;

/**
 * What trips that have begun bring to each household, by the shares of the plan before. What a team has claimed is not among it:
 * claim and deliveries have changed what is still to carry, so they tell. Deliveries that were written down meanwhile, so that
 * less is lacking, are not counted twice.
 *
 * @param milli thousandths by household and item
 */
record Brought(Map<UUID, Map<String, Long>> milli) {
    static Brought of(DayBefore day, Demand now) {
        Made before = day.before();
        if (before == null) {
            return new Brought(Map.of());
        }
        Map<UUID, Map<String, Long>> brought = new HashMap<>();
        Map<Integer, Set<Integer>> begun = day.guessed();
        for (HandOver one : HandOvers.of(before)) {
            if (begun.getOrDefault(one.tour(), Set.of()).contains(one.call())) {
                brought.computeIfAbsent(one.household(), id -> new HashMap<>())
                        .merge(one.item(), one.milli(), Long::sum);
            }
        }
        return new Brought(lessWhatIsWritten(brought, before.basis(), now));
    }

    private static Map<UUID, Map<String, Long>> lessWhatIsWritten(
            Map<UUID, Map<String, Long>> brought, PlanBasis basis, Demand now) {
        Map<UUID, PlanBasis.Home> homes = new HashMap<>();
        basis.homes().forEach(home -> homes.put(home.household(), home));
        Map<UUID, Map<String, Long>> asked = new HashMap<>();
        for (int place = 0; place < now.size(); place++) {
            Map<String, Long> lines = new HashMap<>();
            for (int line = 0; line < now.lines(place); line++) {
                lines.merge(now.items().get(now.item(place, line)), now.carryMilli(place, line), Long::sum);
            }
            asked.put(now.household(place).value(), lines);
        }
        brought.forEach((household, lines) -> lines.replaceAll((code, milli) -> {
            PlanBasis.Home home = homes.get(household);
            long then = home == null ? 0 : home.asked().get(basis.items().indexOf(code));
            long still = asked.getOrDefault(household, Map.of()).getOrDefault(code, 0L);
            long written = Math.max(0, then - still);
            return Math.min(still, Math.max(0, milli - written));
        }));
        return brought;
    }

    /** What is lacking without it, and without homes that then lack nothing. */
    Demand rest(Demand all) {
        if (milli.isEmpty()) {
            return all;
        }
        PickedDemand less = new PickedDemand(all, IntStream.range(0, all.size()).toArray(), item -> true, this);
        return less.pick(IntStream.range(0, less.size())
                .filter(place -> somethingToBring(less, place))
                .toArray());
    }

    long to(UUID household, String item) {
        return milli.getOrDefault(household, Map.of()).getOrDefault(item, 0L);
    }

    static boolean somethingToBring(Demand demand, int place) {
        return IntStream.range(0, demand.lines(place)).anyMatch(line -> demand.carryMilli(place, line) > 0);
    }
}
