package vn.reliefmap.routing.internal.contraction;

/**
 * A quickest way over at least one junction.
 *
 * @param seconds in all, the pieces at both ends included
 * @param edges whole edges in order, {@code ~edge} where it is driven from its second node to its first
 * @param first which of the start's junctions it begins at, 0 or 1
 * @param last which of the end's junctions it ends at
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Way(double seconds, int[] edges, int first, int last) {}
