package vn.reliefmap.routing.internal;

import com.graphhopper.routing.weighting.AbstractAdjustedWeighting;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.EdgeIteratorState;

/**
 * The weighting under a water snapshot, with every road closed whose water is deeper than a limit. Never below the
 * weighting it is made of, so that landmarks stay exact.
 */
final class ShallowWeighting extends AbstractAdjustedWeighting {
    private final WaterOnRoads snapshot;
    private final double mostDepthM;

    ShallowWeighting(Weighting flooded, WaterOnRoads snapshot, double mostDepthM) {
        super(flooded);
        this.snapshot = snapshot;
        this.mostDepthM = mostDepthM;
    }

    @Override
    public double calcEdgeWeight(EdgeIteratorState edge, boolean reverse) {
        return snapshot.depthM(snapshot.graph().baseEdge(edge)) > mostDepthM
                ? Double.POSITIVE_INFINITY
                : superWeighting.calcEdgeWeight(edge, reverse);
    }

    @Override
    public long calcEdgeMillis(EdgeIteratorState edge, boolean reverse) {
        return superWeighting.calcEdgeMillis(edge, reverse);
    }

    @Override
    public String getName() {
        return "shallow";
    }
}
