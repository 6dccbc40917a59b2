package vn.reliefmap.plan.internal.making;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import vn.reliefmap.flood.WaterDraft;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.flood.WaterStep;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.DisasterId;

/** Water to measure with: pools seen at the start, and one more an hour later. */
final class MadeUpWater implements Waters {
    static final Instant START = Instant.parse("2020-10-18T00:00:00Z");
    private static final double DEEP_M = 1.5;
    static final Instant LATER = START.plus(Duration.ofHours(1));

    private final WaterDraft first;
    private final List<WaterPicture> pictures = new ArrayList<>();

    MadeUpWater(Envelope box, List<WaterDraft.Area> pools) {
        first = WaterDraft.empty().observed(START, Geometries.multiPolygon(Geometries.FACTORY.toGeometry(box)), pools);
        pictures.add(first.picture(START));
    }

    /** One more pool of deep water, around a place. */
    void rise(WaterDraft.Area pool, LonLat around) {
        Coordinate centre = pool.polygon().getCentroid().getCoordinate();
        Polygon moved =
                (Polygon) AffineTransformation.translationInstance(around.lon() - centre.x, around.lat() - centre.y)
                        .transform(pool.polygon());
        pictures.add(first.observed(
                        LATER, Geometries.FACTORY.createMultiPolygon(), List.of(new WaterDraft.Area(moved, DEEP_M)))
                .picture(LATER));
    }

    @Override
    public List<WaterStep> steps(DisasterId disaster) {
        return pictures.stream()
                .map(picture -> new WaterStep(picture.at(), false))
                .toList();
    }

    @Override
    public WaterPicture picture(DisasterId disaster, Instant at) {
        return pictures.get(at.isBefore(LATER) ? 0 : pictures.size() - 1);
    }
}
