package vn.reliefmap.routing.internal;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntHashSet;
import com.carrotsearch.hppc.cursors.IntCursor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What reopening one closed stretch brings, found by searching on from it. A stretch cannot bring more people than the
 * parts it touches hold; so those that can bring most are tried first, and the rest not at all.
 */
final class Reopenings {
    private final FloodReach reach;
    private final IslandParts parts;
    private final ClosedStretches stretches;
    private final List<IntArrayList> touching = new ArrayList<>();
    private final List<Integer> fruitful = new ArrayList<>();
    private final long[] most;
    private final @Nullable Gain[] gains;
    private final int[] firstOnEdge;
    private final int[] nextOnEdge;
    private final int[] seenNode;
    private final int[] seenEdge;
    private final BitSet startOnEdge = new BitSet();
    private int search;

    /** Places that get a way, and the people in them. */
    record Gain(int stretch, int places, long people) {}

    Reopenings(FloodReach reach, IslandParts parts, ClosedStretches stretches) {
        this.reach = reach;
        this.parts = parts;
        this.stretches = stretches;
        this.most = new long[stretches.count()];
        this.gains = new Gain[stretches.count()];
        this.seenNode = new int[reach.roads.nodes()];
        this.seenEdge = new int[reach.roads.edges()];
        this.firstOnEdge = new int[reach.roads.edges()];
        this.nextOnEdge = new int[reach.places.size()];
        for (int place = 0; place < reach.places.size(); place++) {
            if (parts.ofPlace(place) >= 0) {
                int edge = reach.places.edge(place);
                nextOnEdge[place] = firstOnEdge[edge];
                firstOnEdge[edge] = place + 1;
            }
        }
        for (int start = 0; start < reach.starts.size(); start++) {
            if (!reach.starts.farFromRoad(start)) {
                startOnEdge.set(reach.starts.edge(start));
            }
        }
        for (int i = 0; i < parts.count(); i++) {
            touching.add(new IntArrayList(4));
        }
        for (int stretch = 0; stretch < stretches.count(); stretch++) {
            touch(stretch);
        }
        fruitful.sort(Comparator.<Integer>comparingLong(s -> -most[s]).thenComparing(s -> s));
    }

    /** Only a stretch that can be entered, from a reached junction or a start on it, brings anything. */
    private void touch(int stretch) {
        IntHashSet islands = new IntHashSet();
        boolean entered = false;
        for (IntCursor edge : stretches.edges(stretch)) {
            int a = reach.roads.from(edge.value);
            int b = reach.roads.to(edge.value);
            islands.add(parts.ofClosedEdge(edge.value));
            islands.add(parts.ofNode(a));
            islands.add(parts.ofNode(b));
            entered |= reach.reached(a) || reach.reached(b) || startOnEdge.get(edge.value);
        }
        for (IntCursor island : islands) {
            if (island.value >= 0) {
                most[stretch] += parts.people(island.value);
                touching.get(island.value).add(stretch);
            }
        }
        if (entered && most[stretch] > 0) {
            fruitful.add(stretch);
        } else {
            most[stretch] = 0;
        }
    }

    /** Stretches at the part's edge or inside it, in no order. */
    IntArrayList touching(int island) {
        return touching.get(island);
    }

    @Nullable
    Gain best() {
        return best(fruitful);
    }

    @Nullable
    Gain best(int island) {
        List<Integer> candidates = new ArrayList<>();
        for (IntCursor stretch : touching.get(island)) {
            candidates.add(stretch.value);
        }
        candidates.sort(Comparator.<Integer>comparingLong(s -> -most[s]).thenComparing(s -> s));
        return best(candidates);
    }

    private @Nullable Gain best(List<Integer> mostFirst) {
        Gain best = null;
        for (int stretch : mostFirst) {
            if (most[stretch] <= (best == null ? 0 : best.people())) {
                break;
            }
            Gain gain = gain(stretch);
            if (gain.people() > (best == null ? 0 : best.people())) {
                best = gain;
            }
        }
        return best;
    }

    Gain gain(int stretch) {
        Gain known = gains[stretch];
        if (known == null) {
            known = search(stretch);
            gains[stretch] = known;
        }
        return known;
    }

    private Gain search(int stretch) {
        search++;
        FlatRoads roads = reach.roads;
        IntPredicate passable = edge -> !reach.closed(edge) || stretches.of(edge) == stretch;
        IntArrayList entered = new IntArrayList();
        FloodReach.Spread spread = reach.new Spread(passable, node -> enter(node, entered));
        for (IntCursor edge : stretches.edges(stretch)) {
            int a = roads.from(edge.value);
            int b = roads.to(edge.value);
            if (reach.reached(a) && roads.forward(edge.value)) {
                spread.enter(b);
            }
            if (reach.reached(b) && roads.backward(edge.value)) {
                spread.enter(a);
            }
            if (startOnEdge.get(edge.value)) {
                startsOn(edge.value, spread);
            }
        }
        spread.run();
        Tally tally = new Tally(passable);
        for (IntCursor edge : stretches.edges(stretch)) {
            tally.count(edge.value);
        }
        for (IntCursor node : entered) {
            for (int i = roads.degree(node.value) - 1; i >= 0; i--) {
                tally.count(roads.edgeAt(node.value, i));
            }
        }
        return new Gain(stretch, tally.places, tally.people);
    }

    private void startsOn(int edge, FloodReach.Spread spread) {
        for (int start = 0; start < reach.starts.size(); start++) {
            if (!reach.starts.farFromRoad(start) && reach.starts.edge(start) == edge) {
                spread.from(start);
            }
        }
    }

    private boolean enter(int node, IntArrayList entered) {
        if (reach.reached(node) || seenNode[node] == search) {
            return false;
        }
        seenNode[node] = search;
        entered.add(node);
        return true;
    }

    private final class Tally {
        private final IntPredicate passable;
        private int places;
        private long people;

        Tally(IntPredicate passable) {
            this.passable = passable;
        }

        void count(int edge) {
            if (seenEdge[edge] == search) {
                return;
            }
            seenEdge[edge] = search;
            for (int place = firstOnEdge[edge]; place > 0; place = nextOnEdge[place - 1]) {
                if (reach.served(place - 1, passable, node -> reach.reached(node) || seenNode[node] == search)) {
                    places++;
                    people += reach.places.people(place - 1);
                }
            }
        }
    }
}
