package vn.reliefmap.flood.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.locationtech.jts.algorithm.RectangleLineIntersector;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.chain.MonotoneChain;
import org.locationtech.jts.index.chain.MonotoneChainBuilder;
import org.locationtech.jts.index.chain.MonotoneChainSelectAction;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * One observation or forecast with its indexes: what was looked at, and where water stood. EPSG:4326, x = longitude.
 * Immutable; safe for many threads, and shared by all pictures it is part of.
 */
final class Observation {
    /** The newest first; at the same time an observation before a forecast, and the later import before the earlier. */
    static final Comparator<Observation> NEWEST_FIRST = Comparator.comparing(
                    Observation::observedAt, Comparator.reverseOrder())
            .thenComparing(Observation::forecast)
            .thenComparing(Observation::importedAt, Comparator.reverseOrder())
            .thenComparing(Observation::id);

    private final UUID id;
    private final Instant observedAt;
    private final boolean forecast;
    private final Instant importedAt;
    private final MultiPolygon footprint;
    private final List<Face> faces;
    private final IndexedPointInAreaLocator footprintLocator;
    private final Envelope extent = new Envelope();
    private final HPRtree faceTree = new HPRtree();
    private final HPRtree boundaryTree = new HPRtree();
    private final boolean hasUnknown;
    private final boolean hasCurrent;

    /**
     * @param footprint valid; may be empty, then only the faces themselves were looked at
     * @param faces water; a face of depth 0 is a statement that the place is dry
     */
    Observation(
            UUID id,
            Instant observedAt,
            boolean forecast,
            Instant importedAt,
            MultiPolygon footprint,
            List<Face> faces) {
        this.id = id;
        this.observedAt = observedAt;
        this.forecast = forecast;
        this.importedAt = importedAt;
        this.footprint = footprint;
        this.faces = List.copyOf(faces);
        this.footprintLocator = new IndexedPointInAreaLocator(footprint);
        addBoundary(footprint);
        for (Face face : this.faces) {
            faceTree.insert(face.polygon.getEnvelopeInternal(), face);
            addBoundary(face.polygon);
        }
        faceTree.build();
        boundaryTree.build();
        hasCurrent = this.faces.stream().anyMatch(face -> !Double.isNaN(face.velocityMs));
        hasUnknown = this.faces.stream().anyMatch(face -> !face.depthKnown());
    }

    private void addBoundary(Geometry area) {
        extent.expandToInclude(area.getEnvelopeInternal());
        for (Object ring : LinearComponentExtracter.getLines(area)) {
            for (Object o : MonotoneChainBuilder.getChains(((Geometry) ring).getCoordinates())) {
                MonotoneChain chain = (MonotoneChain) o;
                boundaryTree.insert(chain.getEnvelope(), chain);
            }
        }
    }

    UUID id() {
        return id;
    }

    Instant observedAt() {
        return observedAt;
    }

    boolean forecast() {
        return forecast;
    }

    Instant importedAt() {
        return importedAt;
    }

    MultiPolygon footprint() {
        return footprint;
    }

    List<Face> faces() {
        return faces;
    }

    /** Everything this observation speaks of lies inside; null envelope when it speaks of nothing. */
    Envelope extent() {
        return extent;
    }

    /** Hands out each piece of footprint or water outline whose box meets the given box. */
    void outlinesNear(Envelope box, Consumer<MonotoneChain> each) {
        boundaryTree.query(box, item -> each.accept((MonotoneChain) item));
    }

    /** False when no outline comes near the box; this observation says the same of all positions in it then. */
    boolean isOutlinedIn(Envelope box) {
        OutlineIn in = new OutlineIn(box);
        boundaryTree.query(box, item -> in.look((MonotoneChain) item));
        return in.found;
    }

