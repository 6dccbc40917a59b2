package vn.reliefmap.routing.internal;

import com.carrotsearch.hppc.cursors.IntCursor;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.QuickestWays;

/**
 * The search's trees, cut down to what leads to places: starts on the middle of an edge first, then junctions, the
 * nearest first, then the points of places in their order along each edge.
 */
final class WayTrees implements QuickestWays {
    private static final int NONE = -1;

    private final FloodReach reach;
    private final NearestStarts nearest;
    private final RoadLeads leads;
    private final int[] pointOfPlace;
    private int points;
    private final int[] before;
    private final int[] start;
    private final double[] seconds;
    private final double[] metres;
    /** The junction, or none. */
    private final int[] node;
    /** For points that are no junctions: the edge they lie on, and the metres from its first node. */
    private final int[] edge;

    private final float[] alongM;
    private final BitSet deep = new BitSet();

    WayTrees(FloodReach reach, NearestStarts nearest) {
        this.reach = reach;
        this.nearest = nearest;
        this.leads = new RoadLeads(reach, nearest);
        int places = reach.places.size();
        pointOfPlace = new int[places];
        Arrays.fill(pointOfPlace, NONE);
        BitSet needed = neededJunctions();
        int most = needed.cardinality() + reach.starts.size() + places;
        before = new int[most];
        start = new int[most];
        seconds = new double[most];
        metres = new double[most];
        node = new int[most];
        edge = new int[most];
        alongM = new float[most];
        int[] pointOfStart = addStarts();
        int[] pointOfNode = addJunctions(needed, pointOfStart);
        addPlaces(pointOfNode, pointOfStart);
    }

    private BitSet neededJunctions() {
        BitSet needed = new BitSet(reach.roads.nodes());
        for (int place = 0; place < reach.places.size(); place++) {
            int road = reach.places.edge(place);
            int lead = leads.of(place);
            int junction = lead == RoadLeads.JUNCTION
                    ? reach.places.junction(place)
                    : lead == RoadLeads.FROM
                            ? reach.roads.from(road)
                            : lead == RoadLeads.TO ? reach.roads.to(road) : NONE;
            while (junction != NONE && !needed.get(junction)) {
                needed.set(junction);
                int edgeTo = nearest.edgeTo(junction);
                junction = edgeTo == NONE ? NONE : reach.roads.otherEnd(edgeTo, junction);
            }
        }
        return needed;
    }

    private int[] addStarts() {
        int[] pointOfStart = new int[reach.starts.size()];
        Arrays.fill(pointOfStart, NONE);
        for (int s = 0; s < pointOfStart.length; s++) {
            if (!reach.starts.farFromRoad(s) && reach.starts.junction(s) < 0) {
                pointOfStart[s] = add(NONE, s, 0, 0, NONE);
                edge[pointOfStart[s]] = reach.starts.edge(s);
                alongM[pointOfStart[s]] = reach.starts.alongM(s);
            }
        }
        return pointOfStart;
    }

    private int[] addJunctions(BitSet needed, int[] pointOfStart) {
        int[] pointOfNode = new int[reach.roads.nodes()];
        for (IntCursor settled : nearest.settled) {
            int junction = settled.value;
            if (!needed.get(junction)) {
                continue;
            }
            int edgeTo = nearest.edgeTo(junction);
            if (edgeTo != NONE) {
                int last = pointOfNode[reach.roads.otherEnd(edgeTo, junction)];
                double length = nearest.driven.lengthM(edgeTo);
                pointOfNode[junction] =
                        add(last, start[last], nearest.seconds(junction), metres[last] + length, junction);
                deep.set(pointOfNode[junction], !wadeableEdge(edgeTo));
                continue;
            }
            int first = nearest.startTo(junction);
            int point = pointOfStart[first];
            double length = 0;
            if (point != NONE) {
                int road = reach.starts.edge(first);
                double share = nearest.driven.share(reach.starts, first);
                length = (reach.roads.to(road) == junction ? 1 - share : share) * nearest.driven.lengthM(road);
            }
            pointOfNode[junction] = add(point, first, nearest.seconds(junction), length, junction);
            deep.set(pointOfNode[junction], point != NONE && !wadeableEdge(reach.starts.edge(first)));
        }
        return pointOfNode;
    }

