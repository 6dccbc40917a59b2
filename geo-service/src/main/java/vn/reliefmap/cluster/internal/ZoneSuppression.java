package vn.reliefmap.cluster.internal;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.cluster.ZoneReport;
import vn.reliefmap.cluster.ZoneReport.Amount;
import vn.reliefmap.cluster.ZoneReport.Island;
import vn.reliefmap.cluster.ZoneReport.Joined;
import vn.reliefmap.cluster.ZoneReport.Sums;
import vn.reliefmap.cluster.ZoneReport.Walk;
import vn.reliefmap.cluster.ZoneReport.Zone;
import vn.reliefmap.cluster.internal.ZoneTelling.OpenStop;
import vn.reliefmap.kernel.PublicFigures;

/**
 * What everyone may see of zones (domain facts, section 5). Whatever stands for few households is joined with others until
 * it stands for enough, at least two of them, so that no subtraction from the total tells of it. Loads of single
 * households are always joined. What is told is rounded to about five households' worth, since zones for other vehicles and
 * hours hold nearly the same homes; walks are rounded up, and who belongs to a zone is not told.
 */
final class ZoneSuppression {
    private static final double WALK_STEP_M = 100;
    private final ZoneReport exact;
    private final int least;
    private final Map<String, OpenStop> stops;
    private final IntFunction<@Nullable String> communeOf;
    private final Predicate<String> ofHealth;
    /** What is shown by itself, in the order of the report. */
    private final Set<Part> open = new LinkedHashSet<>();

    private ZoneSuppression(
            ZoneReport exact,
            Map<String, OpenStop> stops,
            IntFunction<@Nullable String> communeOf,
            Predicate<String> ofHealth,
            int least) {
        this.exact = exact;
        this.stops = stops;
        this.communeOf = communeOf;
        this.ofHealth = ofHealth;
        this.least = least;
    }

    /**
     * @param stops by the zone's id
     * @param communeOf the commune of a member's home; null in none
     * @param ofHealth items of which nothing is told for fewer than ten households
     * @param least households in whatever is told
     */
    static ZoneReport of(
            ZoneReport exact,
            Map<String, OpenStop> stops,
            IntFunction<@Nullable String> communeOf,
            Predicate<String> ofHealth,
            int least) {
        return new ZoneSuppression(exact, stops, communeOf, ofHealth, least).told();
    }

    /** Something with a sum of its own; equal to itself only. */
    private static final class Part {
        final Sums sums;
        /** One of several loads of a household that is counted with another part already. */
        final boolean again;

        Part(Sums sums, boolean again) {
            this.sums = sums;
            this.again = again;
        }

        int households() {
            return again ? 0 : sums.households();
        }
    }

    private ZoneReport told() {
        List<Part> zones = exact.zones().stream()
                .map(zone -> new Part(zone.sums(), zone.part()))
                .toList();
        List<Part> islands = exact.cutOff().stream()
                .map(island -> new Part(island.sums(), false))
                .toList();
        Part far = part(exact.farFromRoad());
        Part tooLarge = part(exact.tooLarge());
        open.addAll(zones);
        open.addAll(islands);
        Stream.of(far, tooLarge).filter(Objects::nonNull).forEach(open::add);
        Set<Part> hidden = new LinkedHashSet<>();
        open.stream().filter(part -> part.households() < least).forEach(hidden::add);
        Deque<Part> smallestFirst = open.stream()
                .filter(part -> !hidden.contains(part))
                .sorted(Comparator.comparingInt(Part::households))
                .collect(Collectors.toCollection(ArrayDeque::new));
        while (!hidden.isEmpty() && !enough(hidden) && !smallestFirst.isEmpty()) {
            hidden.add(smallestFirst.removeFirst());
        }
        boolean enough = hidden.isEmpty() || enough(hidden);
        open.removeAll(hidden);
        Sums total = exact.total();
        return new ZoneReport(
                exact.at(),
                exact.observedAt(),
                exact.forecast(),
                exact.vehicle(),
                exact.snapshot(),
                exact.capacity(),
                !enough || total == null || total.households() < least ? null : rounded(total),
                IntStream.range(0, zones.size())
                        .filter(i -> open.contains(zones.get(i)))
                        .mapToObj(i -> rounded(exact.zones().get(i)))
                        .toList(),
                IntStream.range(0, islands.size())
                        .filter(i -> open.contains(islands.get(i)))
                        .mapToObj(i -> bare(exact.cutOff().get(i)))
                        .toList(),
                shown(far),
                shown(tooLarge),
                hidden.isEmpty() || !enough ? null : new Joined(hidden.size(), rounded(together(hidden))));
    }

