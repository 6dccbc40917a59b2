package vn.reliefmap.routing.internal.contraction;

/**
 * Where a search may begin or end: one or two junctions, and what it costs to get from the place to each or from each to
 * the place. A place on a junction has that one, without cost.
 *
 * @param nodes junctions of the roads
 * @param seconds to or from each; infinite where that is not allowed
 * @param mm millimetres to or from each
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Ends(int[] nodes, double[] seconds, double[] mm) {}
