package vn.reliefmap.admin.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.DistanceOp;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;

/** The outlines of all present units, ready to be asked for a place and to be drawn. Thread-safe. */
final class OutlineIndex {
    /** One degree of latitude in metres, as small as it gets, so that the search box is never too small. */
    private static final double METERS_PER_DEGREE = 110_500;

    private final List<Outline> outlines;
    private final STRtree tree = new STRtree();
    private final Map<Integer, List<Outline>> byZoom = new ConcurrentHashMap<>();

    OutlineIndex(List<Outline> outlines) {
        this.outlines = outlines;
        for (Outline outline : outlines) {
            tree.insert(outline.area().getEnvelopeInternal(), new Lookup(outline));
        }
        tree.build();
    }

    /** The code of the unit that holds the place, or of the nearest one close by. */
    Optional<String> codeAt(LonLat place) {
        Coordinate at = place.coordinate();
        Envelope around = new Envelope(at);
        double reach = AdminUnits.NEAREST_WITHIN_M / METERS_PER_DEGREE / Math.cos(Math.toRadians(place.lat()));
        around.expandBy(Math.min(reach, 1));
        @SuppressWarnings("unchecked")
        List<Lookup> candidates = tree.query(around);
        @Nullable Outline holding = null;
        for (Lookup candidate : candidates) {
            boolean better = holding == null || (holding.simulated() && !candidate.outline.simulated());
            if (better && candidate.locator.locate(at) != Location.EXTERIOR) {
                holding = candidate.outline;
            }
        }
        if (holding == null) {
            Point point = place.point();
            double nearest = AdminUnits.NEAREST_WITHIN_M;
            for (Lookup candidate : candidates) {
                Coordinate[] pair = DistanceOp.nearestPoints(candidate.outline.area(), point);
                double distance = Geometries.distanceMeters(pair[0], pair[1]);
                if (distance <= nearest) {
                    nearest = distance;
                    holding = candidate.outline;
                }
            }
        }
        return Optional.ofNullable(holding).map(Outline::code);
    }

    /** The codes of the units whose box meets the box. */
    List<String> codesIn(Envelope box) {
        return outlines.stream()
                .filter(o -> o.area().getEnvelopeInternal().intersects(box))
                .map(Outline::code)
                .toList();
    }

    /** All outlines, simplified so that the zoom shows no difference; neighbours keep their common border. */
    List<Outline> at(int zoom) {
        return byZoom.computeIfAbsent(zoom, z -> OutlineSimplifier.simplify(outlines, z));
    }

    /** A present unit's area, EPSG:4326, x = longitude. */
    record Outline(String code, boolean simulated, MultiPolygon area) {}

    private static final class Lookup {
        private final Outline outline;
        private final IndexedPointInAreaLocator locator;

        Lookup(Outline outline) {
            this.outline = outline;
            this.locator = new IndexedPointInAreaLocator(outline.area());
        }
    }
}
