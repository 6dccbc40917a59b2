package vn.reliefmap.exposure.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.exposure.AreaExposure;
import vn.reliefmap.exposure.Count;
import vn.reliefmap.exposure.CutOffReport;
import vn.reliefmap.exposure.ExposureReport;
import vn.reliefmap.flood.DepthClass;
import vn.reliefmap.kernel.PublicFigures;

/**
 * The last step before everyone sees a report, after {@link Suppression}: counts are rounded, so that neighbouring steps of
 * the water, classes of depth and of vehicles do not tell of single households between them. The deepest water at a home is
 * left out: it is one household's, and the map of the water would say which.
 */
final class Rounding {
    private Rounding() {}

    static ExposureReport of(ExposureReport suppressed) {
        List<AreaExposure> communes =
                suppressed.communes().stream().map(Rounding::area).toList();
        AreaExposure outside = suppressed.outside() == null ? null : area(suppressed.outside());
        ExposureReport.Joined joined = joined(suppressed.suppressed());
        Count all = Count.NONE;
        Count inWater = Count.NONE;
        Count unknownDepth = Count.NONE;
        List<AreaExposure> told = new ArrayList<>(communes);
        if (outside != null) {
            told.add(outside);
        }
        for (AreaExposure area : told) {
            all = all.plus(area.all());
            inWater = inWater.plus(area.inWater());
            unknownDepth = unknownDepth.plus(area.unknownDepth());
        }
        if (joined != null) {
            all = all.plus(joined.all());
            inWater = inWater.plus(joined.inWater() == null ? Count.NONE : joined.inWater());
            unknownDepth = unknownDepth.plus(joined.unknownDepth() == null ? Count.NONE : joined.unknownDepth());
        }
        ExposureReport.Total total = suppressed.total();
        Map<DepthClass, ExposureReport.Cell> byDepth = new EnumMap<>(DepthClass.class);
        suppressed.byDepth().forEach((c, cell) -> byDepth.put(c, new ExposureReport.Cell(count(cell.count()))));
        return new ExposureReport(
                suppressed.at(),
                suppressed.observedAt(),
                suppressed.forecast(),
                new ExposureReport.Total(
                        total.all() == null ? null : all,
                        total.inWater() == null ? null : inWater,
                        total.unknownDepth() == null ? null : unknownDepth),
                byDepth,
                communes,
                joined,
                outside);
    }

    /** Landings and reopenings are rounded already, see {@link CutOffSuppression}. */
    static CutOffReport of(CutOffReport suppressed) {
        return new CutOffReport(
                suppressed.at(),
                suppressed.observedAt(),
                suppressed.forecast(),
                suppressed.vehicle(),
                count(suppressed.total()),
                count(suppressed.farFromRoad()),
                suppressed.islands().stream().map(Rounding::island).toList(),
                others(suppressed.otherIslands()),
                suppressed.communes().stream().map(Rounding::area).toList(),
                others(suppressed.otherCommunes()),
                suppressed.outside() == null ? null : area(suppressed.outside()),
                suppressed.best(),
                suppressed.landings(),
                suppressed.steps().stream()
                        .map(step -> new CutOffReport.Step(step.at(), step.forecast(), count(step.count())))
                        .toList(),
                suppressed.coming());
    }

    private static AreaExposure area(AreaExposure a) {
        return new AreaExposure(
                a.code(), a.fullName(), rounded(a.all()), rounded(a.inWater()), rounded(a.unknownDepth()), null);
    }

    private static ExposureReport.@Nullable Joined joined(ExposureReport.@Nullable Joined joined) {
        return joined == null
                ? null
                : new ExposureReport.Joined(
                        joined.communes(),
                        rounded(joined.all()),
                        count(joined.inWater()),
                        count(joined.unknownDepth()));
    }

    private static CutOffReport.Island island(CutOffReport.Island i) {
        return new CutOffReport.Island(
                i.id(), rounded(i.count()), i.outline(), i.communes(), i.cutBy(), i.best(), i.since());
    }

    private static CutOffReport.Area area(CutOffReport.Area a) {
        return new CutOffReport.Area(a.code(), a.fullName(), count(a.count()), a.since());
    }

    private static CutOffReport.@Nullable Others others(CutOffReport.@Nullable Others others) {
        return others == null ? null : new CutOffReport.Others(others.number(), count(others.count()));
    }

    private static @Nullable Count count(@Nullable Count exact) {
        return exact == null ? null : rounded(exact);
    }

    private static Count rounded(Count exact) {
        return new Count(
                PublicFigures.households(exact.households()),
                PublicFigures.people(exact.people()),
                PublicFigures.people(exact.vulnerablePeople()));
    }
}
