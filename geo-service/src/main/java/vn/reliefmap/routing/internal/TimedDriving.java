package vn.reliefmap.routing.internal;

import com.graphhopper.util.EdgeIteratorState;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.passability.VehicleClass;

/**
 * How one vehicle gets along a road while the water changes. Time is in seconds since the departure.
 *
 * <p>Two rules. On an edge it drives at the speed of whichever step is in force, so its speed changes under way. And it
 * uses an edge only if the edge has been passable in every step from the departure until the edge is left: not if it
 * closes under the wheels, and not if it is closed now and forecast to open before the vehicle gets there.
 *
 * <p>From both follows: <b>who enters an edge earlier leaves it no later, and whatever the later one may drive on, the
 * earlier one may too.</b> For the earlier one was nowhere overtaken (at any moment both drive at the same speed), and
 * the steps until it leaves are among those until the later one leaves. See docs/decisions/0195.
 */
final class TimedDriving {
    private final WaterAhead ahead;
    private final VehicleClass vehicle;
    private final @Nullable FloodWeighting[] weightings;

    TimedDriving(WaterAhead ahead, VehicleClass vehicle) {
        this.ahead = ahead;
        this.vehicle = vehicle;
        this.weightings = new FloodWeighting[ahead.count()];
    }

    private FloodWeighting weighting(int step) {
        FloodWeighting known = weightings[step];
        if (known == null) {
            known = ahead.water(step).weighting(vehicle);
            weightings[step] = known;
        }
        return known;
    }

    /** When an edge is left that is entered at a moment; infinite when it may not be used. */
    double leftS(EdgeIteratorState edge, double enteredS) {
        int step = 0;
        while (ahead.untilS(step) <= enteredS) {
            if (!Double.isFinite(weighting(step).calcEdgeWeight(edge, false))) {
                return Double.POSITIVE_INFINITY;
            }
            step++;
        }
        double nowS = enteredS;
        double toGo = 1;
        while (true) {
            double wholeS = weighting(step).calcEdgeWeight(edge, false);
            double untilS = ahead.untilS(step);
            if (!Double.isFinite(wholeS)) {
                return Double.POSITIVE_INFINITY;
            }
            if (nowS + toGo * wholeS <= untilS) {
                return nowS + toGo * wholeS;
            }
            toGo = Math.max(0, toGo - (untilS - nowS) / wholeS);
            nowS = untilS;
            step++;
        }
    }

    /** The first step in which an edge of the base graph is closed; −1 when it is open from the departure until then. */
    int closedIn(int edge, double untilS) {
        int last = ahead.stepAt(untilS);
        for (int step = 0; step <= last; step++) {
            if (weighting(step).closed(edge)) {
                return step;
            }
        }
        return -1;
    }

    /** Of the steps in force between two moments the one with the deepest water on the edge. */
    int deepestStep(int edge, double fromS, double toS) {
        int deepest = ahead.stepAt(fromS);
        for (int step = deepest + 1; step <= ahead.stepAt(toS); step++) {
            if (ahead.water(step).depthM(edge) > ahead.water(deepest).depthM(edge)) {
                deepest = step;
            }
        }
        return deepest;
    }
}
