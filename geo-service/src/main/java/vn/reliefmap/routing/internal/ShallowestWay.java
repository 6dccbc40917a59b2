package vn.reliefmap.routing.internal;

import com.graphhopper.routing.Path;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.EdgeIteratorState;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the way whose deepest water is the least among all ways that take no longer than allowed, to a centimetre, and of
 * those the quickest. Roads are closed from some depth on, and that depth is halved down to: the shallower the limit, the
 * longer the way, so a dozen searches do.
 */
final class ShallowestWay {
    private static final double EXACT_TO_M = 0.01;

    private final WaterOnRoads snapshot;
    private final Weighting flooded;
    private final Function<Weighting, Path> search;

    /** @param search the quickest way between the two places under a weighting */
    ShallowestWay(WaterOnRoads snapshot, Weighting flooded, Function<Weighting, Path> search) {
        this.snapshot = snapshot;
        this.flooded = flooded;
        this.search = search;
    }

    /**
     * Empty when no way within the time is shallower than wanted.
     *
     * @param wantedM deepest water that is still worth telling
     */
    Optional<Path> within(double seconds, double wantedM) {
        if (wantedM < 0) {
            return Optional.empty();
        }
        Path best = atMost(wantedM, seconds);
        if (best == null) {
            return Optional.empty();
        }
        double enough = deepestM(best);
        double tooLittle = -EXACT_TO_M;
        double limit = 0;
        while (enough - tooLittle > EXACT_TO_M) {
            Path way = atMost(limit, seconds);
            if (way == null) {
                tooLittle = limit;
            } else {
                best = way;
                enough = deepestM(way);
            }
            limit = (enough + tooLittle) / 2;
        }
        return Optional.of(best);
    }

    private @Nullable Path atMost(double depthM, double seconds) {
        Path way = search.apply(new ShallowWeighting(flooded, snapshot, depthM));
        return way.isFound() && way.getWeight() <= seconds ? way : null;
    }

    double deepestM(Path way) {
        double deepestM = 0;
        for (EdgeIteratorState edge : way.calcEdges()) {
            deepestM = Math.max(deepestM, snapshot.depthM(snapshot.graph().baseEdge(edge)));
        }
        return deepestM;
    }
}
