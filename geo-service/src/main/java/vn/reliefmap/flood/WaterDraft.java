package vn.reliefmap.flood;

import java.time.Instant;
import java.util.List;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import vn.reliefmap.flood.internal.ObservedDraft;

/**
 * Water that is not in the database, merged into pictures by the same rules as the water that is: for benchmarks.
 * Immutable; each addition gives a new draft that shares the indexes of the old one.
 */
public interface WaterDraft {
    /** Nothing observed. */
    static WaterDraft empty() {
        return ObservedDraft.EMPTY;
    }

    /**
     * A piece of water.
     *
     * @param polygon valid, EPSG:4326
     * @param depthM metres above ground, 0 or more (0 = said to be dry); NaN = unknown
     * @param velocityMs fastest current, metres per second; NaN = unknown
     */
    record Area(Polygon polygon, double depthM, double velocityMs) {
        /** Water whose current nobody knows. */
        public Area(Polygon polygon, double depthM) {
            this(polygon, depthM, Double.NaN);
        }
    }

    /** With one more observation; an empty footprint means that only the areas themselves were looked at. */
    WaterDraft observed(Instant observedAt, MultiPolygon footprint, List<Area> areas);

    /** All that was observed up to the moment. */
    WaterPicture picture(Instant at);
}