    /** What this observation alone says of a position; outlines belong to the area they bound. */
    Finding at(Coordinate p) {
        if (!extent.intersects(p)) {
            return Finding.NOT_SEEN;
        }
        boolean[] seen = {false, false};
        double[] deepest = {Double.NaN};
        faceTree.query(new Envelope(p), item -> {
            Face face = (Face) item;
            if (face.holds(p)) {
                seen[0] = true;
                if (face.depthKnown()) {
                    deepest[0] = Double.isNaN(deepest[0]) ? face.depthM : Math.max(deepest[0], face.depthM);
                } else {
                    seen[1] = true;
                }
            }
        });
        if (!seen[0]) {
            return footprintLocator.locate(p) == Location.EXTERIOR ? Finding.NOT_SEEN : Finding.DRY;
        }
        if (deepest[0] > 0) {
            return new Finding(Finding.Kind.DEPTH, deepest[0]);
        }
        return seen[1] ? Finding.WATER : Finding.DRY;
    }

    /** Hands out the water of unknown depth at a position. */
    void eachUnknownAt(Coordinate p, Consumer<Face> each) {
        faceTree.query(new Envelope(p), item -> {
            Face face = (Face) item;
            if (!face.depthKnown() && face.holds(p)) {
                each.accept(face);
            }
        });
    }

    /** The fastest current this observation knows of at a position, metres per second; NaN = not known. */
    double currentMs(Coordinate p) {
        double[] fastest = {Double.NaN};
        faceTree.query(new Envelope(p), item -> {
            Face face = (Face) item;
            if (face.isWater() && !Double.isNaN(face.velocityMs) && !(face.velocityMs <= fastest[0]) && face.holds(p)) {
                fastest[0] = face.velocityMs;
            }
        });
        return fastest[0];
    }

    /** True when the current of some of its water is known. */
    boolean hasCurrent() {
        return hasCurrent;
    }

    /** True when some of its water has no depth. */
    boolean hasUnknown() {
        return hasUnknown;
    }

    /** Looks for an outline that meets a box. */
    private static final class OutlineIn extends MonotoneChainSelectAction {
        private final Envelope box;
        private final RectangleLineIntersector meets;
        private boolean found;

        OutlineIn(Envelope box) {
            this.box = box;
            this.meets = new RectangleLineIntersector(box);
        }

        void look(MonotoneChain chain) {
            if (!found) {
                chain.select(box, this);
            }
        }

        @Override
        public void select(LineSegment piece) {
            found |= meets.intersects(piece.p0, piece.p1);
        }
    }

    /** What one observation says of one position. */
    record Finding(Kind kind, double depthM) {
        static final Finding NOT_SEEN = new Finding(Kind.NOT_SEEN, 0);
        static final Finding DRY = new Finding(Kind.DRY, 0);
        static final Finding WATER = new Finding(Kind.WATER, 0);

        enum Kind {
            NOT_SEEN,
            DRY,
            /** Under water, depth not known to this observation. */
            WATER,
            DEPTH
        }
    }

    /** One polygon of water. Immutable, thread-safe. */
    static final class Face {
        private final Polygon polygon;
        private final double depthM;
        private final double velocityMs;
        private final IndexedPointInAreaLocator locator;

        /** Water whose current is not known. */
        Face(Polygon polygon, double depthM) {
            this(polygon, depthM, Double.NaN);
        }

        /**
         * @param depthM metres above ground, 0 or more; NaN = unknown
         * @param velocityMs fastest current, metres per second; NaN = unknown
         */
        Face(Polygon polygon, double depthM, double velocityMs) {
            this.polygon = polygon;
            this.depthM = depthM;
            this.velocityMs = velocityMs;
            this.locator = new IndexedPointInAreaLocator(polygon);
        }

        Polygon polygon() {
            return polygon;
        }

        boolean depthKnown() {
            return !Double.isNaN(depthM);
        }

        /** NaN when unknown. */
        double depthM() {
            return depthM;
        }

        /** A face of depth 0 says that there is no water. */
        boolean isWater() {
            return !(depthM <= 0);
        }

        private boolean holds(Coordinate p) {
            return locator.locate(p) != Location.EXTERIOR;
        }
    }
}
