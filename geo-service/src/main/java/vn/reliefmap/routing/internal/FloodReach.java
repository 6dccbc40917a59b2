package vn.reliefmap.routing.internal;

import com.carrotsearch.hppc.IntArrayDeque;
import java.util.BitSet;
import java.util.function.IntPredicate;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.CutOffIslands;
import vn.reliefmap.routing.QuickestWays;
import vn.reliefmap.routing.Reach;

/** One search from all starts at once under one water snapshot. An edge is passable as a whole or not at all. */
final class FloodReach implements Reach {
    final RoadGraph graph;
    final FlatRoads roads;
    final VehicleClass vehicle;
    final WaterOnRoads snapshot;
    final TiedColumns starts;
    final TiedColumns places;
    private final BoatRoutes boats;
    private final BitSet closed;
    private final BitSet reached;
    private final BitSet cutOff;

    FloodReach(
            RoadGraph graph,
            FlatRoads roads,
            VehicleClass vehicle,
            WaterOnRoads snapshot,
            TiedColumns starts,
            TiedColumns places,
            BoatRoutes boats) {
        this.graph = graph;
        this.roads = roads;
        this.vehicle = vehicle;
        this.snapshot = snapshot;
        this.starts = starts;
        this.places = places;
        this.boats = boats;
        FloodWeighting weighting = snapshot.weighting(vehicle);
        closed = new BitSet(roads.edges());
        for (int edge = 0; edge < roads.edges(); edge++) {
            if (roads.usable(edge) && weighting.closed(edge)) {
                closed.set(edge);
            }
        }
        reached = new BitSet(roads.nodes());
        Spread spread = new Spread(edge -> !closed.get(edge), this::mark);
        for (int start = 0; start < starts.size(); start++) {
            if (!starts.farFromRoad(start) && !closed.get(starts.edge(start))) {
                spread.from(start);
            }
        }
        spread.run();
        cutOff = new BitSet(places.size());
        for (int place = 0; place < places.size(); place++) {
            if (!places.farFromRoad(place) && !served(place, edge -> !closed.get(edge), reached::get)) {
                cutOff.set(place);
            }
        }
    }

    private boolean mark(int node) {
        boolean fresh = !reached.get(node);
        reached.set(node);
        return fresh;
    }

    /** Spreads over junctions along passable edges. */
    final class Spread {
        private final IntArrayDeque open = new IntArrayDeque();
        private final IntPredicate passable;
        private final IntPredicate fresh;

        /**
         * @param passable whether an edge may be driven
         * @param fresh notes a junction; false when it was noted before
         */
        Spread(IntPredicate passable, IntPredicate fresh) {
            this.passable = passable;
            this.fresh = fresh;
        }

        /** From a start, whose own edge must be passable. */
        void from(int start) {
            int edge = starts.edge(start);
            if (starts.junction(start) >= 0) {
                enter(starts.junction(start));
                return;
            }
            if (roads.forward(edge)) {
                enter(roads.to(edge));
            }
            if (roads.backward(edge)) {
                enter(roads.from(edge));
            }
        }

        void enter(int node) {
            if (fresh.test(node)) {
                open.addLast(node);
            }
        }

        void run() {
            while (!open.isEmpty()) {
                int node = open.removeFirst();
                for (int i = roads.degree(node) - 1; i >= 0; i--) {
                    int edge = roads.edgeAt(node, i);
                    if (passable.test(edge) && roads.leaves(edge, node)) {
                        enter(roads.otherEnd(edge, node));
                    }
                }
            }
        }
    }

    /** True when a place near a road is reached, given passable edges and the junctions that were reached. */
    boolean served(int place, IntPredicate passable, IntPredicate there) {
        int edge = places.edge(place);
        if (!passable.test(edge)) {
            return false;
        }
        int junction = places.junction(place);
        if (junction >= 0) {
            return there.test(junction);
        }
        return (roads.forward(edge) && there.test(roads.from(edge)))
                || (roads.backward(edge) && there.test(roads.to(edge)))
                || starts.driveAlong(roads, places, place);
    }

    boolean closed(int edge) {
        return closed.get(edge);
    }

    BitSet closedEdges() {
        return closed;
    }

    boolean reached(int node) {
        return reached.get(node);
    }

    @Override
    public BitSet cutOff() {
        return (BitSet) cutOff.clone();
    }

    @Override
    public QuickestWays ways() {
        return new WayTrees(this, new NearestStarts(this));
    }

    @Override
    public String snapshot() {
        return snapshot.id();
    }

    @Override
    public CutOffIslands islands() {
        return new FloodIslands(this, new IslandParts(this, cutOff), boats);
    }
}
