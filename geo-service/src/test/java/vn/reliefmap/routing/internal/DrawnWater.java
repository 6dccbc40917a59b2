package vn.reliefmap.routing.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import vn.reliefmap.flood.Water;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.kernel.DisasterId;

/** Water as a test draws it: polygons with depths, NaN for unknown, seen from above or not. A pure function. */
record DrawnWater(DisasterId disaster, Instant at, boolean everythingSeen, List<Pool> pools) implements WaterPicture {
    static final DisasterId FLOOD = new DisasterId(UUID.fromString("00000000-0000-0000-0000-000000002020"));
    static final Instant SEEN = Instant.parse("2020-10-18T06:00:00Z");

    /** One polygon of water. */
    record Pool(PreparedGeometry prepared, double depthM) {
        Pool(Geometry area, double depthM) {
            this(PreparedGeometryFactory.prepare(area), depthM);
        }

        Geometry area() {
            return prepared.getGeometry();
        }
    }

    static DrawnWater nothing() {
        return new DrawnWater(FLOOD, SEEN, true, List.of());
    }

    DrawnWater box(double minLon, double minLat, double maxLon, double maxLat, double depthM) {
        return pool(Geometries.FACTORY.toGeometry(new Envelope(minLon, maxLon, minLat, maxLat)), depthM);
    }

    DrawnWater pool(Geometry area, double depthM) {
        List<Pool> more = new ArrayList<>(pools);
        more.add(new Pool(area, depthM));
        return new DrawnWater(disaster, at, everythingSeen, List.copyOf(more));
    }

    /** The same pools, each deeper by so much; NaN turns all into unknown depth. */
    DrawnWater deeper(double byM) {
        return new DrawnWater(
                disaster,
                at,
                everythingSeen,
                pools.stream().map(p -> new Pool(p.prepared, p.depthM + byM)).toList());
    }

    /** The same water at another time. */
    DrawnWater seenAt(Instant other) {
        return new DrawnWater(disaster, other, everythingSeen, pools);
    }

    DrawnWater unseen() {
        return new DrawnWater(disaster, at, false, pools);
    }

    @Override
    public @Nullable Instant newestObservedAt() {
        return at;
    }

    @Override
    public boolean forecast() {
        return false;
    }

    @Override
    public boolean hasCurrents() {
        return false;
    }

    @Override
    public Water along(LineString line) {
        return of(line);
    }

    @Override
    public Water at(Coordinate position) {
        return of(Geometries.FACTORY.createPoint(position));
    }

    @Override
    public boolean sameWithin(Envelope box) {
        Geometry area = Geometries.FACTORY.toGeometry(box);
        return pools.stream()
                .filter(pool -> pool.area().getEnvelopeInternal().intersects(box))
                .allMatch(pool -> pool.prepared.containsProperly(area) || pool.prepared.disjoint(area));
    }

    private Water of(Geometry place) {
        Envelope box = place.getEnvelopeInternal();
        double deepest = -1;
        boolean unknown = false;
        for (Pool pool : pools) {
            if (pool.area().getEnvelopeInternal().intersects(box) && pool.prepared.intersects(place)) {
                unknown |= Double.isNaN(pool.depthM);
                deepest = Math.max(deepest, Double.isNaN(pool.depthM) ? 0 : pool.depthM);
            }
        }
        if (unknown) {
            return new Water(Water.State.UNKNOWN, deepest, at);
        }
        if (deepest >= 0) {
            return new Water(Water.State.WET, deepest, at);
        }
        return everythingSeen ? new Water(Water.State.DRY, 0, at) : Water.NOWHERE_OBSERVED;
    }

    @Override
    public List<Envelope> wetEnvelopes() {
        return pools.stream().map(p -> p.area().getEnvelopeInternal()).toList();
    }
}
