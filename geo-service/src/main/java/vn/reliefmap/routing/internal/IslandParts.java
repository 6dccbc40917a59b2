package vn.reliefmap.routing.internal;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntIntHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Divides the junctions that were not reached, and the closed edges, into parts; see
 * {@link vn.reliefmap.routing.CutOffIslands}.
 */
final class IslandParts {
    private final FloodReach reach;
    private final FlatRoads roads;
    private final Joined joined;
    private final int[] islandOfPlace;
    private final IntIntHashMap islandOfGroup = new IntIntHashMap();
    private long[] people = new long[16];

    IslandParts(FloodReach reach, BitSet cutOff) {
        this.reach = reach;
        this.roads = reach.roads;
        this.joined = new Joined(roads.nodes() + roads.edges());
        join();
        islandOfPlace = new int[reach.places.size()];
        Arrays.fill(islandOfPlace, -1);
        for (int place = cutOff.nextSetBit(0); place >= 0; place = cutOff.nextSetBit(place + 1)) {
            int group = joined.group(thing(place));
            int island = islandOfGroup.getOrDefault(group, islandOfGroup.size());
            islandOfGroup.put(group, island);
            islandOfPlace[place] = island;
            if (island == people.length) {
                people = Arrays.copyOf(people, 2 * island);
            }
            people[island] += reach.places.people(place);
        }
    }

    private void join() {
        BitSet dry = new BitSet(roads.nodes());
        for (int edge = 0; edge < roads.edges(); edge++) {
            if (roads.usable(edge) && !reach.closed(edge)) {
                dry.set(roads.from(edge));
                dry.set(roads.to(edge));
                if (!reach.reached(roads.from(edge)) && !reach.reached(roads.to(edge))) {
                    joined.join(roads.from(edge), roads.to(edge));
                }
            }
        }
        BitSet closed = reach.closedEdges();
        for (int edge = closed.nextSetBit(0); edge >= 0; edge = closed.nextSetBit(edge + 1)) {
            int thing = roads.nodes() + edge;
            int a = roads.from(edge);
            int b = roads.to(edge);
            boolean drownedA = !reach.reached(a) && !dry.get(a);
            boolean drownedB = !reach.reached(b) && !dry.get(b);
            if (drownedA) {
                joined.join(thing, a);
            }
            if (drownedB) {
                joined.join(thing, b);
            }
            if (!drownedA && !drownedB && !(reach.reached(a) && reach.reached(b))) {
                joined.join(thing, reach.reached(a) ? b : a);
            }
        }
    }

    /** What a place hangs on: its closed edge, or a junction that was not reached. */
    private int thing(int place) {
        int edge = reach.places.edge(place);
        if (reach.closed(edge)) {
            return roads.nodes() + edge;
        }
        int junction = reach.places.junction(place);
        if (junction >= 0) {
            return junction;
        }
        return reach.reached(roads.from(edge)) ? roads.to(edge) : roads.from(edge);
    }

    int count() {
        return islandOfGroup.size();
    }

    int ofPlace(int place) {
        return islandOfPlace[place];
    }

    long people(int island) {
        return people[island];
    }

    /** −1 when the junction was reached or its part holds no places. */
    int ofNode(int node) {
        return reach.reached(node) ? -1 : islandOfGroup.getOrDefault(joined.group(node), -1);
    }

    int ofClosedEdge(int edge) {
        return islandOfGroup.getOrDefault(joined.group(roads.nodes() + edge), -1);
    }

    /** The edges of every part, passable and closed ones, each in one part only. */
    List<IntArrayList> edges() {
        List<IntArrayList> edges = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            edges.add(new IntArrayList());
        }
        for (int edge = 0; edge < roads.edges(); edge++) {
            if (roads.usable(edge)) {
                int island = reach.closed(edge) ? ofClosedEdge(edge) : ofPassableEdge(edge);
                if (island >= 0) {
                    edges.get(island).add(edge);
                }
            }
        }
        return edges;
    }

    private int ofPassableEdge(int edge) {
        int island = ofNode(roads.from(edge));
        return island >= 0 ? island : ofNode(roads.to(edge));
    }
}
