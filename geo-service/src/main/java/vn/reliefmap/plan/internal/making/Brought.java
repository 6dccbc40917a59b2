package vn.reliefmap.plan.internal.making;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import vn.reliefmap.cluster.Demand;

/**
 * What trips that have begun bring to each household, by the shares of the plan before.
 * Deliveries that were written down meanwhile, so that less is lacking, are not counted twice.
 *
 * @param milli thousandths by household and item
 */
record Brought(Map<UUID, Map<String, Long>> milli) {
    static Brought of(DayBefore day, Demand now) {
        Made before = day.before();
        if (before == null) {
            return new Brought(Map.of());
        }
        PlanBasis basis = before.basis();
        Map<UUID, Map<String, Long>> brought = new HashMap<>();
        Map<String, Map<String, Long>> kept = day.kept();
        Map<String, List<PlanBasis.Home>> byStop = new HashMap<>();
        for (PlanBasis.Home home : basis.homes()) {
            String stop = home.stop();
            if (stop != null) {
                byStop.computeIfAbsent(stop, name -> new ArrayList<>()).add(home);
            }
        }
        byStop.forEach((stop, homes) -> {
            for (int item = 0; item < basis.items().size(); item++) {
                String code = basis.items().get(item);
                long amount = kept.getOrDefault(stop, Map.of()).getOrDefault(code, 0L);
                share(homes, item, amount, code, brought);
            }
        });
        return new Brought(lessWhatIsWritten(brought, basis, now));
    }

    /**
     * Home after home gets all of its share, so that no unit is broken up: first of what the plan before had counted as brought,
     * then of what it was to give.
     */
    private static void share(
            List<PlanBasis.Home> homes, int item, long amount, String code, Map<UUID, Map<String, Long>> brought) {
        long left = amount;
        for (PlanBasis.Home home : homes) {
            long old = Math.min(left, home.brought().get(item));
            left -= old;
            add(brought, home, code, old);
        }
        for (PlanBasis.Home home : homes) {
            long fresh = Math.min(left, home.given().get(item));
            left -= fresh;
            add(brought, home, code, fresh);
        }
    }

    private static void add(Map<UUID, Map<String, Long>> brought, PlanBasis.Home home, String code, long milli) {
        if (milli > 0) {
            brought.computeIfAbsent(home.household(), id -> new HashMap<>()).merge(code, milli, Long::sum);
        }
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
