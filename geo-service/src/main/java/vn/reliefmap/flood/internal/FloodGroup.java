package vn.reliefmap.flood.internal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.Repair;

/**
 * All features of one file that speak of one moment: they become one observation. Keeps a fingerprint and the hull, not
 * the polygons. Not thread-safe.
 */
final class FloodGroup {
    private final int number;
    private final Instant at;
    private final boolean forecast;
    private final MessageDigest digest;
    private final List<MultiPolygon> footprints = new ArrayList<>();
    private final List<Coordinate> hullPoints = new ArrayList<>();
    private MultiPolygon footprint = Geometries.FACTORY.createMultiPolygon();
    private long features;
    private boolean hull;
    private boolean traced;

    FloodGroup(int number, Instant at, boolean forecast) {
        this.number = number;
        this.at = at;
        this.forecast = forecast;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        digest.update((byte) (forecast ? 1 : 0));
    }

    void addFootprint(MultiPolygon area) {
        features++;
        footprints.add(area);
        fingerprint('f', area, 0);
    }

    /** @param depthM NaN = unknown */
    void addPolygon(MultiPolygon area, double depthM, double velocityMs) {
        features++;
        fingerprint('p', area, depthM);
        if (!Double.isNaN(velocityMs)) {
            // Files without currents keep the fingerprint they always had.
            digest.update((byte) 'v');
            digest.update(ByteBuffer.allocate(8).putDouble(velocityMs).array());
        }
        hullPoints.addAll(List.of(new ConvexHull(area).getConvexHull().getCoordinates()));
        if (hullPoints.size() > 10_000) {
            List<Coordinate> reduced = List.of(hullOfPoints().getCoordinates());
            hullPoints.clear();
            hullPoints.addAll(reduced);
        }
    }

    /** As {@link #addPolygon}, for an area whose observation has a footprint of its own and whose order is fixed. */
    void addTraced(MultiPolygon area, double depthM) {
        features++;
        traced = true;
        fingerprint('p', area, depthM);
    }

    /** Settles the footprint: the file's own, else the hull. {@code common} ones count for every time of the file. */
    void close(List<MultiPolygon> common) {
        List<MultiPolygon> given = new ArrayList<>(footprints);
        for (MultiPolygon area : common) {
            given.add(area);
            fingerprint('f', area, 0);
        }
        hull = given.isEmpty();
        if (traced) {
            // Made by us, valid and without overlaps.
            footprint = Geometries.multiPolygon(Geometries.FACTORY.buildGeometry(given));
            return;
        }
        Geometry all = hull
                ? hullOfPoints()
                : OverlayNGRobust.union(Geometries.FACTORY.createGeometryCollection(given.toArray(Geometry[]::new)));
        footprint = Repair.of(all).area();
    }

    private Geometry hullOfPoints() {
        return new ConvexHull(hullPoints.toArray(Coordinate[]::new), Geometries.FACTORY).getConvexHull();
    }

    private void fingerprint(char kind, MultiPolygon area, double depthM) {
        digest.update((byte) kind);
        digest.update(ByteBuffer.allocate(8).putDouble(depthM).array());
        digest.update(new WKBWriter(2).write(area));
    }

    /** The same for the same content; asks once, after {@link #close}. */
    byte[] sha256() {
        return digest.digest();
    }

    int number() {
        return number;
    }

    Instant at() {
        return at;
    }

    boolean forecast() {
        return forecast;
    }

    MultiPolygon footprint() {
        return footprint;
    }

    /** True when polygons may lie outside the footprint; those of a grid or a hull cannot. */
    boolean mayReachOut() {
        return !hull && !traced;
    }

    boolean isHull() {
        return hull;
    }

    /** Polygons and footprints of this time alone. */
    long features() {
        return features;
    }
}
