package vn.reliefmap.routing.internal;

import com.graphhopper.routing.lm.LMApproximator;
import com.graphhopper.routing.lm.LandmarkStorage;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.util.exceptions.ConnectionNotFoundException;
import java.util.function.IntToDoubleFunction;
import vn.reliefmap.passability.VehicleClass;

/** Seconds of dry driving that at least lie between a node and the destination, by the landmarks of the class. */
final class DryBound implements IntToDoubleFunction {
    private static final int LANDMARKS_ASKED = 8;

    private final LMApproximator landmarks;
    private boolean joined = true;

    DryBound(RoadGraph graph, VehicleClass vehicle, QueryGraph both, int to) {
        LandmarkStorage storage = graph.landmarks(vehicle);
        landmarks = LMApproximator.forLandmarks(
                both, graph.dry(vehicle), storage, Math.min(LANDMARKS_ASKED, storage.getLandmarkCount()));
        landmarks.setTo(to);
    }

    @Override
    public double applyAsDouble(int node) {
        if (!joined) {
            return 0;
        }
        try {
            return landmarks.approximate(node);
        } catch (ConnectionNotFoundException e) {
            // Two parts with landmarks of their own may still be joined by a one-way street.
            joined = false;
            return 0;
        }
    }
}
