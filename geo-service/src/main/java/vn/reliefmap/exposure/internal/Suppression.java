package vn.reliefmap.exposure.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.exposure.AreaExposure;
import vn.reliefmap.exposure.Count;
import vn.reliefmap.exposure.ExposureReport;
import vn.reliefmap.exposure.ExposureReport.Cell;
import vn.reliefmap.flood.DepthClass;

/**
 * What everyone may see of a report (domain facts, section 5). Small areas are joined until the joined area is large
 * enough and holds at least two, so that no subtraction from the total gives one of them away.
 */
final class Suppression {
    /** k of the domain facts, section 5. */
    static final int FEWEST_HOUSEHOLDS = 5;

    /** k where a sensitive attribute, here vulnerability, shows. */
    static final int FEWEST_WITH_VULNERABLE = 10;

    private static final Comparator<AreaExposure> SMALLEST_FIRST = Comparator.comparingLong((AreaExposure a) ->
                    a.inWater().households() == 0 ? Long.MAX_VALUE : a.inWater().households())
            .thenComparingLong(a -> a.all().households())
            .thenComparing(a -> String.valueOf(a.code()));

    private Suppression() {}

    static ExposureReport of(ExposureReport exact) {
        List<AreaExposure> shown = new ArrayList<>();
        List<AreaExposure> hidden = new ArrayList<>();
        for (AreaExposure commune : exact.communes()) {
            (small(commune) ? hidden : shown).add(commune);
        }
        AreaExposure outside = exact.outside();
        if (outside != null && outside.all().households() > 0) {
            (small(outside) ? hidden : shown).add(outside);
        }
        ExposureReport.Total total = new ExposureReport.Total(
                visible(exact.total().all()),
                part(exact.total().all(), exact.total().inWater()),
                part(exact.total().inWater(), exact.total().unknownDepth()));
        boolean totalTellsWater = total.inWater() != null;
        AreaExposure joined = joined(hidden);
        while (!hidden.isEmpty() && !shown.isEmpty() && !safe(hidden, joined, shown, totalTellsWater)) {
            AreaExposure next = shown.stream().min(SMALLEST_FIRST).orElseThrow();
            shown.remove(next);
            hidden.add(next);
            joined = joined(hidden);
        }
        boolean outsideHidden = outside != null && hidden.contains(outside);
        if (outside != null) {
            shown.remove(outside);
        }
        return new ExposureReport(
                exact.at(),
                exact.observedAt(),
                exact.forecast(),
                total,
                total.inWater() == null ? noClasses(exact.byDepth()) : classes(exact.byDepth()),
                List.copyOf(shown),
                told(hidden.size(), joined),
                outsideHidden ? null : outside);
    }

    /** True when neither the joined figures nor what can be subtracted from the total speaks of a few households. */
    private static boolean safe(
            List<AreaExposure> hidden, AreaExposure joined, List<AreaExposure> shown, boolean totalTellsWater) {
        if (hidden.size() < 2) {
            return false;
        }
        if (!small(joined)) {
            return true;
        }
        // The total keeps its water to itself, and so do the hidden ones: only their number of households shows.
        return !totalTellsWater
                && !few(joined.all().households())
                && shown.stream().allMatch(a -> a.inWater().households() == 0);
    }

    private static ExposureReport.@Nullable Joined told(int communes, AreaExposure joined) {
        if (communes < 2 || few(joined.all().households())) {
            return null;
        }
        Count inWater = part(joined.all(), joined.inWater());
        return new ExposureReport.Joined(
                communes,
                joined.all(),
                inWater,
                inWater == null ? null : part(joined.inWater(), joined.unknownDepth()));
    }

    private static AreaExposure joined(List<AreaExposure> areas) {
        Count all = Count.NONE;
        Count inWater = Count.NONE;
        Count unknownDepth = Count.NONE;
        for (AreaExposure area : areas) {
            all = all.plus(area.all());
            inWater = inWater.plus(area.inWater());
            unknownDepth = unknownDepth.plus(area.unknownDepth());
        }
        return new AreaExposure(null, null, all, inWater, unknownDepth, null);
    }

    /** True when one of the counts, or what is left of one after taking away the next, is that of a few households. */
    static boolean small(AreaExposure a) {
        long inWater = a.inWater().households();
        return few(a.all().households())
                || few(inWater)
                || few(a.unknownDepth().households())
                || few(a.all().households() - inWater)
                || few(inWater - a.unknownDepth().households())
                || (a.inWater().vulnerablePeople() > 0 && inWater < FEWEST_WITH_VULNERABLE);
    }

    private static boolean few(long households) {
        return households > 0 && households < FEWEST_HOUSEHOLDS;
    }

    private static @Nullable Count visible(@Nullable Count count) {
        if (count == null || few(count.households())) {
            return null;
        }
        boolean vulnerableShows = count.vulnerablePeople() > 0 && count.households() < FEWEST_WITH_VULNERABLE;
        return vulnerableShows ? null : count;
    }

    /** A part is told only when what is left of the whole is not that of a few households either. */
    private static @Nullable Count part(@Nullable Count whole, @Nullable Count part) {
        boolean restIsFew = whole != null && part != null && few(whole.households() - part.households());
        return restIsFew ? null : visible(part);
    }

    private static Map<DepthClass, Cell> classes(Map<DepthClass, Cell> exact) {
        Map<DepthClass, Cell> shown = new EnumMap<>(DepthClass.class);
        long hidden = 0;
        int hiddenClasses = 0;
        List<DepthClass> large = new ArrayList<>();
        for (Map.Entry<DepthClass, Cell> entry : exact.entrySet()) {
            Count count = entry.getValue().count();
            long households = count == null ? 0 : count.households();
            if (visible(count) == null && households > 0) {
                shown.put(entry.getKey(), new Cell(null));
                hidden += households;
                hiddenClasses++;
            } else {
                shown.put(entry.getKey(), entry.getValue());
                if (households > 0) {
                    large.add(entry.getKey());
                }
            }
        }
        large.sort(Comparator.comparingLong(c -> households(exact, c)));
        for (DepthClass next : large) {
            if (hiddenClasses == 0 || (hiddenClasses > 1 && !few(hidden))) {
                break;
            }
            shown.put(next, new Cell(null));
            hidden += households(exact, next);
            hiddenClasses++;
        }
        return shown;
    }

    private static Map<DepthClass, Cell> noClasses(Map<DepthClass, Cell> exact) {
        Map<DepthClass, Cell> none = new EnumMap<>(DepthClass.class);
        exact.keySet().forEach(c -> none.put(c, new Cell(null)));
        return none;
    }

    private static long households(Map<DepthClass, Cell> classes, DepthClass depthClass) {
        Cell cell = classes.get(depthClass);
        return cell == null || cell.count() == null ? 0 : cell.count().households();
    }
}
