package vn.reliefmap.exposure.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import vn.reliefmap.flood.WaterDraft;
import vn.reliefmap.flood.WaterDraft.Area;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.flood.WaterStep;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.kernel.DisasterId;

/**
 * Water in memory to measure with: a step for each observation, an hour apart, then the forecasts. As in the database, a
 * picture stays the same object until something that it shows changes.
 */
final class DraftWaters implements Waters {
    static final Instant START = Instant.parse("2020-10-18T00:00:00Z");
    private static final Duration STEP = Duration.ofHours(1);
    private static final Duration FORECASTS_AFTER = Duration.ofDays(30);

    private final MultiPolygon everywhere;
    private final List<WaterPicture> seen = new ArrayList<>();
    private List<List<Area>> ahead = List.of();
    private List<WaterPicture> forecasts = List.of();
    private WaterDraft draft = WaterDraft.empty();

    /** @param box that the first observation looks at; the others look at their own areas alone */
    DraftWaters(Envelope box) {
        this.everywhere = Geometries.multiPolygon(Geometries.FACTORY.toGeometry(box));
    }

    void observe(List<Area> areas) {
        Instant at = START.plus(STEP.multipliedBy(seen.size()));
        draft = draft.observed(at, seen.isEmpty() ? everywhere : Geometries.FACTORY.createMultiPolygon(), areas);
        seen.add(draft.picture(at));
        forecast(ahead);
    }

    /** What comes after the newest observation, step by step. */
    void forecast(List<List<Area>> steps) {
        ahead = steps;
        List<WaterPicture> pictures = new ArrayList<>();
        WaterDraft then = draft;
        for (List<Area> areas : steps) {
            Instant at = START.plus(FORECASTS_AFTER).plus(STEP.multipliedBy(pictures.size()));
            then = then.observed(at, Geometries.FACTORY.createMultiPolygon(), areas);
            pictures.add(then.picture(at));
        }
        forecasts = pictures;
    }

    Instant newest() {
        return seen.get(seen.size() - 1).at();
    }

    @Override
    public List<WaterStep> steps(DisasterId disaster) {
        List<WaterStep> steps = new ArrayList<>();
        seen.forEach(picture -> steps.add(new WaterStep(picture.at(), false)));
        forecasts.forEach(picture -> steps.add(new WaterStep(picture.at(), true)));
        return steps;
    }

    @Override
    public WaterPicture picture(DisasterId disaster, Instant at) {
        List<WaterPicture> all = new ArrayList<>(seen);
        all.addAll(forecasts);
        WaterPicture inForce = all.get(0);
        for (WaterPicture picture : all) {
            inForce = picture.at().isAfter(at) ? inForce : picture;
        }
        return inForce;
    }
}
