package vn.reliefmap.cluster.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.cluster.ZoneReport;
import vn.reliefmap.cluster.ZoneReport.Amount;
import vn.reliefmap.cluster.ZoneReport.Island;
import vn.reliefmap.cluster.ZoneReport.Joined;
import vn.reliefmap.cluster.ZoneReport.Sums;
import vn.reliefmap.cluster.ZoneReport.Walk;
import vn.reliefmap.cluster.ZoneReport.Zone;
import vn.reliefmap.cluster.internal.ZoneTelling.OpenStop;

/**
 * What everyone may see of zones (domain facts, section 5). Whatever stands for few households is joined with others until
 * it stands for enough, at least two of them, so that no subtraction from the total tells of it. Loads of single
 * households are always joined. Walks are rounded up, and who belongs to a zone is not told.
 */
final class ZoneSuppression {
    private static final double WALK_STEP_M = 100;
    /** Where goods far from roads and too large ones stand among the parts. */
    private static final Object FAR = "far";

    private static final Object TOO_LARGE = "too large";

    private final ZoneReport exact;
    private final int least;
    private final Map<String, OpenStop> stops;
    private final Map<Object, Sums> open = new LinkedHashMap<>();

    private ZoneSuppression(ZoneReport exact, Map<String, OpenStop> stops, int least) {
        this.exact = exact;
        this.stops = stops;
        this.least = least;
    }

    /**
     * @param stops by the zone's id
     * @param least households in whatever is told
     */
    static ZoneReport of(ZoneReport exact, Map<String, OpenStop> stops, int least) {
        return new ZoneSuppression(exact, stops, least).told();
    }

    private ZoneReport told() {
        exact.zones().forEach(zone -> open.put(zone, zone.sums()));
        exact.cutOff().forEach(island -> open.put(island, island.sums()));
        put(FAR, exact.farFromRoad());
        put(TOO_LARGE, exact.tooLarge());
        Set<Object> hidden = new LinkedHashSet<>();
        for (Map.Entry<Object, Sums> part : open.entrySet()) {
            boolean single = part.getKey() instanceof Zone zone && zone.part();
            if (single || part.getValue().households() < least) {
                hidden.add(part.getKey());
            }
        }
        List<Object> smallestFirst = new ArrayList<>(open.keySet());
        smallestFirst.removeAll(hidden);
        smallestFirst.sort(Comparator.comparingInt(part -> sums(part).households()));
        while (!hidden.isEmpty() && (hidden.size() < 2 || households(hidden) < least) && !smallestFirst.isEmpty()) {
            hidden.add(smallestFirst.remove(0));
        }
        boolean enough = hidden.isEmpty() || (hidden.size() >= 2 && households(hidden) >= least);
        Joined joined = hidden.isEmpty() || !enough ? null : new Joined(hidden.size(), together(hidden));
        hidden.forEach(open::remove);
        Sums total = exact.total();
        return new ZoneReport(
                exact.at(),
                exact.observedAt(),
                exact.forecast(),
                exact.vehicle(),
                exact.snapshot(),
                exact.capacity(),
                !enough || total == null || total.households() < least ? null : total,
                exact.zones().stream()
                        .filter(open::containsKey)
                        .map(this::rounded)
                        .toList(),
                exact.cutOff().stream()
                        .filter(open::containsKey)
                        .map(ZoneSuppression::bare)
                        .toList(),
                open.get(FAR),
                open.get(TOO_LARGE),
                joined);
    }

    private void put(Object part, @Nullable Sums sums) {
        if (sums != null) {
            open.put(part, sums);
        }
    }

    private Sums sums(Object part) {
        Sums sums = open.get(part);
        if (sums == null) {
            throw new IllegalStateException("not a part of the report");
        }
        return sums;
    }

    /** Parts of one need count their household again: a lower bound is what protects. */
    private long households(Set<Object> parts) {
        return parts.stream()
                .filter(part -> !(part instanceof Zone zone && zone.part()))
                .mapToLong(part -> sums(part).households())
                .sum();
    }

    private Sums together(Set<Object> parts) {
        Map<String, Long> items = new LinkedHashMap<>();
        if (exact.total() != null) {
            exact.total().items().forEach(amount -> items.put(amount.item(), 0L));
        }
        long people = 0;
        double kg = 0;
        double m3 = 0;
        for (Object part : parts) {
            Sums sums = sums(part);
            sums.items().forEach(amount -> items.merge(amount.item(), amount.milli(), Long::sum));
            boolean again = part instanceof Zone zone && zone.part();
            people += again ? 0 : sums.people();
            kg += sums.massKg();
            m3 += sums.volumeM3();
        }
        List<Amount> amounts = items.entrySet().stream()
                .filter(item -> item.getValue() > 0)
                .map(item -> new Amount(item.getKey(), item.getValue()))
                .toList();
        return new Sums(Math.toIntExact(households(parts)), people, amounts, kg, m3);
    }

    private Zone rounded(Zone zone) {
        Walk walk = zone.walk();
        OpenStop stop = Objects.requireNonNull(stops.get(zone.id()));
        return new Zone(
                zone.id(),
                zone.sums(),
                stop.at(),
                zone.depot(),
                stop.durationS(),
                stop.distanceM(),
                new Walk(upM(walk.longestM()), upM(walk.meanM()), walk.wadeable(), null),
                zone.communes(),
                false,
                List.of());
    }

    private static Island bare(Island island) {
        return new Island(
                island.id(),
                island.sums(),
                island.reason(),
                island.cutBy(),
                island.outline(),
                island.communes(),
                List.of());
    }

    private static double upM(double metres) {
        return Math.ceil(metres / WALK_STEP_M) * WALK_STEP_M;
    }
}
