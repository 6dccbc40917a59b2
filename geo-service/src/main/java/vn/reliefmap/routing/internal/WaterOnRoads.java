package vn.reliefmap.routing.internal;

import java.util.List;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.passability.Verdict;

/** The water on every edge of one road graph, at a moment or over a span of time. Immutable; thread-safe. */
sealed interface WaterOnRoads permits WaterSnapshot, WaterSpan {
    RoadGraph graph();

    /** Same name = same water on the same roads, in whichever process it was built. */
    String id();

    /** The steps in it, oldest first, at least one. */
    List<WaterSnapshot> steps();

    /** The class's weighting under this water; made once. */
    FloodWeighting weighting(VehicleClass vehicle);

    /** The step that decides whether and how slowly the class passes an edge. */
    WaterSnapshot worst(VehicleClass vehicle, int edge);

    /** The step to tell of an edge that is driven: the one with the deepest water on it. */
    WaterSnapshot deepest(int edge);

    default Verdict verdict(VehicleClass vehicle, int edge) {
        return worst(vehicle, edge).verdict(vehicle, edge);
    }

    /** Deepest water on the edge in metres, 0 = none, NaN = unknown, infinite = closed whatever the depth. */
    default float depthM(int edge) {
        return deepest(edge).depthM(edge);
    }
}
