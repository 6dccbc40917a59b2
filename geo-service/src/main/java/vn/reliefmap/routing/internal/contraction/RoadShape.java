package vn.reliefmap.routing.internal.contraction;

/**
 * Which junctions are joined by which roads, and where they lie; nothing about time, direction or water.
 *
 * @param from an end of each edge
 * @param to the other end
 * @param lon longitude of each node in degrees
 * @param lat latitude of each node in degrees
 * @param rank how much each node counts: the larger, the more ways are likely to lead over it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RoadShape(int[] from, int[] to, float[] lon, float[] lat, float[] rank) {
    public int nodes() {
        return lon.length;
    }

    public int edges() {
        return from.length;
    }
}
