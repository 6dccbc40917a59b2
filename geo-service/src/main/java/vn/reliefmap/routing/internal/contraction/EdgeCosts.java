package vn.reliefmap.routing.internal.contraction;

/**
 * What each edge costs, in the order of {@link RoadShape}.
 *
 * @param forward seconds from the edge's first node to its second; infinite = not allowed or closed; never below 0
 * @param backward seconds the other way
 * @param lengthMm in millimetres
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record EdgeCosts(double[] forward, double[] backward, int[] lengthMm) {}