    private static @Nullable Part part(@Nullable Sums sums) {
        return sums == null ? null : new Part(sums, false);
    }

    private @Nullable Sums shown(@Nullable Part part) {
        return part != null && open.contains(part) ? rounded(part.sums) : null;
    }

    private boolean enough(Set<Part> parts) {
        return parts.size() >= 2 && households(parts) >= least;
    }

    private static int households(Set<Part> parts) {
        return parts.stream().mapToInt(Part::households).sum();
    }

    private Sums together(Set<Part> parts) {
        Map<String, Long> items = new LinkedHashMap<>();
        if (exact.total() != null) {
            exact.total().items().forEach(amount -> items.put(amount.item(), 0L));
        }
        long people = 0;
        double kg = 0;
        double m3 = 0;
        for (Part part : parts) {
            part.sums.items().forEach(amount -> items.merge(amount.item(), amount.milli(), Long::sum));
            people += part.again ? 0 : part.sums.people();
            kg += part.sums.massKg();
            m3 += part.sums.volumeM3();
        }
        List<Amount> amounts = items.entrySet().stream()
                .filter(item -> item.getValue() > 0)
                .map(item -> new Amount(item.getKey(), item.getValue()))
                .toList();
        return new Sums(households(parts), people, amounts, kg, m3);
    }

    private Zone rounded(Zone zone) {
        Walk walk = zone.walk();
        OpenStop stop = Objects.requireNonNull(stops.get(zone.id()));
        return new Zone(
                zone.id(),
                rounded(zone.sums()),
                stop.at(),
                zone.depot(),
                stop.durationS(),
                stop.distanceM(),
                new Walk(upM(walk.longestM()), upM(walk.meanM()), walk.wadeable(), null),
                communes(zone.communes(), zone.members()),
                false,
                List.of());
    }

    private Island bare(Island island) {
        return new Island(
                island.id(),
                rounded(island.sums()),
                island.reason(),
                island.cutBy(),
                island.outline(),
                communes(island.communes(), island.members()),
                List.of());
    }

    /** Those with enough homes in it: else a name would tell that one home of that commune lies there. */
    private List<String> communes(List<String> all, List<Integer> members) {
        return all.stream()
                .filter(commune -> members.stream()
                                .filter(member -> commune.equals(communeOf.apply(member)))
                                .count()
                        >= least)
                .toList();
    }

    private Sums rounded(Sums exact) {
        int households = exact.households();
        return new Sums(
                (int) PublicFigures.households(households),
                PublicFigures.people(exact.people()),
                exact.items().stream()
                        .filter(amount -> households >= PublicFigures.fewest(ofHealth.test(amount.item())))
                        .map(amount -> new Amount(
                                amount.item(), Math.round(PublicFigures.amount((double) amount.milli(), households))))
                        .filter(amount -> amount.milli() > 0)
                        .toList(),
                PublicFigures.amount(exact.massKg(), households),
                PublicFigures.amount(exact.volumeM3(), households));
    }

    private static double upM(double metres) {
        return Math.ceil(metres / WALK_STEP_M) * WALK_STEP_M;
    }
}
