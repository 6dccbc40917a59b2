package vn.reliefmap.routing.internal;

import com.graphhopper.routing.weighting.AbstractAdjustedWeighting;
import com.graphhopper.util.EdgeIteratorState;
import java.util.List;

/**
 * Driving time in seconds under a water snapshot: infinite on closed and unknown edges, longer on slow ones, never
 * shorter than {@link FreeFlowWeighting}, so that landmarks prepared on the dry network stay exact. Thread-safe.
 */
final class FloodWeighting extends AbstractAdjustedWeighting {
    private final FreeFlowWeighting dry;
    private final RoadGraph graph;
    private final float[] speedFactors;
    private final double leastSpeedKmh;

    /**
     * @param speedFactors per edge of the base graph: 1 open, between 0 and 1 slow, 0 closed or unknown
     * @param leastSpeedKmh speed that is not undercut on slow edges, unless the dry road is slower still
     */
    FloodWeighting(FreeFlowWeighting dry, RoadGraph graph, float[] speedFactors, double leastSpeedKmh) {
        super(dry);
        this.dry = dry;
        this.graph = graph;
        this.speedFactors = speedFactors;
        this.leastSpeedKmh = leastSpeedKmh;
    }

    /** As slow on every edge as the slowest of them, and closed where one of them is. All are of one class and graph. */
    static FloodWeighting slowest(List<FloodWeighting> weightings) {
        FloodWeighting first = weightings.get(0);
        float[] factors = first.factors();
        double leastKmh = first.leastSpeedKmh;
        for (FloodWeighting other : weightings.subList(1, weightings.size())) {
            for (int edge = 0; edge < factors.length; edge++) {
                factors[edge] = Math.min(factors[edge], other.speedFactors[edge]);
            }
            leastKmh = Math.max(leastKmh, other.leastSpeedKmh);
        }
        return new FloodWeighting(first.dry, first.graph, factors, leastKmh);
    }

    /** A copy to be changed: one factor per edge of the base graph. */
    float[] factors() {
        return speedFactors.clone();
    }

    double leastSpeedKmh() {
        return leastSpeedKmh;
    }

    @Override
    public double calcEdgeWeight(EdgeIteratorState edge, boolean reverse) {
        double usualKmh = dry.speedKmh(edge, reverse);
        float factor = speedFactors[graph.baseEdge(edge)];
        if (factor == 1) {
            return FreeFlowWeighting.seconds(edge.getDistance(), usualKmh);
        }
        if (factor == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double kmh = Math.max(Math.min(leastSpeedKmh, usualKmh), usualKmh * factor);
        return FreeFlowWeighting.seconds(edge.getDistance(), kmh);
    }

    /** True when the edge of the base graph is closed, or under water of unknown depth. */
    boolean closed(int edge) {
        return speedFactors[edge] == 0;
    }

    @Override
    public long calcEdgeMillis(EdgeIteratorState edge, boolean reverse) {
        return Math.round(calcEdgeWeight(edge, reverse) * 1000);
    }

    @Override
    public String getName() {
        return "flooded";
    }
}
