package vn.reliefmap.routing.internal;

import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.EdgeIteratorState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.NoWayReason;
import vn.reliefmap.routing.TravelMatrix;
import vn.reliefmap.routing.internal.contraction.Ends;
import vn.reliefmap.routing.internal.contraction.Rows;

/** Fills the cells of one matrix. */
final class MatrixCells {
    private final RoadGraph graph;
    private final Weighting dry;
    private final Weighting weighting;
    private final MatrixPlaces from;
    private final MatrixPlaces to;
    private final TravelMatrix.Draft draft;
    private final Map<Integer, List<Integer>> columnsByEdge = new HashMap<>();
    private final double[] seconds;
    private final double[] mm;

    MatrixCells(
            RoadGraph graph,
            VehicleClass vehicle,
            @Nullable WaterOnRoads water,
            MatrixPlaces from,
            MatrixPlaces to,
            TravelMatrix.Draft draft) {
        this.graph = graph;
        this.dry = graph.dry(vehicle);
        this.weighting = water == null ? dry : water.weighting(vehicle);
        this.from = from;
        this.to = to;
        this.draft = draft;
        this.seconds = new double[to.usable()];
        this.mm = new double[to.usable()];
        for (int column = 0; column < to.usable(); column++) {
            if (to.edge(column) >= 0) {
                columnsByEdge
                        .computeIfAbsent(to.edge(column), edge -> new ArrayList<>())
                        .add(column);
            }
        }
    }

    void fill() {
        blameEnds();
        List<Ends> starts = from.ends(weighting, true);
        List<Ends> ends = to.ends(weighting, false);
        try (Rows rows = new SoonestRows(graph, weighting, ends);
                DryRows dryRows = new DryRows()) {
            for (int row : order(starts)) {
                rows.row(starts.get(row), seconds, mm);
                alongOneRoad(row);
                for (int column = 0; column < to.usable(); column++) {
                    int i = from.number(row);
                    int k = to.number(column);
                    if (seconds[column] < Double.POSITIVE_INFINITY) {
                        draft.way(i, k, seconds[column], Meters.round(mm[column] / 1000));
                    } else {
                        draft.none(i, k, dryRows.joins(row, column) ? NoWayReason.CUT_OFF : NoWayReason.NO_CONNECTION);
                    }
                }
            }
        }
    }

    /** Neighbours after each other, where the contraction is there already. */
    private int[] order(List<Ends> starts) {
        var ready = graph.contractions().find(weighting);
        if (ready != null) {
            return ready.byPlace(starts);
        }
        int[] order = new int[starts.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        return order;
    }

    /** Places where no way begins or ends; as with routes, what is far from all roads is said first. */
    private void blameEnds() {
        for (int i = 0; i < from.told().size(); i++) {
            for (int k = 0; k < to.told().size(); k++) {
                NoWayReason start = from.told().get(i).reason();
                NoWayReason end = to.told().get(k).reason();
                if (start == NoWayReason.FAR_FROM_ROAD || end == NoWayReason.FAR_FROM_ROAD) {
                    draft.none(i, k, NoWayReason.FAR_FROM_ROAD);
                } else if (start != null || end != null) {
                    draft.none(i, k, NoWayReason.CUT_OFF);
                }
            }
        }
    }

    /** Between two places of one edge the piece of road between them may be the quickest way. */
    private void alongOneRoad(int row) {
        for (int column : columnsByEdge.getOrDefault(from.edge(row), List.of())) {
            Snap start = from.snap(row);
            Snap end = to.snap(column);
            QueryGraph both = QueryGraph.create(graph.base(), start, end);
            if (start.getClosestNode() == end.getClosestNode()) {
                seconds[column] = 0;
                mm[column] = 0;
                continue;
            }
            int direct = PlaceEnds.direct(both, start.getClosestNode(), end.getClosestNode());
            if (direct >= graph.base().getEdges()) {
                EdgeIteratorState piece = both.getEdgeIteratorState(direct, end.getClosestNode());
                double alongS = weighting.calcEdgeWeight(piece, false);
                if (alongS <= seconds[column]) {
                    seconds[column] = alongS;
                    mm[column] = piece.getDistance() * 1000;
                }
            }
        }
    }

    /** The same rows without water, asked for only where water may be the reason. */
    private final class DryRows implements AutoCloseable {
        private @Nullable Rows rows;
        private @Nullable List<Ends> starts;
        private final double[] drySeconds = new double[to.usable()];
        private final double[] dryMm = new double[to.usable()];
        private int current = -1;

        boolean joins(int row, int column) {
            if (weighting == dry) {
                return false;
            }
            if (rows == null || starts == null) {
                rows = new SoonestRows(graph, dry, to.ends(dry, false));
                starts = from.ends(dry, true);
            }
            if (current != row) {
                rows.row(starts.get(row), drySeconds, dryMm);
                current = row;
            }
            return drySeconds[column] < Double.POSITIVE_INFINITY;
        }

        @Override
        public void close() {
            if (rows != null) {
                rows.close();
            }
        }
    }
}
