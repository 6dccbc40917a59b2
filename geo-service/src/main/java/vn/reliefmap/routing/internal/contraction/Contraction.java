package vn.reliefmap.routing.internal.contraction;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One network under one water for one vehicle class, ready for quick questions: every shortest way leads from its start up
 * to a highest node and down to its end. Immutable and thread-safe.
 */
public final class Contraction {
    final Shortcuts shape;
    final Arcs up;
    final Arcs down;

    Contraction(Shortcuts shape, Arcs up, Arcs down) {
        this.shape = shape;
        this.up = up;
        this.down = down;
    }

    /** The quickest way; null when there is none. */
    public @Nullable Way way(Ends from, Ends to) {
        Climb forth = shape.climb();
        Climb back = shape.climb();
        Way way = new WaySearch(this, forth, back).find(from, to);
        shape.giveBack(forth);
        shape.giveBack(back);
        return way;
    }

    /**
     * The places in an order in which neighbours follow each other: tables are quicker that way, because the same part of
     * the hierarchy is asked again and again.
     */
    public int[] byPlace(List<Ends> places) {
        return IntStream.range(0, places.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> shape.number(places.get(i).nodes()[0])))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** What it takes in memory beside the shape. */
    public long bytes() {
        return up.bytes() + down.bytes();
    }

    /** Arcs of both directions that were kept. */
    public int arcs() {
        return up.head.length + down.head.length;
    }

    public int nodes() {
        return shape.nodes();
    }
}