    private void addPlaces(int[] pointOfNode, int[] pointOfStart) {
        TiedColumns places = reach.places;
        Comparator<Integer> order = Comparator.<Integer>comparingInt(places::edge)
                .thenComparingInt(leads::of)
                .thenComparingDouble(
                        place -> RoadLeads.along(leads.of(place)) ? places.alongM(place) : -places.alongM(place))
                .thenComparingInt(place -> place);
        Integer[] onEdges = IntStream.range(0, places.size())
                .filter(place -> leads.of(place) > RoadLeads.JUNCTION)
                .boxed()
                .toArray(Integer[]::new);
        Arrays.parallelSort(onEdges, order);
        for (int place = 0; place < places.size(); place++) {
            if (leads.of(place) == RoadLeads.JUNCTION) {
                pointOfPlace[place] = pointOfNode[places.junction(place)];
            }
        }
        int last = NONE;
        for (int place : onEdges) {
            int road = places.edge(place);
            int lead = leads.of(place);
            double share = nearest.driven.share(places, place);
            boolean follows = last != NONE && places.edge(last) == road && leads.of(last) == lead;
            int from;
            double fromShare;
            if (follows) {
                from = pointOfPlace[last];
                fromShare = nearest.driven.share(places, last);
            } else if (RoadLeads.start(lead) >= 0) {
                from = pointOfStart[RoadLeads.start(lead)];
                fromShare = nearest.driven.share(reach.starts, RoadLeads.start(lead));
            } else {
                from = pointOfNode[lead == RoadLeads.FROM ? reach.roads.from(road) : reach.roads.to(road)];
                fromShare = lead == RoadLeads.FROM ? 0 : 1;
            }
            last = place;
            if (follows && share == fromShare) {
                pointOfPlace[place] = from;
                continue;
            }
            double piece = Math.abs(share - fromShare);
            double cost = RoadLeads.along(lead) ? nearest.driven.forwardS(road) : nearest.driven.backwardS(road);
            int point = add(
                    from,
                    start[from],
                    seconds[from] + piece * cost,
                    metres[from] + piece * nearest.driven.lengthM(road),
                    NONE);
            edge[point] = road;
            alongM[point] = places.alongM(place);
            deep.set(point, !wadeableEdge(road));
            pointOfPlace[place] = point;
        }
    }

    private int add(int pointBefore, int ofStart, double afterS, double afterM, int junction) {
        before[points] = pointBefore;
        start[points] = ofStart;
        seconds[points] = afterS;
        metres[points] = afterM;
        node[points] = junction;
        return points++;
    }

    private boolean wadeableEdge(int road) {
        return reach.snapshot.verdict(VehicleClass.FOOT, road).passable();
    }

    @Override
    public int points() {
        return points;
    }

    @Override
    public int before(int point) {
        return before[point];
    }

    @Override
    public int start(int point) {
        return start[point];
    }

    @Override
    public double seconds(int point) {
        return seconds[point];
    }

    @Override
    public double metres(int point) {
        return metres[point];
    }

    @Override
    public boolean wadeable(int point) {
        return !deep.get(point);
    }

    @Override
    public boolean junction(int point) {
        return node[point] != NONE;
    }

    @Override
    public LonLat at(int point) {
        if (junction(point)) {
            return LonLat.of(reach.graph.node(node[point]));
        }
        Coordinate[] line = RoadGraph.coordinates(reach.graph.edge(edge[point]));
        double left = alongM[point];
        for (int i = 1; i < line.length; i++) {
            double length = Geometries.distanceMeters(line[i - 1], line[i]);
            if (left <= length && length > 0) {
                double share = left / length;
                return new LonLat(
                        line[i - 1].x + share * (line[i].x - line[i - 1].x),
                        line[i - 1].y + share * (line[i].y - line[i - 1].y));
            }
            left -= length;
        }
        return LonLat.of(line[line.length - 1]);
    }

    @Override
    public int of(int place) {
        return pointOfPlace[place];
    }
}
