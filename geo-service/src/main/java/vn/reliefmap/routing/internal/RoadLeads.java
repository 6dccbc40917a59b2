package vn.reliefmap.routing.internal;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.cursors.IntCursor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * From where the quickest way comes to each place: its junction, one of its edge's two ends, or a start on the same edge.
 */
final class RoadLeads {
    /** Not reached. */
    static final int NOWHERE = -1;
    /** The place stands at a junction. */
    static final int JUNCTION = 0;
    /** Along its edge from the edge's first node. */
    static final int FROM = 1;
    /** Back along its edge from the edge's last node. */
    static final int TO = 2;
    /** Along the edge from start k: this number and 2k more; back along it: one more than that. */
    static final int START = 3;

    private final FloodReach reach;
    private final NearestStarts nearest;
    private final Map<Integer, IntArrayList> startsOnEdges = new HashMap<>();
    private final int[] lead;

    RoadLeads(FloodReach reach, NearestStarts nearest) {
        this.reach = reach;
        this.nearest = nearest;
        TiedColumns starts = reach.starts;
        for (int start = 0; start < starts.size(); start++) {
            if (!starts.farFromRoad(start) && starts.junction(start) < 0) {
                startsOnEdges
                        .computeIfAbsent(starts.edge(start), edge -> new IntArrayList())
                        .add(start);
            }
        }
        lead = new int[reach.places.size()];
        Arrays.setAll(lead, this::find);
    }

    private int find(int place) {
        TiedColumns places = reach.places;
        if (places.farFromRoad(place) || reach.closed(places.edge(place))) {
            return NOWHERE;
        }
        if (places.junction(place) >= 0) {
            return Double.isFinite(nearest.seconds(places.junction(place))) ? JUNCTION : NOWHERE;
        }
        int edge = places.edge(place);
        double share = nearest.driven.share(places, place);
        double best = Double.POSITIVE_INFINITY;
        int from = NOWHERE;
        double forward = nearest.seconds(reach.roads.from(edge)) + share * nearest.driven.forwardS(edge);
        if (forward < best) {
            best = forward;
            from = FROM;
        }
        double backward = nearest.seconds(reach.roads.to(edge)) + (1 - share) * nearest.driven.backwardS(edge);
        if (backward < best) {
            best = backward;
            from = TO;
        }
        IntArrayList starts = startsOnEdges.get(edge);
        if (starts != null) {
            for (IntCursor start : starts) {
                double ahead = share - nearest.driven.share(reach.starts, start.value);
                double along = Math.max(0, ahead) * nearest.driven.forwardS(edge);
                double back = Math.max(0, -ahead) * nearest.driven.backwardS(edge);
                boolean same = reach.starts.samePoint(start.value, places, place);
                if ((ahead >= 0 || same) && along < best) {
                    best = along;
                    from = START + 2 * start.value;
                }
                if ((ahead <= 0 || same) && back < best) {
                    best = back;
                    from = START + 2 * start.value + 1;
                }
            }
        }
        return from;
    }

    int of(int place) {
        return lead[place];
    }

    /** Whether the way follows the edge as it is stored. */
    static boolean along(int lead) {
        return lead == FROM || (lead >= START && (lead - START) % 2 == 0);
    }

    /** The start whose own edge it is; below 0 when the way comes from a junction. */
    static int start(int lead) {
        return lead >= START ? (lead - START) / 2 : -1;
    }
}
