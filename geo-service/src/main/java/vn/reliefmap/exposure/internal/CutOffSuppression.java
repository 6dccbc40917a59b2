package vn.reliefmap.exposure.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.exposure.AreaExposure;
import vn.reliefmap.exposure.Count;
import vn.reliefmap.exposure.CutOffReport;
import vn.reliefmap.exposure.CutOffReport.Area;
import vn.reliefmap.exposure.CutOffReport.Island;
import vn.reliefmap.exposure.CutOffReport.Landing;
import vn.reliefmap.exposure.CutOffReport.Landings;
import vn.reliefmap.exposure.CutOffReport.Others;
import vn.reliefmap.exposure.CutOffReport.Reconnection;
import vn.reliefmap.exposure.CutOffReport.Step;
import vn.reliefmap.exposure.ExposureReport;

/**
 * What everyone may see of who is cut off. Communes by {@link Suppression}, "cut off" in place of "in the water". Parts of
 * the network with few households are joined, at least two of them; which communes have enough homes in a part is told
 * without counts, and what a reopening brings is rounded, so that the two tables cannot be subtracted from each other.
 */
final class CutOffSuppression {
    private static final int ROUNDED_TO = 10;

    private CutOffSuppression() {}

    /** @param all every commune with households, then those without a commune, each with its households cut off */
    static CutOffReport of(
            CutOffReport exact, Count households, List<AreaExposure> all, @Nullable AreaExposure outside) {
        Count cutOff = Objects.requireNonNullElse(exact.total(), Count.NONE);
        ExposureReport safe = Suppression.of(new ExposureReport(
                exact.at(),
                exact.observedAt(),
                exact.forecast(),
                new ExposureReport.Total(households, cutOff, Count.NONE),
                Map.of(),
                all,
                null,
                outside));
        Map<String, Area> known = new HashMap<>();
        exact.communes().forEach(area -> known.put(String.valueOf(area.code()), area));
        List<Area> communes = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        for (AreaExposure area : safe.communes()) {
            Area told = known.get(String.valueOf(area.code()));
            if (told != null) {
                communes.add(told);
                shown.add(String.valueOf(area.code()));
            }
        }
        ExposureReport.Joined joined = safe.suppressed();
        Count total = safe.total().inWater();
        List<Island> islands = new ArrayList<>();
        Others others = total == null ? null : islands(exact, shown, islands);
        return new CutOffReport(
                exact.at(),
                exact.observedAt(),
                exact.forecast(),
                exact.vehicle(),
                total,
                visible(exact.farFromRoad()),
                List.copyOf(islands),
                others,
                communes.stream()
                        .sorted(Comparator.comparingInt(exact.communes()::indexOf))
                        .toList(),
                joined == null ? null : new Others(joined.communes(), joined.inWater()),
                safe.outside() == null ? null : exact.outside(),
                total == null ? null : rounded(exact.best()),
                total == null ? null : landings(exact.landings(), islands),
                exact.steps().stream().map(step -> step(step, households)).toList(),
                List.of());
    }

    /** Fills in the parts that may be told one by one, and returns the others. */
    private static @Nullable Others islands(CutOffReport exact, Set<String> shown, List<Island> told) {
        int hidden = exact.otherIslands() == null ? 0 : exact.otherIslands().number();
        Count sum =
                exact.otherIslands() == null ? Count.NONE : exact.otherIslands().count();
        Count joined = Objects.requireNonNullElse(sum, Count.NONE);
        List<Island> large = new ArrayList<>();
        for (Island island : exact.islands()) {
            if (visible(island.count()) == null) {
                hidden++;
                joined = joined.plus(island.count());
            } else {
                large.add(island);
            }
        }
        large.sort(Comparator.comparingLong((Island i) -> -i.count().households()));
        while (hidden > 0 && (hidden < 2 || visible(joined) == null) && !large.isEmpty()) {
            Island smallest = large.remove(large.size() - 1);
            hidden++;
            joined = joined.plus(smallest.count());
        }
        for (Island island : exact.islands()) {
            if (large.contains(island)) {
                told.add(told(island, shown));
            }
        }
        return hidden < 2 || visible(joined) == null ? null : new Others(hidden, joined);
    }

    private static Island told(Island island, Set<String> shown) {
        List<Area> communes = island.communes().stream()
                .filter(area -> shown.contains(String.valueOf(area.code())) && visible(area.count()) != null)
                .map(area -> new Area(area.code(), area.fullName(), null, null))
                .toList();
        return new Island(
                island.id(),
                island.count(),
                island.outline(),
                communes,
                island.cutBy(),
                rounded(island.best()),
                island.since());
    }

    private static Step step(Step exact, Count households) {
        Count count = exact.count();
        boolean restIsFew = count != null && few(households.households() - count.households());
        return new Step(exact.at(), exact.forecast(), restIsFew ? null : visible(count));
    }

    private static @Nullable Reconnection rounded(@Nullable Reconnection exact) {
        if (exact == null || exact.households() == null || few(exact.households())) {
            return null;
        }
        long people = exact.people() - exact.people() % ROUNDED_TO;
        return people == 0 ? null : new Reconnection(exact.stretch(), null, people);
    }

    /** None for parts that are told only together. */
    private static @Nullable Landings landings(@Nullable Landings exact, List<Island> told) {
        if (exact == null) {
            return null;
        }
        Map<String, Landing> ofIslands = new TreeMap<>();
        for (Island island : told) {
            Landing landing = rounded(exact.ofIslands().get(island.id()));
            if (landing != null) {
                ofIslands.put(island.id(), landing);
            }
        }
        return new Landings(exact.boat(), rounded(exact.best()), ofIslands);
    }

    /** Null where few households are reached, or few people are left after rounding. */
    private static @Nullable Landing rounded(@Nullable Landing exact) {
        if (exact == null || exact.households() == null || few(exact.households())) {
            return null;
        }
        boolean moreIsFew = exact.moreHouseholds() == null || few(exact.moreHouseholds());
        long people = exact.people() - exact.people() % ROUNDED_TO;
        long more = moreIsFew ? 0 : exact.morePeople() - exact.morePeople() % ROUNDED_TO;
        return people == 0 && more == 0
                ? null
                : new Landing(
                        exact.at(),
                        exact.roadName(),
                        exact.depot(),
                        exact.truckS(),
                        // To the second it would say how far off one home's water is.
                        60 * Math.ceil(exact.boatS() / 60),
                        null,
                        people,
                        null,
                        more);
    }

    private static @Nullable Count visible(@Nullable Count count) {
        if (count == null || few(count.households())) {
            return null;
        }
        boolean vulnerableShows =
                count.vulnerablePeople() > 0 && count.households() < Suppression.FEWEST_WITH_VULNERABLE;
        return vulnerableShows ? null : count;
    }

    private static boolean few(long households) {
        return households > 0 && households < Suppression.FEWEST_HOUSEHOLDS;
    }
}
