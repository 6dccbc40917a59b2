package vn.reliefmap.flood.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.locationtech.jts.geom.Coordinate;

/** What lies under a flood: the water that is always there, and how high the land is. Safe for many threads. */
final class Ground {
    private static final AtomicLong NUMBER = new AtomicLong();

    static final Ground NONE = new Ground(PermanentWater.NONE, Elevation.NONE);

    /** Deeper than any flood: such an estimate is a mistake of the heights. */
    private static final double DEEPEST_M = 50;

    private final PermanentWater permanent;
    private final Elevation elevation;
    private final long number = NUMBER.incrementAndGet();
    /** By the identity of the face: each belongs to one observation. */
    private final Cache<Observation.Face, Optional<EstimatedSurface>> surfaces =
            Caffeine.newBuilder().weakKeys().maximumSize(50_000).build();

    Ground(PermanentWater permanent, Elevation elevation) {
        this.permanent = permanent;
        this.elevation = elevation;
    }

    PermanentWater permanent() {
        return permanent;
    }

    Elevation elevation() {
        return elevation;
    }

    /** Another ground has another number, in this process. */
    long number() {
        return number;
    }

    /**
     * Depth at a position that the observation calls water without a depth: the surface of the flooded area minus the ground, metres,
     * more than 0. NaN = no estimate, also where the ground would stand out of the water.
     */
    double estimateM(Observation observation, Coordinate p) {
        double height = elevation.heightM(p);
        if (Double.isNaN(height)) {
            return Double.NaN;
        }
        double[] deepest = {Double.NaN};
        observation.eachUnknownAt(
                p, face -> surfaces.get(face, f -> Optional.ofNullable(EstimatedSurface.of(f, observation, this)))
                        .ifPresent(surface -> {
                            double depth = surface.heightM(p) - height;
                            if (depth > 0 && depth <= DEEPEST_M && !(depth <= deepest[0])) {
                                deepest[0] = depth;
                            }
                        }));
        return deepest[0];
    }
}
