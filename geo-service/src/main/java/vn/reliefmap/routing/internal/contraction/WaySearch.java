package vn.reliefmap.routing.internal.contraction;

import com.carrotsearch.hppc.IntArrayList;
import org.jspecify.annotations.Nullable;

/** Finds the quickest way between two places, edge by edge. */
final class WaySearch {
    private final Contraction roads;
    private final Climb forth;
    private final Climb back;

    WaySearch(Contraction roads, Climb forth, Climb back) {
        this.roads = roads;
        this.forth = forth;
        this.back = back;
    }

    @Nullable
    Way find(Ends from, Ends to) {
        forth.from(from, roads.up);
        back.from(to, roads.down);
        double best = Double.POSITIVE_INFINITY;
        int top = Shortcuts.NONE;
        for (int i = 0; i < back.reached(); i++) {
            int node = back.reached(i);
            double both = forth.seconds(node) + back.seconds(node);
            if (both < best) {
                best = both;
                top = node;
            }
        }
        if (top == Shortcuts.NONE) {
            return null;
        }
        IntArrayList edges = new IntArrayList();
        int first = ascend(top, edges);
        int last = top;
        while (!back.startsAt(last)) {
            int below = back.below(last);
            unpack(roads.down, back.arc(last), below, last, true, edges);
            last = below;
        }
        return new Way(best, edges.toArray(), which(from, first), which(to, last));
    }

    private int ascend(int top, IntArrayList edges) {
        IntArrayList nodes = new IntArrayList();
        int node = top;
        while (!forth.startsAt(node)) {
            nodes.add(node);
            node = forth.below(node);
        }
        int first = node;
        for (int i = nodes.size() - 1; i >= 0; i--) {
            int next = nodes.get(i);
            unpack(roads.up, forth.arc(next), node, next, false, edges);
            node = next;
        }
        return first;
    }

    private int which(Ends ends, int node) {
        int which = ends.nodes().length - 1;
        while (which > 0 && !(roads.shape.number(ends.nodes()[which]) == node && cheapest(ends, which))) {
            which--;
        }
        return which;
    }

    /** Both junctions are one where a road comes back to its beginning. */
    private static boolean cheapest(Ends ends, int which) {
        return ends.nodes()[0] != ends.nodes()[which] || ends.seconds()[which] < ends.seconds()[0];
    }

    /** Adds the edges behind an arc between two nodes, in the direction of driving. */
    private void unpack(Arcs arcs, int arc, int low, int high, boolean down, IntArrayList edges) {
        int over = arcs.via[arc];
        if (over < 0) {
            edges.add(roads.shape.drivenBackward(~over, down) ? over : ~over);
            return;
        }
        int in = roads.down.between(over, down ? high : low);
        int out = roads.up.between(over, down ? low : high);
        unpack(roads.down, in, over, down ? high : low, true, edges);
        unpack(roads.up, out, over, down ? low : high, false, edges);
    }
}
