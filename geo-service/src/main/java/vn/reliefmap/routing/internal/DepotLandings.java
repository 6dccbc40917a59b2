package vn.reliefmap.routing.internal;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntObjectHashMap;
import com.carrotsearch.hppc.cursors.IntCursor;
import com.graphhopper.util.EdgeIteratorState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;

/**
 * Where goods can change from wheels to a boat under one water, whichever start they come from: the places along roads that
 * {@link TransferLandings} finds from one of them.
 */
final class DepotLandings {
    /**
     * One of them.
     *
     * @param edge of the base graph
     * @param at on that edge
     * @param truckS driving time from the quickest start
     * @param via the junction that the way there comes from, or −1 less the start, where it begins on that edge
     */
    record Landing(int edge, LonLat at, double truckS, int via) {}

    private final FloodReach reach;
    private final NearestStarts nearest;
    private final Map<Integer, IntArrayList> startsOnEdges = new HashMap<>();

    DepotLandings(FloodReach reach) {
        this.reach = reach;
        this.nearest = new NearestStarts(reach);
        TiedColumns starts = reach.starts;
        for (int start = 0; start < starts.size(); start++) {
            if (!starts.farFromRoad(start) && starts.junction(start) < 0) {
                startsOnEdges
                        .computeIfAbsent(starts.edge(start), edge -> new IntArrayList())
                        .add(start);
            }
        }
    }

    /** The quickest for each cell that a boat can start from, of those that are wanted. */
    IntObjectHashMap<Landing> byCell(BoatRule rule, IntPredicate wanted) {
        Roadside roadside = new Roadside(rule);
        IntObjectHashMap<Landing> byCell = new IntObjectHashMap<>();
        for (int edge = 0; edge < reach.roads.edges(); edge++) {
            if (mayLeadThere(edge)) {
                follow(edge, roadside, wanted, byCell);
            }
        }
        return byCell;
    }

    private boolean mayLeadThere(int edge) {
        return reach.roads.usable(edge)
                && !reach.closed(edge)
                && (Double.isFinite(nearest.seconds(reach.roads.from(edge)))
                        || Double.isFinite(nearest.seconds(reach.roads.to(edge))));
    }

    private void follow(int edge, Roadside roadside, IntPredicate wanted, IntObjectHashMap<Landing> byCell) {
        EdgeIteratorState state = reach.graph.edge(edge);
        if (reach.graph.onBridge(state)) {
            return;
        }
        IntArrayList starts = startsOnEdges.get(edge);
        Coordinate[] line = split(RoadGraph.coordinates(state), starts);
        double lengthM = Geometries.lengthMeters(Geometries.FACTORY.createLineString(line));
        roadside.follow(line, (cell, at, alongM) -> {
            if (!wanted.test(cell)) {
                return;
            }
            Landing known = byCell.get(cell);
            Landing found = quickest(edge, LonLat.of(at), lengthM == 0 ? 0 : alongM / lengthM, starts);
            if (found != null && (known == null || found.truckS() < known.truckS())) {
                byCell.put(cell, found);
            }
        });
    }

    /** Cuts the line where starts lie on it, as a route from there does, so that both look at the same places along it. */
    private Coordinate[] split(Coordinate[] line, @Nullable IntArrayList starts) {
        if (starts == null) {
            return line;
        }
        float[] alongM = new float[starts.size()];
        for (int i = 0; i < alongM.length; i++) {
            alongM[i] = reach.starts.alongM(starts.get(i));
        }
        Arrays.sort(alongM);
        List<Coordinate> cut = new ArrayList<>(List.of(line[0]));
        double doneM = 0;
        int next = 0;
        for (int i = 1; i < line.length; i++) {
            double pieceM = Geometries.distanceMeters(line[i - 1], line[i]);
            for (; next < alongM.length && alongM[next] < doneM + pieceM; next++) {
                double share = (alongM[next] - doneM) / pieceM;
                cut.add(new LineSegment(line[i - 1], line[i]).pointAlong(share));
            }
            cut.add(line[i]);
            doneM += pieceM;
        }
        return cut.toArray(Coordinate[]::new);
    }

    /** From one of the edge's ends, or from a start on it; null when the place is reached from none of them. */
    private @Nullable Landing quickest(int edge, LonLat at, double share, @Nullable IntArrayList starts) {
        int from = reach.roads.from(edge);
        int to = reach.roads.to(edge);
        Landing forward = new Landing(edge, at, nearest.seconds(from) + share * nearest.driven.forwardS(edge), from);
        Landing backward =
                new Landing(edge, at, nearest.seconds(to) + (1 - share) * nearest.driven.backwardS(edge), to);
        // At an end of a one-way edge a time is no number (0 times infinity); this order puts it last.
        Landing best = Double.compare(backward.truckS(), forward.truckS()) < 0 ? backward : forward;
        if (starts != null) {
            for (IntCursor start : starts) {
                double ahead = share - nearest.driven.share(reach.starts, start.value);
                double seconds =
                        ahead >= 0 ? ahead * nearest.driven.forwardS(edge) : -ahead * nearest.driven.backwardS(edge);
                if (Double.compare(seconds, best.truckS()) < 0) {
                    best = new Landing(edge, at, seconds, -1 - start.value);
                }
            }
        }
        return Double.isFinite(best.truckS()) ? best : null;
    }

    /** The start that the way to a landing begins at. */
    int start(Landing landing) {
        if (landing.via() < 0) {
            return -1 - landing.via();
        }
        int node = landing.via();
        while (nearest.edgeTo(node) != NearestStarts.NONE) {
            node = reach.roads.otherEnd(nearest.edgeTo(node), node);
        }
        return nearest.startTo(node);
    }
}
