package vn.reliefmap.routing.internal;

import com.graphhopper.util.EdgeIteratorState;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One edge of a way.
 *
 * @param edge in the direction of driving
 * @param water that is told of it: the deepest while it was driven; null on dry roads
 * @param seconds it takes
 */
record DrivenEdge(EdgeIteratorState edge, @Nullable WaterSnapshot water, double seconds) {
    /** The whole way under one water. */
    static List<DrivenEdge> under(
            @Nullable WaterOnRoads water, List<EdgeIteratorState> edges, ToDoubleFunction<EdgeIteratorState> seconds) {
        return edges.stream()
                .map(edge -> new DrivenEdge(
                        edge,
                        water == null ? null : water.deepest(water.graph().baseEdge(edge)),
                        seconds.applyAsDouble(edge)))
                .toList();
    }
}
