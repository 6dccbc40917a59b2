package vn.reliefmap.routing.internal;

import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.EncodedValueLookup;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.EdgeIteratorState;

/**
 * Weight = driving time in seconds on dry roads, and nothing else: only then does deeper water never make a route
 * quicker. Thread-safe.
 */
final class FreeFlowWeighting implements Weighting {
    private final BooleanEncodedValue access;
    private final DecimalEncodedValue speed;
    private final double minSecondsPerMeter;

    private FreeFlowWeighting(BooleanEncodedValue access, DecimalEncodedValue speed) {
        this.access = access;
        this.speed = speed;
        this.minSecondsPerMeter = 3.6 / RoadRules.TOP_SPEED_KMH;
    }

    static FreeFlowWeighting of(EncodedValueLookup values, String profile) {
        return new FreeFlowWeighting(
                values.getBooleanEncodedValue(profile + "_access"),
                values.getDecimalEncodedValue(profile + "_average_speed"));
    }

    /** Usual speed in km/h, 0 when the direction is not allowed. */
    double speedKmh(EdgeIteratorState edge, boolean reverse) {
        boolean allowed = reverse ? edge.getReverse(access) : edge.get(access);
        return allowed ? edge.get(speed) : 0;
    }

    boolean usable(EdgeIteratorState edge) {
        return edge.get(access) || edge.getReverse(access);
    }

    @Override
    public double calcMinWeightPerDistance() {
        return minSecondsPerMeter;
    }

    @Override
    public double calcEdgeWeight(EdgeIteratorState edge, boolean reverse) {
        return seconds(edge.getDistance(), speedKmh(edge, reverse));
    }

    static double seconds(double distanceM, double speedKmh) {
        return speedKmh > 0 ? distanceM * 3.6 / speedKmh : Double.POSITIVE_INFINITY;
    }

    @Override
    public long calcEdgeMillis(EdgeIteratorState edge, boolean reverse) {
        return Math.round(calcEdgeWeight(edge, reverse) * 1000);
    }

    @Override
    public double calcTurnWeight(int inEdge, int viaNode, int outEdge) {
        return 0;
    }

    @Override
    public long calcTurnMillis(int inEdge, int viaNode, int outEdge) {
        return 0;
    }

    @Override
    public boolean hasTurnCosts() {
        return false;
    }

    @Override
    public String getName() {
        return "free_flow";
    }
}
