package vn.reliefmap.routing.internal;

import com.graphhopper.util.EdgeIteratorState;
import java.util.List;

/**
 * A way with its time.
 *
 * @param edges in order, each in the direction of driving
 * @param durationS seconds from the departure to the arrival
 */
record TimedWay(List<EdgeIteratorState> edges, double durationS) {}
